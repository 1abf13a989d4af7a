import type { Answer, ListName, TimeRange } from '../answer.ts';
import type { Item } from '../item.ts';
import { spotifyLink } from '../links.ts';
import { cleanText } from './text/clean-text.ts';
import { itemOf, limitOf, type Look } from './look.ts';
import { formatAge, formatDay, formatMoment } from './times.ts';

/** A short and a long form of the same time. */
export interface TimeText {
  readonly short: string;
  readonly words: string;
  /** Epoch milliseconds. */
  readonly time: number;
}

/** One item as every view shows it. All texts are clean. */
export interface Row {
  readonly item: Item;
  /** Never empty. */
  readonly name: string;
  /** The artists, or the podcast of an episode. */
  readonly by: readonly string[];
  /** The line below the name: `by`, or that it is a local file. */
  readonly secondLine: readonly string[];
  /** On open.spotify.com. */
  readonly url: string | undefined;
  /** Whether the item is in the player, and if so whether it moves. */
  readonly player: 'playing' | 'paused' | null;
  /** The position in the item that the player has, and its length, in milliseconds. Null if one of them is not known. */
  readonly progress: { readonly elapsed: number; readonly length: number } | null;
  /** When it was played. */
  readonly played: TimeText | null;
}

/** What a view shows of an answer: decided once, so that no two views tell different things. */
export interface Shown {
  /** What the view is, in one line. */
  readonly title: string;
  /** The list; in `now-playing` what the player does with the item. */
  readonly heading: string;
  /** `last 4 weeks`, or the list if the heading is *Practice*. */
  readonly detail: string;
  readonly isRanked: boolean;
  readonly rows: readonly Row[];
  /** What is said if there is nothing to list: what happened, and what follows. */
  readonly notice: Notice | null;
  /** When the rows were true, if that is not now. */
  readonly asOf: TimeText | null;
  readonly answer: Answer;
}

export type Notice = readonly [title: string, text: string];

/** What says that an item is explicit. */
export const explicitMark = { letter: 'E', word: 'Explicit' } as const;

const headings: Record<ListName, string> = {
  'now-playing': 'Now playing',
  'recently-played': 'Recently played',
  'top/tracks': 'Top tracks',
  'top/artists': 'Top artists',
};

const ranges: Record<TimeRange, string> = {
  short_term: 'last 4 weeks',
  medium_term: 'last 6 months',
  long_term: 'last year',
};

const notices = {
  warming: ['One moment', 'The first songs are on their way'],
  hidden: ['Not shared just now', 'The listener has paused this card'],
  unavailable: ['Not available just now', 'This card looks again by itself'],
  signIn: ['Not available', 'Its owner has to sign in again'],
  ad: ['Ad break', 'The music goes on in a moment'],
  beyond: ['Nothing here', 'The list is shorter than that'],
  empty: ['Nothing played yet', 'Songs show here once they have been heard'],
  // Perhaps something else is: a kind of item that Spotify does not name, or one that is not published.
  silent: ['No song is playing', 'Songs show here while they play'],
} satisfies Record<string, Notice>;

/** Decides what is shown: the first items, or one in the layout `single`. */
export function prepare(answer: Answer, look: Look, layout: Look['layout'] = 'list'): Shown {
  const { list, timeRange, isPractice } = answer;
  // The player has one item, so `item` means nothing there.
  const [first, count] = layout === 'single' && list !== 'now-playing' ? [itemOf(look) - 1, 1] : [0, limitOf(look)];
  const isDated = look.times === 'date';
  // Nothing plays now in a file that stays, or in an answer that is not current.
  const isPast = isDated || answer.state === 'failing';
  const items =
    isPast && list === 'recently-played' ? answer.items.filter(({ playedAt }) => playedAt !== null) : answer.items;
  const rows = items.slice(first, first + count).map((item) => toRow(item, answer, isPast, isDated));
  const range = timeRange ? ranges[timeRange] : '';
  const andRange = range && `, ${range}`;
  const notice = rows.length || !items.length ? noticeFor(answer, rows) : notices.beyond;
  const [row] = rows;
  const heading = row && !notice && list === 'now-playing' ? describePlay(row, answer, isPast) : headings[list];
  const practice = heading.toLowerCase() + andRange;
  return {
    title: isPractice ? `Practice: ${practice}` : `${heading} on Spotify${andRange}`,
    heading: isPractice ? 'Practice' : heading,
    detail: isPractice ? practice : range,
    isRanked: list.startsWith('top/'),
    rows: notice ? [] : rows,
    notice,
    asOf:
      !notice && isPast && answer.fetchedAt !== null
        ? timeText(answer.fetchedAt, answer.at, isDated, formatMoment)
        : null,
    answer,
  };
}

function toRow(item: Item, answer: Answer, isPast: boolean, isDated: boolean): Row {
  const name = cleanText(item.name);
  const by = (item.kind === 'episode' ? [item.show ?? ''] : item.artists).map(cleanText).filter(Boolean);
  const player = isInPlayer(answer, item) && !isPast ? (answer.status === 'paused' ? 'paused' : 'playing') : null;
  return {
    item,
    name: name || (item.isLocal ? 'Local file' : 'Untitled'),
    by,
    secondLine: by.length || !item.isLocal || !name ? by : ['Local file'],
    url: spotifyLink(item.url),
    player,
    progress: player && getProgress(item, answer),
    played:
      item.playedAt === null ? null : timeText(item.playedAt, answer.at, isDated, (time) => formatDay(time, answer.at)),
  };
}

/** What the player does with the item, or when it did. @param isPast whether the answer is not current */
export function describePlay({ player }: Row, { status }: Answer, isPast: boolean): string {
  if (player) return player === 'playing' ? headings['now-playing'] : 'Paused';
  if (isPast) return 'Last heard';
  return status === 'ad' ? 'Ad break' : 'Last played';
}

/** Whether the item is in the player, playing or paused. In the recent list, such an item has no end yet. */
function isInPlayer({ list, status, items }: Answer, item: Item): boolean {
  if (item !== items[0] || item.playedAt !== null) return false;
  return list === 'recently-played' || (list === 'now-playing' && (status === 'playing' || status === 'paused'));
}

function getProgress({ durationMs: length }: Item, { startedAt, progressMs, at }: Answer): Row['progress'] {
  const elapsed = startedAt === null ? progressMs : at - startedAt;
  return !length || elapsed === null ? null : { elapsed: Math.min(length, Math.max(0, elapsed)), length };
}

function timeText(time: number, at: number, isDated: boolean, format: (time: number) => string): TimeText {
  if (isDated) return { short: format(time), words: format(time), time };
  return { short: formatAge(at - time, 'short'), words: formatAge(at - time, 'words'), time };
}

function noticeFor({ list, state, status, problem }: Answer, rows: readonly Row[]): Notice | null {
  if (state === 'warming' || state === 'hidden') return notices[state];
  if (rows.length) return null;
  if (state === 'failing') return problem?.retryAt === null ? notices.signIn : notices.unavailable;
  if (status === 'ad') return notices.ad;
  // The last plays may be unknown: they need a scope of their own.
  return list === 'now-playing' ? notices.silent : notices.empty;
}

/** Everything that is shown, as a screen reader says it: whole, with times in words. */
export function describeShown({ rows, notice, asOf, answer }: Shown): string {
  if (notice) return `${notice.join('. ')}.`;
  const numberOf = (at: number) => (rows.length > 1 ? `${at + 1}. ` : '');
  const sentences = rows.map((row, at) => `${isolate(numberOf(at) + describeRow(row))}.`);
  const isBeforeAd = answer.list === 'now-playing' && answer.status === 'ad';
  const last = asOf ? `As of ${asOf.words}.` : isBeforeAd ? 'Played before the ad.' : '';
  return [...sentences, ...(last ? [last] : [])].join(' ');
}

/** A text that does not change the direction of what surrounds it. */
const isolate = (text: string): string => `\u2068${text}\u2069`;

function describeRow({ item, name, by, player, played }: Row): string {
  const isNamed = name !== 'Local file';
  return [
    by.length ? `${name}${item.kind === 'episode' ? ', an episode of' : ' by'} ${by.join(', ')}` : name,
    item.explicit && 'explicit',
    item.isLocal && isNamed && 'local file',
    player === 'playing' ? 'playing now' : (player ?? played?.words),
  ]
    .filter(Boolean)
    .join(', ');
}
