import { expect, it } from 'vitest';
import { RefrainError } from '../../../errors/refrain-error.ts';
import { failedWords } from './tab-text.ts';

const now = Date.parse('2026-11-24T12:00:00Z');

it('tells a tab which account is kept and which came instead', () => {
  const error = new RefrainError('account_mismatch', { detail: 'Kept: one. Now: other.' });
  expect(failedWords(error, 'the cure', now).said).toEqual([error.message, 'Kept: one. Now: other.', 'the cure']);
});

it('tells a tab until when to wait, and of the network what the command knows, not what a page would', () => {
  const paused = failedWords(new RefrainError('rate_limited', { retryAt: now + 900_000 }), 'the cure', now);
  expect(paused.said.join(' ')).toMatch(/Next try: today at \d\d:\d\d\./);
  const cut = failedWords(new RefrainError('network', { cause: { code: 'ECONNREFUSED' } }), 'the cure', now);
  expect(cut.said.join(' ')).toContain('(ECONNREFUSED)');
  expect(cut.said.join(' ')).not.toMatch(/browser|page/);
});
