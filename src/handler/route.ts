import { listNames, type ListName } from '../listening/answer.ts';
import { views, type Format } from '../listening/views/views.ts';

/** What an address asks for. */
export type Route =
  | { readonly kind: 'list'; readonly list: ListName; readonly format: Format }
  /** `position`: 1 for the first item. */
  | { readonly kind: 'open'; readonly list: ListName; readonly position: number }
  | { readonly kind: 'element.js' }
  | { readonly kind: 'health' }
  | { readonly kind: 'renew' };

const lists = listNames.join('|');
const listPath = new RegExp(`(?:^|/)(${lists})(?:\\.(${Object.keys(views).join('|')})|(?:/([1-9]\\d?))?/open)$`);
const otherPath = /(?:^|\/)(element\.js|health|renew)$/;

/**
 * Finds the route by the end of the path, so that the handler works under any prefix.
 * @param path the path of the address, without its query
 * @returns undefined if the path ends in none of the routes
 */
export function matchRoute(path: string): Route | undefined {
  const [, list, format, position] = listPath.exec(path) ?? [];
  if (format !== undefined) return { kind: 'list', list: list as ListName, format: format as Format };
  // The player has one item, so its address has no number.
  if (list !== undefined && (list === 'now-playing') === (position === undefined)) {
    return { kind: 'open', list: list as ListName, position: Number(position ?? 1) };
  }
  const kind = otherPath.exec(path)?.[1] as 'element.js' | 'health' | 'renew' | undefined;
  return kind && { kind };
}
