import { useSignal } from '../signal.ts';
import { useEffect } from 'preact/hooks';
import { appText } from '../../text/app-text.ts';
import { alert, AlertAt, clearAlert, showAlert } from '../parts/alert.tsx';
import { alertText } from '../parts/alert-text.ts';
import { Inline } from '../parts/inline.tsx';
import { ExternalLink } from '../parts/links.tsx';
import { unlessLeft } from '../unless-left.ts';
import { Artwork } from './artwork.tsx';
import { Plays, PlaysPlaceholder } from './plays.tsx';
import type { ResultProps } from '../result/result.ts';
import { SpotifyLogo } from './spotify-logo.tsx';
import { tryToken, type TryItResult } from './try-token.ts';

const text = appText.tryIt;

/** Tests the token once, without a press: whose it is and what was played last. */
export function TryIt({ result, page }: ResultProps) {
  const hasUser = result.grant !== 'client_credentials';
  return (
    <section aria-labelledby="try-it">
      <h2 id="try-it" tabIndex={-1}>
        {text.heading}
      </h2>
      {hasUser ? (
        <TokenTest result={result} page={page} />
      ) : (
        <p class="hint">
          <Inline text={text.noUser} />
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
      // If there is an alert already, show this error as text: two alerts are never visible.
      if (!alert.value) showAlert(page, error, { place: 'try', again });
    } finally {
      busy.value = false;
    }
  };
  // The pressed button disappears with the alert. Keep the focus in this part of the page.
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
          <span>{text.asking}</span>
        </p>
        <PlaysPlaceholder />
      </div>
    );
  }
  return <Success trial={trial.value} result={result} page={page} />;
}

function QuietError({ error, now, again }: { error: unknown; now: number; again: () => void }) {
  const { title, cure } = alertText(error, now);
  return (
    <div class="tried">
      <p>
        <b>{title}.</b> {cure}
      </p>
      <div class="row">
        <button type="button" onClick={again}>
          {text.askAgain}
        </button>
      </div>
    </div>
  );
}

function Success({ trial: { account, plays }, result, page }: ResultProps & { trial: TryItResult }) {
  const name = account.displayName || account.id;
  const linkedName = account.url ? <ExternalLink href={account.url}>{name}</ExternalLink> : name;
  const hasPlays = plays !== undefined && plays.length > 0;
  const link = plays?.find(({ item }) => item.url)?.item.url ?? account.url ?? 'https://open.spotify.com/';
  return (
    <div class="tried">
      <p class="who hint">
        {account.imageUrl && <Artwork url={account.imageUrl} endpoints={result.endpoints} />}
        <span>
          <Inline
            text={hasPlays ? text.worksWithPlays : text.works}
            values={{ name: <b dir="auto">{linkedName}</b> }}
          />
        </span>
      </p>
      {hasPlays && <Plays plays={plays} endpoints={result.endpoints} now={page.now()} />}
      {plays?.length === 0 && <p>{text.noPlays}</p>}
      {!plays && (
        <p>
          <Inline text={text.noScope} />
        </p>
      )}
      {result.mode === 'practice' && <p class="hint">{text.practice}</p>}
      <p class="row attribution">
        <SpotifyLogo />
        <ExternalLink href={link} class="alone">
          {text.listen}
        </ExternalLink>
      </p>
    </div>
  );
}
