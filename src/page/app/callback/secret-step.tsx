import type { PageContext } from '../../shared/page-context.ts';
import { mayPass } from '../parts/alert-text.ts';
import { showAlert } from '../parts/alert.tsx';
import type { VerifiedCallback } from './verified-callback.ts';
import { exchangeForResult } from './exchange.ts';
import { SubmitForm } from '../parts/submit-form.tsx';
import { ExternalLink } from '../parts/links.tsx';
import { RepeatSign, Staff } from '../parts/notation.tsx';
import { secretDestination, SecretBox } from '../parts/secret-box.tsx';
import { showView } from '../show-view.ts';
import { StartOverLink } from '../parts/start-over.tsx';
import { StepsDone } from './steps-done.tsx';
import { useSecret } from '../parts/use-secret.ts';

/** After the return from Spotify, for the grant with a secret: the one box that was left. */
export function SecretStep({ verified, page }: { verified: VerifiedCallback; page: PageContext }) {
  const { send, boxProperties } = useSecret(
    async (secret) => {
      page.announce('Asking Spotify for the token.');
      await exchangeForResult(page, verified, secret);
    },
    (error, isWrong) => {
      const again = mayPass(error);
      // What no other secret can mend ends the step: the form is there again, as it was.
      if (!isWrong && !again) showView(page, { kind: 'form' });
      showAlert(page, error, again ? { again: () => void send() } : {});
    },
  );

  return (
    <SubmitForm send={send}>
      <ol class="system three" role="list">
        <StepsDone {...verified.pending} redirectUri={page.redirectUri.registered} />
        <li class="wide">
          <Staff>
            <RepeatSign end />
            <u />
            <b>4</b>
          </Staff>
          <div class="in narrow">
            <h2>Type the secret</h2>
            {verified.pending.mode === 'practice' ? (
              <p>
                One more step, since your code signs in with it. The practice app’s stands on{' '}
                <ExternalLink href={verified.endpoints.accountsUrl}>the emulator’s own page</ExternalLink>.
              </p>
            ) : (
              <p>
                One more step, since your code signs in with it. It stands on the same page as the client ID, behind{' '}
                <b>View client secret</b>.
              </p>
            )}
            <SecretBox
              id="secret"
              hint={`Goes to ${secretDestination(verified.pending.mode)} and nowhere else. Kept in memory, never stored.`}
              {...boxProperties}
            />
            <div class="coda">
              <button class="go">Get token</button>
              <p class="hint">
                Spotify’s permission lasts a few minutes. If it runs out, connect again.{' '}
                <StartOverLink page={page}>Start over</StartOverLink>
              </p>
            </div>
          </div>
        </li>
      </ol>
    </SubmitForm>
  );
}
