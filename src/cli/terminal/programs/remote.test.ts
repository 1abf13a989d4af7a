import { expect, it } from 'vitest';
import { describeRemote } from './remote.ts';

it.each([
  [{}, [], undefined],
  [{ SSH_CONNECTION: '10.0.0.2 50000 10.0.0.1 22' }, [], 'over SSH'],
  [{ CODESPACES: 'true', SSH_CONNECTION: 'a' }, ['/.dockerenv'], 'in a codespace'],
  [{ REMOTE_CONTAINERS: 'true' }, [], 'in a container'],
  [{}, ['/.dockerenv'], 'in a container'],
  [{}, ['/run/.containerenv'], 'in a container'],
] as const)('with %j and the files %j it runs %s', (variables, files, expected) => {
  expect(describeRemote(variables, (path) => (files as readonly string[]).includes(path))).toBe(expected);
});
