import type { Play, PlayedItem } from '../../../listening/plays.ts';
import type { Endpoints } from '../../../spotify/endpoints.ts';
import { appText } from '../../text/app-text.ts';
import { ago, atTime } from '../parts/dates.ts';
import { ExternalLink } from '../parts/links.tsx';
import { Artwork } from './artwork.tsx';
import { playLimit } from './try-token.ts';

const text = appText.tryIt;

/**
 * What was played last, the latest first. Titles are as Spotify sends them, with a link to the item there. A long title
 * is shortened on screen only: focus, the pointer and a screen reader give all of it.
 */
export function Plays({ plays, endpoints, now }: { plays: readonly Play[]; endpoints: Endpoints; now: number }) {
  return (
    <ol class="plays" role="list">
      {plays.map(({ playedAt, item }) => (
        <li key={`${playedAt} ${item.url ?? item.name}`}>
          <Artwork url={item.imageUrl} endpoints={endpoints} />
          <b dir="auto" title={item.name} tabIndex={item.url ? undefined : 0}>
            {item.url ? (
              <ExternalLink href={item.url}>{item.name || text.untitled}</ExternalLink>
            ) : (
              item.name || text.untitled
            )}
          </b>
          <span dir="auto" title={byLine(item)}>
            {item.explicit && <abbr title={text.explicit}>{text.explicitMark}</abbr>}
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

/** Keeps the space of the plays free until they arrive. */
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
  const what = kind === 'episode' ? text.episode : isLocal ? text.localFile : '';
  return [who, what].filter(Boolean).join(' · ');
}
