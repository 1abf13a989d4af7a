import type { Operation } from '../../../spotify/operations.ts';
import { scopeGroups } from '../../../spotify/scopes.ts';
import { countOf } from '../../../text/dates.ts';
import { wrap, type Paint } from '../../terminal/text.ts';
import type { FoundOperation } from './find-operations.ts';
import type { ScopeFacts } from './scope-facts.ts';

const closedWords = 'closed in development mode';

/** One line for each scope, under its group. */
export function scopeList(facts: readonly ScopeFacts[], { bold, dim }: Paint): string {
  const width = Math.max(...facts.map(({ name }) => name.length));
  return scopeGroups
    .map((group) => ({ group, members: facts.filter((fact) => fact.group === group) }))
    .filter(({ members }) => members.length > 0)
    .map(({ group, members }) =>
      [bold(group), ...members.map(({ name, words }) => `  ${name.padEnd(width)}  ${dim(words)}`)].join('\n'),
    )
    .join('\n')
    .concat('\n');
}

/** One line for each preset, with what it holds below. */
export function presetList(presets: readonly { name: string; scopes: readonly string[] }[], { dim }: Paint): string {
  const width = Math.max(...presets.map(({ name }) => name.length));
  return presets
    .map(({ name, scopes }) =>
      scopes
        .map((scope, index) => `  ${(index === 0 ? name : '').padEnd(width)}  ${dim(scope)}`)
        .join('\n')
        .concat('\n'),
    )
    .join('');
}

/** All about each scope: what it lets do, which presets hold it, which calls it opens. */
export function scopeDetails(facts: readonly ScopeFacts[], paint: Paint): string {
  return facts.map((fact) => detail(fact, paint)).join('\n');
}

function detail({ name, words, group, endpoints, presets }: ScopeFacts, { bold, dim }: Paint): string {
  const width = Math.max(...endpoints.filter(({ closed }) => closed).map((endpoint) => lineOf(endpoint).length), 0);
  return [
    bold(name),
    `  ${words} ${dim(`(${group})`)}`,
    ...(presets.length > 0 ? [dim(`  In the preset${presets.length > 1 ? 's' : ''} ${presets.join(', ')}`)] : []),
    ...(endpoints.length === 0
      ? [dim('  It opens no endpoint: it is for Spotify\u2019s own players.')]
      : endpoints.map((endpoint) =>
          endpoint.closed ? dim(`  ${lineOf(endpoint).padEnd(width)}  ${closedWords}`) : `  ${lineOf(endpoint)}`,
        )),
    '',
  ].join('\n');
}

const lineOf = ({ method, path }: Pick<Operation, 'method' | 'path'>) => `${method.padEnd(6)} ${path}`;

/** What each call asks for. */
export function operationWords(found: readonly FoundOperation[], { bold, dim, accent }: Paint): string {
  return found
    .map(({ method, path, closed, scopes, note }) =>
      [
        bold(`${method} ${path}`),
        ...(scopes.length === 0 ? ['  No scope: any token may ask.'] : scopes.map((scope) => `  ${scope}`)),
        ...(note === undefined
          ? []
          : wrap(note, 76)
              .split('\n')
              .map((line) => dim(`  ${line}`))),
        ...(closed ? [accent(`  ${closedWords}: apps made since February 2026 are refused`)] : []),
        '',
      ].join('\n'),
    )
    .join('\n');
}

/** What comes below the list on a screen: where to go on. */
export function howToGoOn(count: number): string {
  return [
    '',
    `${countOf(count, 'scope')}. All about one:      refrain scopes user-top-read`,
    '           What a call wants:  refrain scopes --for "GET /me/top/tracks"',
    '           Ready-made sets:    refrain scopes --preset',
    '',
  ].join('\n');
}
