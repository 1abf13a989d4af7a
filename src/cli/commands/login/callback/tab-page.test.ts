import { expect, it } from 'vitest';
import { RefrainError } from '../../../../errors/refrain-error.ts';
import { failedTab, loggedInTab, renderTab } from './tab-page.ts';

const now = Date.parse('2026-11-24T12:00:00Z');

it('escapes what it shows', () => {
  expect(renderTab(loggedInTab('<b>&"'))).toContain('&lt;b&gt;&amp;&quot;');
});

it('names both accounts if they differ', () => {
  const error = new RefrainError('account_mismatch', { detail: 'Noor, not Maya' });
  const paragraphs = ['You signed in with another account: Noor, not Maya.', 'the cure'];
  expect(failedTab(error, 'the cure', now).paragraphs).toEqual(paragraphs);
});

it('says when to try again', () => {
  const tab = failedTab(new RefrainError('rate_limited', { retryAt: now + 900_000 }), 'the cure', now);
  expect(tab.paragraphs.join(' ')).toMatch(/until \d\d:\d\d:\d\d\./);
});

it('explains a network error as the command does, not as a browser would', () => {
  const tab = failedTab(new RefrainError('network', { cause: { code: 'ECONNREFUSED' } }), 'the cure', now);
  expect(tab.paragraphs.join(' ')).toContain('(ECONNREFUSED)');
  expect(tab.paragraphs.join(' ')).not.toMatch(/browser|page/);
});
