import { listOptions } from '../../../../handler/list-options.ts';
import { listNames, timeRanges, type ListName, type TimeRange } from '../../../../listening/answer.ts';
import { cardWidth, itemLimit, layouts } from '../../../../listening/views/look.ts';

/** Ways to put a list on a page, by the names of their tabs. */
export const ways = {
  markdown: 'Markdown',
  html: 'HTML',
  element: 'Element',
  next: 'Next.js',
  worker: 'Worker',
} as const;
export type Way = keyof typeof ways;

/** What a list can be answered as, by the names of the tabs. */
export const answerFormats = { html: 'HTML', json: 'JSON', txt: 'Text', svg: 'SVG' } as const;
export type AnswerFormat = keyof typeof answerFormats;

/** What the index shows. All of it is in the query of its address. */
export interface IndexView {
  readonly list: ListName;
  /** For top lists. Undefined: the default, six months. */
  readonly time_range: TimeRange | undefined;
  readonly layout: (typeof layouts)[number] | undefined;
  /** Which item a single card shows, counted from 1. */
  readonly item: number;
  readonly width: number;
  readonly limit: number;
  /** `0` to leave the artwork out. */
  readonly artwork: '0' | undefined;
  /** Six hex digits each, or empty. The background can also be `none`. */
  readonly background: string;
  readonly text: string;
  readonly accent: string;
  readonly way: Way;
  readonly format: AnswerFormat;
  /** The origin at which the handler will run. */
  readonly host: string;
}

const defaultHost = 'https://listening.example.com';

/** Reads the query of the index. What is not valid is replaced by its default. */
export function readIndexView(query: URLSearchParams): IndexView {
  const oneOf = <Name extends string>(name: string, known: readonly Name[]) =>
    known.find((value) => value === query.get(name));
  const number = (name: string, { min, max, usual }: { min: number; max: number; usual: number }) => {
    const value = Number(query.get(name) ?? Number.NaN);
    return Number.isInteger(value) && value >= min && value <= max ? value : usual;
  };
  const colour = (name: 'background' | 'text' | 'accent') =>
    listOptions[name].read(query.get(name)?.trim() ?? '')?.replace('#', '') ?? '';
  return {
    list: oneOf('list', listNames) ?? 'recently-played',
    time_range: oneOf('time_range', timeRanges),
    layout: oneOf('layout', layouts),
    item: number('item', { ...itemLimit, usual: 1 }),
    width: number('width', { ...cardWidth, usual: cardWidth.default }),
    limit: number('limit', { ...itemLimit, usual: itemLimit.default }),
    artwork: oneOf('artwork', ['0']),
    background: colour('background'),
    text: colour('text'),
    accent: colour('accent'),
    way: oneOf('way', Object.keys(ways) as Way[]) ?? 'markdown',
    format: oneOf('format', Object.keys(answerFormats) as AnswerFormat[]) ?? 'html',
    host: readHost(query.get('host')),
  };
}

/** An http address without a query, or the default. Without a scheme it is https. */
function readHost(text: string | null): string {
  const host = text?.trim() ?? '';
  const address = /^[\w.-]+(:\d+)?(\/|$)/.test(host) ? `https://${host}` : host;
  if (!/^https?:\/\//i.test(address) || !URL.canParse(address)) return defaultHost;
  const { origin, pathname } = new URL(address);
  return `${origin}${pathname.replace(/\/+$/, '')}`;
}

/** The query of the index for another view. */
export const indexQuery = (view: IndexView): string => toQuery({ ...view });

/** The options of the view in a card’s address, without defaults. `theme` comes first. */
export function cardQuery(view: IndexView, theme?: 'light' | 'dark'): string {
  const { layout, item, width, background, text, accent } = view;
  return toQuery({
    theme,
    ...optionsOfList(view),
    layout,
    item: hasItem(view) && item > 1 ? item : undefined,
    width: width === cardWidth.default ? undefined : width,
    background,
    text,
    accent,
  });
}

/** The options of the view that every format has. */
export const listQuery = (view: IndexView): string => toQuery(optionsOfList(view));

/** The options of the view that decide which item a link leads to. */
export const openQuery = (view: IndexView): string => toQuery({ time_range: timeRangeOf(view) });

const timeRangeOf = ({ list, time_range }: IndexView) => (isTopList(list) ? time_range : undefined);

const optionsOfList = (view: IndexView) => ({
  time_range: timeRangeOf(view),
  limit: view.limit === itemLimit.default ? undefined : view.limit,
  artwork: view.artwork,
});

/** Whether the card shows one item of several. */
export const hasItem = ({ list, layout }: IndexView): boolean => layout === 'single' && list !== 'now-playing';

/** Whether a background of its own makes the card the same on light and dark pages. */
export const hasOwnGround = ({ background }: IndexView): boolean => background !== '' && background !== 'none';

/** Whether a list has a time range. */
export const isTopList = (list: ListName): boolean => list.startsWith('top/');

function toQuery(options: Readonly<Record<string, string | number | undefined>>): string {
  const given = Object.entries(options).filter(([, value]) => value !== undefined && value !== '');
  const query = new URLSearchParams(given.map(([name, value]) => [name, String(value)])).toString();
  return query === '' ? '' : `?${query}`;
}
