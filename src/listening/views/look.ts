import type { ListName } from '../answer.ts';

export const layouts = ['list', 'single'] as const;
export const themes = ['auto', 'light', 'dark'] as const;

/** The width of a card, in pixels. */
export const cardWidth = { min: 320, max: 500, default: 400 } as const;

/** How many items a view shows. */
export const itemLimit = { min: 1, max: 50, default: 5, json: 20 } as const;

/** How a view shows an answer. A view ignores what has no meaning for it, and moves a number into its range. */
export interface Look {
  /** How many items, 1 to 50. Default: 5, and 20 in JSON. */
  readonly limit?: number | undefined;
  /** SVG only. Default: `single` for `now-playing`, else `list`. */
  readonly layout?: (typeof layouts)[number] | undefined;
  /** Which item a `single` card shows, counted from 1. Default: 1. */
  readonly item?: number | undefined;
  /** SVG only. Default: `auto`, which follows the reader's system. */
  readonly theme?: (typeof themes)[number] | undefined;
  /** Six hex digits, with or without `#`: it replaces both themes. `none`: no ground and no padding, for a page that has its own. */
  readonly background?: string | undefined;
  /** Six hex digits. It is made darker or lighter until its contrast with the background is 4.5 : 1. */
  readonly text?: string | undefined;
  /** Six hex digits, for what plays now. Its contrast is kept like that of `text`. */
  readonly accent?: string | undefined;
  /** Pixels, 320 to 500, SVG only. Default: 400. */
  readonly width?: number | undefined;
  /** Whether SVG and HTML show artwork. Default: true. */
  readonly artwork?: boolean | undefined;
  /** `date` for files that stay as they are: dates in UTC, no ages, nothing that plays now. Default: `ago`. */
  readonly times?: 'ago' | 'date' | undefined;
  /** SVG only: artwork as `data:` URIs, by its address. An item without one gets a note. */
  readonly covers?: ReadonlyMap<string, string> | undefined;
}

/** The number of items to show. */
export const limitOf = (look: Look, usual: number = itemLimit.default): number => within(look.limit, itemLimit, usual);

/** The width of the card in pixels. */
export const widthOf = (look: Look): number => within(look.width, cardWidth, cardWidth.default);

/** Which item a `single` card shows, counted from 1. */
export const itemOf = (look: Look): number => within(look.item, itemLimit, 1);

export const layoutOf = (look: Look, list: ListName): (typeof layouts)[number] =>
  look.layout ?? (list === 'now-playing' ? 'single' : 'list');

function within(value: number | undefined, { min, max }: Record<'min' | 'max', number>, usual: number): number {
  return Math.round(Math.min(max, Math.max(min, value ?? usual))) || usual;
}
