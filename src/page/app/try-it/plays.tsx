import type { Play, PlayedItem } from '../../../listening/plays.ts';
import type { Endpoints } from '../../../spotify/endpoints.ts';
import { ago, atTime } from '../parts/dates.ts';
import { ExternalLink } from '../parts/links.tsx';
import { Artwork } from './artwork.tsx';
import { playLimit } from './try-token.ts';

/** What was played last, the latest first: titles as Spotify sends them, each a link to the same item there. A long one is cut on the
 * screen alone, and whole on focus, under the pointer and to a screen reader. */
export function Plays({ plays, endpoints, now }: { plays: readonly Play[]; endpoints: Endpoints; now: number }) {
  return (
    <ol class="plays" role="list">
      {plays.map(({ playedAt, item }) => (
        <li key={`${playedAt} ${item.url ?? item.name}`}>
          <Artwork url={item.imageUrl} endpoints={endpoints} />
          <b dir="auto" title={item.name} tabIndex={item.url ? undefined : 0}>
            {item.url ? (
              <ExternalLink href={item.url}>{item.name || 'Untitled'}</ExternalLink>
            ) : (
              item.name || 'Untitled'
            )}
          </b>
          <span dir="auto" title={byLine(item)}>
            {item.explicit && <abbr title="Explicit">E</abbr>}
            {byLine(item)}
          </span>
          <time dateTime={new Date(playedAt).toISOString()} title={atTime(playedAt, now)}>
            {ago(playedAt, now)}
          </time>
        </li>
      ))}
    </ol>
  );
}

/** The place of the plays while they are on their way, as high as they will be. */
export function PlaysPlaceholder() {
  return (
    <ol class="plays" aria-hidden="true">
      {Array.from({ length: playLimit }, (_, index) => (
        <li key={index}>
          <Artwork />
        </li>
      ))}
    </ol>
  );
}

function byLine({ kind, artists, albumOrShow, isLocal }: PlayedItem): string {
  const who = kind === 'episode' ? (albumOrShow ?? '') : artists.filter(Boolean).join(', ');
  const what = kind === 'episode' ? 'episode' : isLocal ? 'local file' : '';
  return [who, what].filter(Boolean).join(' · ');
}
