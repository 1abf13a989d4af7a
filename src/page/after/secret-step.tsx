import { useSignal } from '@preact/signals';
import { useRef } from 'preact/hooks';
import { presetOf } from '../../spotify/presets.ts';
import type { Page } from '../page.ts';
import { mayPass } from './alert-words.ts';
import { clear, raise } from './alert.tsx';
import type { CallbackInHand } from './callback-in-hand.ts';
import { exchangeForResult, secretIsWrong } from './exchange.ts';
import { Beside, Note, Sign, Staff } from './marks.tsx';
import { SecretBox } from './secret-box.tsx';
import { show } from './stage.ts';
import { StartOver } from './start-over.tsx';

/** After the return from Spotify, for the grant with a secret: the one box that was left. */
export function SecretStep({ inHand, page }: { inHand: CallbackInHand; page: Page }) {
  const box = useRef<HTMLInputElement>(null);
  const wrong = useSignal<string | undefined>(undefined);
  const sent = useSignal(0);
  const busy = useSignal(false);

  const send = async () => {
    const secret = box.current?.value.trim() ?? '';
    if (busy.value) return;
    clear();
    sent.value++;
    wrong.value = secret ? undefined : 'Enter the client secret';
    if (wrong.value) return box.current?.focus();
    busy.value = true;
    page.announce('Asking Spotify for the token.');
    try {
      await exchangeForResult(page, inHand, secret);
    } catch (error) {
      wrong.value = secretIsWrong(error);
      const again = mayPass(error);
      // What no other secret can mend ends the step: the form is there again, as it was.
      if (!wrong.value && !again) show(page, { kind: 'form' });
      raise(page, error, again ? { again: () => void send() } : {});
    } finally {
      busy.value = false;
    }
  };

  return (
    <form
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        void send();
      }}
    >
      <ol class="system three" role="list">
        <StepsDone {...inHand.pending} />
        <li class="wide">
          <Staff>
            <Sign end />
            <u />
            <b>4</b>
          </Staff>
          <div class="in narrow">
            <h2>Type the secret</h2>
            {inHand.pending.world === 'practice' ? (
              <p>
                The practice app’s stands on{' '}
                <Beside href={inHand.endpoints.accountsUrl}>the emulator’s own page</Beside>.
              </p>
            ) : (
              <p>
                On the same page as the client ID, behind <b>View client secret</b>.
              </p>
            )}
            <SecretBox
              id="secret"
              box={box}
              hint="Goes to Spotify and nowhere else. Kept in memory, never stored."
              wrong={wrong.value}
              sent={sent.value}
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
    </form>
  );
}

const pitches = [2, 1.5, 1, 2.5, 0.5, 1.5];

function StepsDone({ redirectUri, clientId, scopes }: CallbackInHand['pending']) {
  // A few notes tell a tune, nineteen a smear: beyond six the count says the rest.
  const notes = scopes.slice(0, pitches.length);
  return (
    <>
      <li class="done">
        <Staff>
          <Sign />
          <Note x={3.5} y={2} />
        </Staff>
        <div class="in">
          <h2>App registered</h2>
          <p class="hint">
            Redirect URI <span class="mono">{redirectUri}</span>
          </p>
        </div>
      </li>
      <li class="done">
        <Staff>
          <Note x={3.5} y={1.5} />
        </Staff>
        <div class="in">
          <h2>Client ID</h2>
          <p class="hint">
            <span class="mono">{shortened(clientId)}</span>
          </p>
        </div>
      </li>
      <li class="done last">
        <Staff>
          {notes.map((scope, index) => (
            <Note key={scope} x={3.5 + 4 * index} y={pitches[index] ?? 2} />
          ))}
        </Staff>
        <div class="in">
          <h2>{countOf(scopes.length)}</h2>
          <p class="hint">{presetOf(scopes) ?? (scopes.length > 0 ? 'Your own choice' : 'Public data only')}: agreed</p>
        </div>
      </li>
    </>
  );
}

const shortened = (clientId: string) =>
  clientId.length > 16 ? `${clientId.slice(0, 8)}…${clientId.slice(-6)}` : clientId;

const figures = [
  'No',
  'One',
  'Two',
  'Three',
  'Four',
  'Five',
  'Six',
  'Seven',
  'Eight',
  'Nine',
  'Ten',
  'Eleven',
  'Twelve',
];

const countOf = (count: number) => `${figures[count] ?? count} ${count === 1 ? 'scope' : 'scopes'}`;
