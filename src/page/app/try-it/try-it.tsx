import { useSignal } from '@preact/signals';
import { useEffect } from 'preact/hooks';
import { alert, AlertAt, clear, raise } from '../parts/alert.tsx';
import { alertWords } from '../parts/alert-text.ts';
import { Beside } from '../parts/marks.tsx';
import { stay } from '../stage.ts';
import { Artwork } from './artwork.tsx';
import { Plays, PlaysToCome } from './plays.tsx';
import type { OfResult } from '../result/of-result.ts';
import { SpotifyLogo } from './spotify-logo.tsx';
import { tryToken, type Trial } from './try.ts';

/** Whether the token works: whose it is, and what was played last. Runs by itself, once. */
export function TryIt({ result, page }: OfResult) {
  const hasListener = result.grant !== 'client_credentials';
  return (
    <section aria-labelledby="try-it">
      <h2 id="try-it" tabIndex={-1}>
        Try it
      </h2>
      {hasListener ? (
        <Tried result={result} page={page} />
      ) : (
        <p class="hint">
          This token stands for the app, not for a listener: there is no account to name and no history to show. The
          snippets under <b>Use it</b> ask for something from the catalogue.
        </p>
      )}
    </section>
  );
}

function Tried({ result, page }: OfResult) {
  const trial = useSignal<Trial | undefined>(undefined);
  const failure = useSignal<unknown>(undefined);
  const busy = useSignal(false);

  const run = async () => {
    if (busy.value) return;
    busy.value = true;
    failure.value = undefined;
    clear('try');
    try {
      trial.value = await stay(tryToken(result, page));
    } catch (error) {
      failure.value = error;
      // Only one alert at a time: where another stands already, this one is said without being one.
      if (!alert.value) raise(page, error, { place: 'try', again });
    } finally {
      busy.value = false;
    }
  };
  // The button that was pressed goes with the alert: the focus stays in this part of the page.
  const again = () => {
    page.window.document.getElementById('try-it')?.focus();
    void run();
  };
  useEffect(() => void run(), []);

  if (failure.value) {
    const isRaised = alert.value?.place === 'try';
    return isRaised ? (
      <AlertAt place="try" page={page} />
    ) : (
      <Unraised error={failure.value} now={page.now()} again={again} />
    );
  }
  if (!trial.value) {
    return (
      <div class="tried" aria-busy="true">
        <p class="who hint">
          <span>Asking Spotify whose token this is, and what was played last.</span>
        </p>
        <PlaysToCome />
      </div>
    );
  }
  return <Shown trial={trial.value} result={result} page={page} />;
}

function Unraised({ error, now, again }: { error: unknown; now: number; again: () => void }) {
  const { title, cure } = alertWords(error, now);
  return (
    <div class="tried">
      <p>
        <b>{title}.</b> {cure}
      </p>
      <div class="row">
        <button type="button" onClick={again}>
          Ask again
        </button>
      </div>
    </div>
  );
}

function Shown({ trial: { account, plays }, result, page }: OfResult & { trial: Trial }) {
  const name = account.displayName || account.id;
  const link = plays?.find(({ item }) => item.url)?.item.url ?? account.url ?? 'https://open.spotify.com/';
  return (
    <div class="tried">
      <p class="who hint">
        {account.imageUrl && <Artwork url={account.imageUrl} endpoints={result.endpoints} />}
        <span>
          It works: signed in as <b dir="auto">{account.url ? <Beside href={account.url}>{name}</Beside> : name}</b>
          {plays && plays.length > 0 && ', and this is what Spotify says was played last'}.
        </span>
      </p>
      {plays && plays.length > 0 && <Plays plays={plays} endpoints={result.endpoints} now={page.now()} />}
      {plays?.length === 0 && (
        <p>Spotify has no plays of this account yet: nothing longer than half a minute, outside private sessions.</p>
      )}
      {!plays && (
        <p>
          What was played last stays closed: the token lacks the scope <code>user-read-recently-played</code>. That is
          no fault if you did not ask for it.
        </p>
      )}
      {result.mode === 'practice' && (
        <p class="hint">Made up for practice: what is listed here leads nowhere at Spotify.</p>
      )}
      <p class="row attribution">
        <SpotifyLogo />
        <Beside href={link} class="alone">
          LISTEN ON SPOTIFY
        </Beside>
      </p>
    </div>
  );
}
