import { useEffect, useRef } from 'preact/hooks';
import { imageLink } from '../../../listening/links.ts';
import { appText } from '../../text/app-text.ts';
import { alert, AlertAt } from '../parts/alert.tsx';
import { alertText } from '../parts/alert-text.ts';
import { ago } from '../parts/dates.ts';
import { Inline } from '../parts/inline.tsx';
import { ExternalLink } from '../parts/links.tsx';
import type { Result, ResultProps } from '../result/result.ts';
import { Artwork } from './artwork.tsx';
import { SpotifyLogo } from './spotify-logo.tsx';
import { runTrial, wayToTryAgain } from './trial.ts';
import type { Works } from './try-token.ts';

const text = appText.tryIt;

/** The line under the headline: tests the token once, without a press, and says whose it is and what was played last. */
export function TryIt({ result, page }: ResultProps) {
  return (
    <section id="try-it" class="proof" aria-label={text.heading} tabIndex={-1}>
      {result.grant === 'client_credentials' ? (
        <p>
          <Inline text={text.noUser} />
        </p>
      ) : (
        <TokenTest result={result} page={page} />
      )}
    </section>
  );
}

function TokenTest({ result, page }: ResultProps) {
  const { accessToken } = result.tokens.value;
  const tried = useRef('');
  // Once, and again after a refresh if the test failed with the access token before.
  useEffect(() => {
    if (tried.current !== '' && result.trial.value.kind !== 'failed') return;
    tried.current = accessToken;
    // Not in the effect itself: the page is rendered at once.
    queueMicrotask(() => void runTrial(result, page));
  }, [accessToken]);

  const trial = result.trial.value;
  if (trial.kind === 'failed') {
    return alert.value?.place === 'try' ? (
      <AlertAt place="try" page={page} />
    ) : (
      <QuietError error={trial.error} result={result} page={page} />
    );
  }
  const item = trial.kind === 'works' ? trial.plays?.[0] : undefined;
  return (
    <div class="works" aria-busy={trial.kind === 'asking'}>
      <Artwork url={item && imageLink(item.images)} result={result} page={page} />
      <p aria-live="polite">
        {trial.kind === 'asking' ? text.asking : <Proof found={trial} result={result} now={page.now()} />}
      </p>
      <SpotifyLogo />
    </div>
  );
}

function Proof({ found: { account, plays }, result, now }: { found: Works; result: Result; now: number }) {
  const item = plays?.[0];
  const name = (
    <bdi>
      <b>{account.displayName || account.id}</b>
    </bdi>
  );
  if (!item) return <Inline text={plays ? text.noPlays : text.noScope} values={{ name }} />;
  const by = item.kind === 'episode' ? item.show : item.artists.filter(Boolean).join(', ');
  const words = !by ? text.played : item.kind === 'episode' ? text.playedFrom : text.playedBy;
  const title = item.name || text.untitled;
  return (
    <Inline
      text={words}
      values={{
        name,
        // The songs of practice are made up: no link leads to them.
        title: (
          <bdi>
            {item.url && result.mode === 'spotify' ? <ExternalLink href={item.url}>{title}</ExternalLink> : title}
          </bdi>
        ),
        by: <bdi>{by}</bdi>,
        ago: ago(item.playedAt ?? now, now),
      }}
    />
  );
}

function QuietError({ error, result, page }: ResultProps & { error: unknown }) {
  const { title, cure } = alertText(error, page.now());
  const again = wayToTryAgain(result, page);
  return (
    <div class="works">
      <p>
        <b>{title}.</b> {cure}
      </p>
      {again && (
        <button type="button" onClick={again}>
          {text.askAgain}
        </button>
      )}
    </div>
  );
}
