import { expect, it } from 'vitest';
import { RefrainError } from '../../../errors/refrain-error.ts';
import { failedWords } from './tab-text.ts';

const now = Date.parse('2026-11-24T12:00:00Z');

it('shows in the tab which account signed in, and which was expected', () => {
  const error = new RefrainError('account_mismatch', { detail: 'Noor, not Maya' });
  const said = ['You signed in with another account: Noor, not Maya.', 'the cure'];
  expect(failedWords(error, 'the cure', now).said).toEqual(said);
});

it('shows in the tab how long to wait, and the system’s code of a network failure', () => {
  const paused = failedWords(new RefrainError('rate_limited', { retryAt: now + 900_000 }), 'the cure', now);
  expect(paused.said.join(' ')).toMatch(/until today at \d\d:\d\d\./);
  const cut = failedWords(new RefrainError('network', { cause: { code: 'ECONNREFUSED' } }), 'the cure', now);
  expect(cut.said.join(' ')).toContain('(ECONNREFUSED)');
  expect(cut.said.join(' ')).not.toMatch(/browser|page/);
});
