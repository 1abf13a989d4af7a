import { useSignal } from '@preact/signals';
import { useEffect } from 'preact/hooks';
import { alert, AlertAt, clearAlert, showAlert } from '../parts/alert.tsx';
import { alertWords } from '../parts/alert-text.ts';
import { ExternalLink } from '../parts/links.tsx';
import { unlessLeft } from '../unless-left.ts';
import { Artwork } from './artwork.tsx';
import { Plays, PlaysPlaceholder } from './plays.tsx';
import type { ResultProps } from '../result/result.ts';
import { SpotifyLogo } from './spotify-logo.tsx';
import { tryToken, type TryItResult } from './try-token.ts';

/** Whether the token works: whose it is, and what was played last. Runs by itself, once. */
export function TryIt({ result, page }: ResultProps) {
  const hasListener = result.grant !== 'client_credentials';
  return (
    <section aria-labelledby="try-it">
      <h2 id="try-it" tabIndex={-1}>
        Try it
      </h2>
      {hasListener ? (
        <TokenTest result={result} page={page} />
      ) : (
        <p class="hint">
          This token stands for the app, not for a listener: there is no account to name and no history to show. The
          snippets under <b>Use it</b> ask for something from the catalogue.
        </p>
      )}
    </section>
  );
}

function TokenTest({ result, page }: ResultProps) {
  const trial = useSignal<TryItResult | undefined>(undefined);
  const failure = useSignal<unknown>(undefined);
  const busy = useSignal(false);

  const run = async () => {
    if (busy.value) return;
    busy.value = true;
    failure.value = undefined;
    clearAlert('try');
    try {
      trial.value = await unlessLeft(tryToken(result, page));
    } catch (error) {
      failure.value = error;
      // Only one alert at a time: where another stands already, this one is said without being one.
      if (!alert.value) showAlert(page, error, { place: 'try', again });
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
      <QuietError error={failure.value} now={page.now()} again={again} />
    );
  }
  if (!trial.value) {
    return (
      <div class="tried" aria-busy="true">
        <p class="who hint">
          <span>Asking Spotify whose token this is, and what was played last.</span>
        </p>
        <PlaysPlaceholder />
      </div>
    );
  }
  return <Success trial={trial.value} result={result} page={page} />;
}

function QuietError({ error, now, again }: { error: unknown; now: number; again: () => void }) {
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

function Success({ trial: { account, plays }, result, page }: ResultProps & { trial: TryItResult }) {
  const name = account.displayName || account.id;
  const link = plays?.find(({ item }) => item.url)?.item.url ?? account.url ?? 'https://open.spotify.com/';
  return (
    <div class="tried">
      <p class="who hint">
        {account.imageUrl && <Artwork url={account.imageUrl} endpoints={result.endpoints} />}
        <span>
          It works: signed in as{' '}
          <b dir="auto">{account.url ? <ExternalLink href={account.url}>{name}</ExternalLink> : name}</b>
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
        <ExternalLink href={link} class="alone">
          LISTEN ON SPOTIFY
        </ExternalLink>
      </p>
    </div>
  );
}
