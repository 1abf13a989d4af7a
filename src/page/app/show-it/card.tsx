import type { Answer } from '../../../listening/answer.ts';
import type { Item } from '../../../listening/item.ts';
import { imageWidths, pickImage } from '../../../listening/views/images.ts';
import { explicitMark, prepare, type Row } from '../../../listening/views/shown.ts';
import { appText } from '../../text/app-text.ts';
import { Inline } from '../parts/inline.tsx';
import { ExternalLink } from '../parts/links.tsx';
import type { ResultProps, Trial } from '../result/result.ts';
import { Artwork } from '../try-it/artwork.tsx';
import { SpotifyLogo } from '../try-it/spotify-logo.tsx';
import { isFixable } from '../try-it/trial.ts';

const text = appText.showIt;

/** The card that the handler would draw of the plays just fetched, with its words. They are English in every language of the page. */
export function Card({ result, page }: ResultProps) {
  const { value: trial } = result.trial;
  const isPractice = result.mode === 'practice';
  const items = trial.kind === 'works' ? trial.plays : undefined;
  const shown = prepareCard(items ?? [], page.now(), isPractice);
  const isListed = items !== undefined && shown.rows.length > 0;
  return (
    <figure class="card aside" aria-label={text.card} aria-busy={trial.kind === 'asking'}>
      <header lang="en">
        <h3>
          {shown.heading} {shown.detail && <small>{shown.detail}</small>}
        </h3>
        <SpotifyLogo />
      </header>
      {isListed ? (
        <ol class="plays" role="list" lang="en">
          {shown.rows.map((row, index) => (
            <Play key={row.played?.time} row={row} position={index + 1} result={result} page={page} />
          ))}
        </ol>
      ) : (
        <p class="plays hint" lang={items && 'en'}>
          <Inline text={items ? `${shown.notice?.join('. ')}.` : reasonFor(trial)} />
        </p>
      )}
    </figure>
  );
}

/** Why there are no plays to show. */
function reasonFor(trial: Trial): string {
  if (trial.kind === 'asking') return text.asking;
  if (trial.kind === 'works') return text.noScope;
  return isFixable(trial.error) ? text.refused : text.failed;
}

function Play({ row, position, result, page }: ResultProps & { row: Row; position: number }) {
  const { item, name, secondLine, url, played } = row;
  const by = secondLine.join(', ');
  return (
    <li>
      <Artwork url={pickImage(item, imageWidths.page) ?? undefined} result={result} page={page} />
      <b dir="auto" title={name}>
        {url ? (
          <ExternalLink href={url}>
            {name}
            <span class="vh"> {text.row(position)}</span>
          </ExternalLink>
        ) : (
          name
        )}
      </b>
      <span dir="auto" title={by}>
        {item.explicit && (
          <abbr title={explicitMark.word} dir="ltr">
            {explicitMark.letter}
          </abbr>
        )}
        {by}
      </span>
      {played && (
        <time dateTime={new Date(played.time).toISOString()} dir="auto">
          {played.short}
        </time>
      )}
    </li>
  );
}

/** What the handler's views would show of these plays. */
function prepareCard(items: readonly Item[], now: number, isPractice: boolean) {
  const answer: Answer = {
    list: 'recently-played',
    timeRange: null,
    state: items.length > 0 ? 'fresh' : 'empty',
    status: null,
    startedAt: null,
    progressMs: null,
    fetchedAt: now,
    at: now,
    problem: null,
    // The songs of practice are made up: no link leads to them.
    items: isPractice ? items.map((item) => ({ ...item, url: null })) : items,
    ...(isPractice && { isPractice }),
  };
  return prepare(answer, {});
}
