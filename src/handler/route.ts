import { listNames, type ListName } from '../listening/answer.ts';
import { views, type Format } from '../listening/views/views.ts';

/** What an address asks for. */
export type Route =
  | { readonly kind: 'list'; readonly list: ListName; readonly format: Format }
  /** `position`: 1 for the first item. */
  | { readonly kind: 'open'; readonly list: ListName; readonly position: number }
  | { readonly kind: 'element' }
  | { readonly kind: 'health' }
  | { readonly kind: 'renew' };

const lists = listNames.join('|');
const listPath = new RegExp(`(?:^|/)(${lists})\\.(${Object.keys(views).join('|')})$`);
const openPath = new RegExp(`(?:^|/)(?:(now-playing)|(${lists})/([1-9]\\d?))/open$`);
const otherPath = /(?:^|\/)(?:(element)\.js|(health|renew))$/;

/**
 * Finds the route by the end of the path, so that the handler works under any prefix.
 * @param path the path of the address, without its query
 * @returns undefined if the path ends in none of the routes
 */
export function matchRoute(path: string): Route | undefined {
  const [, list, format] = listPath.exec(path) ?? [];
  if (list !== undefined) return { kind: 'list', list: list as ListName, format: format as Format };
  const [, player, openList, position] = openPath.exec(path) ?? [];
  if (player !== undefined) return { kind: 'open', list: 'now-playing', position: 1 };
  if (openList !== undefined && openList !== 'now-playing')
    return { kind: 'open', list: openList as ListName, position: Number(position) };
  const [, element, other] = otherPath.exec(path) ?? [];
  if (element !== undefined) return { kind: 'element' };
  return other === undefined ? undefined : { kind: other as 'health' | 'renew' };
}
