import type { Operation } from '../../../spotify/operations.ts';
import { scopeGroups } from '../../../spotify/scopes.ts';
import { type Paint, wrap } from '../../terminal/text.ts';
import type { FoundOperation } from './find-operations.ts';
import type { ScopeFacts } from './scope-facts.ts';

/** How text is laid out. */
export interface Layout extends Paint {
  /** Of the screen; undefined if there is none. */
  readonly columns: number | undefined;
}

const closedText = 'closed in development mode';

/** Each scope on a line, below its group. */
export function formatScopes(scopes: readonly ScopeFacts[], { bold, dim, columns }: Layout): string {
  const width = Math.max(...scopes.map(({ name }) => name.length));
  return scopeGroups
    .map((group) => ({ group, members: scopes.filter((scope) => scope.group === group) }))
    .filter(({ members }) => members.length > 0)
    .flatMap(({ group, members }) => [
      bold(group),
      ...members.map(({ name, words }) => wrap(`  ${name.padEnd(width)}  ${dim(words)}`, columns, width + 2)),
    ])
    .join('\n')
    .concat('\n');
}

/** Each preset with its scopes, one on a line. */
export function formatPresets(presets: readonly { name: string; scopes: readonly string[] }[], { dim }: Paint): string {
  const width = Math.max(...presets.map(({ name }) => name.length));
  return presets
    .flatMap(({ name, scopes }) =>
      scopes.map((scope, index) => `  ${(index === 0 ? name : '').padEnd(width)}  ${dim(scope)}\n`),
    )
    .join('');
}

/** All about each scope: what it allows, its presets, and the calls that need it. */
export function formatDetails(scopes: readonly ScopeFacts[], layout: Layout): string {
  return scopes.map((scope) => formatDetail(scope, layout)).join('\n');
}

function formatDetail(scope: ScopeFacts, { bold, dim, columns }: Layout): string {
  const { name, words, group, endpoints, presets } = scope;
  const width = Math.max(...endpoints.filter(({ closed }) => closed).map((call) => callText(call).length), 0);
  const fitsScreen = columns === undefined || 4 + width + closedText.length <= columns;
  const label = fitsScreen ? closedText : 'closed';
  const lines = [
    bold(name),
    `  ${words} ${dim(`(${group})`)}`,
    ...(presets.length > 0 ? [dim(`  ${presets.length > 1 ? 'Presets' : 'Preset'}: ${presets.join(', ')}`)] : []),
    ...(endpoints.length === 0 ? [dim('  No Web API call needs it. It is for Spotify\u2019s own players.')] : []),
    ...endpoints.map((call) =>
      call.closed ? dim(`  ${callText(call).padEnd(width)}  ${label}`) : `  ${callText(call)}`,
    ),
    '',
  ];
  return wrap(lines.join('\n'), columns);
}

const callText = ({ method, path }: Pick<Operation, 'method' | 'path'>) => `${method.padEnd(6)} ${path}`;

/** The scopes that each call needs. */
export function formatOperations(found: readonly FoundOperation[], { bold, dim, accent, columns }: Layout): string {
  return found
    .map(({ method, path, closed, scopes, note }) =>
      [
        bold(`${method} ${path}`),
        ...(scopes.length === 0 ? ['  No scope needed: any token works.'] : scopes.map((scope) => `  ${scope}`)),
        ...(note === undefined ? [] : wrap(`  ${note}`, columns).split('\n').map(dim)),
        ...(closed
          ? wrap(`  Closed in development mode: apps made since February 2026 are refused.`, columns)
              .split('\n')
              .map(accent)
          : []),
        '',
      ].join('\n'),
    )
    .join('\n');
}

/** What to run next, shown below the list on a screen. */
export const nextCommands = [
  '',
  'About one scope:  refrain scopes user-top-read',
  'For a call:       refrain scopes --for "GET /me/player"',
  'Presets:          refrain scopes --preset',
  '',
].join('\n');
