import { expect, it } from 'vitest';
import { paint } from '../../terminal/text.ts';
import { checkNames, notChecked, ok, wrong } from './check-result.ts';
import { formatChecks } from './check-text.ts';

const lines = (checks: Parameters<typeof formatChecks>[0], columns?: number) =>
  formatChecks(checks, paint(false), columns).trimEnd().split('\n');

it.each([undefined, 80])('says once what several checks in a row have in common (%j columns)', (columns) => {
  const network = wrong('network', 'Cannot reach accounts.spotify.com.', 'Check your connection.');
  const rest = checkNames.slice(3).map((name) => notChecked(name, 'Spotify cannot be reached.'));
  const shown = lines([network, ...rest], columns);
  expect(shown.filter((line) => line.includes('Spotify cannot be reached.'))).toEqual([
    'not checked  The rest       Spotify cannot be reached.',
  ]);
});

it('names neighbours that are not the rest', () => {
  const reason = 'There is no client ID.';
  const shown = lines([notChecked('redirect_uri', reason), notChecked('client_id', reason), ok('scopes', 'None.')]);
  expect(shown).toEqual([
    'not checked  Redirect URI, Client ID  There is no client ID.',
    'ok           Scopes         None.',
  ]);
});
