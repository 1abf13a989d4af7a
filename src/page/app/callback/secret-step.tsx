import type { PageContext } from '../../shared/page-context.ts';
import { mayPass } from '../parts/alert-text.ts';
import { raise } from '../parts/alert.tsx';
import type { CallbackInHand } from './verified-callback.ts';
import { exchangeForResult } from './exchange.ts';
import { Form } from '../parts/form.tsx';
import { Beside, Sign, Staff } from '../parts/marks.tsx';
import { placeOf, SecretBox } from '../parts/secret-box.tsx';
import { show } from '../stage.ts';
import { StartOver } from '../parts/start-over.tsx';
import { StepsDone } from './steps-done.tsx';
import { useSecret } from './use-secret.ts';

/** After the return from Spotify, for the grant with a secret: the one box that was left. */
export function SecretStep({ inHand, page }: { inHand: CallbackInHand; page: PageContext }) {
  const { send, boxProperties } = useSecret(
    async (secret) => {
      page.announce('Asking Spotify for the token.');
      await exchangeForResult(page, inHand, secret);
    },
    (error, isWrong) => {
      const again = mayPass(error);
      // What no other secret can mend ends the step: the form is there again, as it was.
      if (!isWrong && !again) show(page, { kind: 'form' });
      raise(page, error, again ? { again: () => void send() } : {});
    },
  );

  return (
    <Form send={send}>
      <ol class="system three" role="list">
        <StepsDone {...inHand.pending} redirectUri={page.redirectUri.registered} />
        <li class="wide">
          <Staff>
            <Sign end />
            <u />
            <b>4</b>
          </Staff>
          <div class="in narrow">
            <h2>Type the secret</h2>
            {inHand.pending.mode === 'practice' ? (
              <p>
                One more step, since your code signs in with it. The practice app’s stands on{' '}
                <Beside href={inHand.endpoints.accountsUrl}>the emulator’s own page</Beside>.
              </p>
            ) : (
              <p>
                One more step, since your code signs in with it. It stands on the same page as the client ID, behind{' '}
                <b>View client secret</b>.
              </p>
            )}
            <SecretBox
              id="secret"
              hint={`Goes to ${placeOf(inHand.pending.mode)} and nowhere else. Kept in memory, never stored.`}
              {...boxProperties}
            />
            <div class="coda">
              <button class="go">Get token</button>
              <p class="hint">
                Spotify’s permission lasts a few minutes. If it runs out, connect again.{' '}
                <StartOver page={page}>Start over</StartOver>
              </p>
            </div>
          </div>
        </li>
      </ol>
    </Form>
  );
}
