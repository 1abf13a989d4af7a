import { expect, it } from 'vitest';
import { unquote } from './clean-value.ts';

it.each([
  ['/var/lib/my site', '/var/lib/my site'],
  [' \t/srv/site \r\n', '/srv/site'],
  ['\ufeff\u200b/srv/site\u200b', '/srv/site'],
  ['"/srv/my site"', '/srv/my site'],
  [" '/srv/site'\n", '/srv/site'],
  ['`/srv/site`', '/srv/site'],
  ['\u201c/srv/site\u201d', '/srv/site'],
  ['" /srv/site "', ' /srv/site '],
  ['""/srv/site""', '"/srv/site"'],
  ['"/srv/site', '"/srv/site'],
  ["it's", "it's"],
  ['"', '"'],
  ['""', ''],
  [' \n', ''],
  ['', ''],
])('unquote takes %j as %j', (text, value) => {
  expect(unquote(text)).toBe(value);
});

it('unquote takes a long text in a time that grows with its length', () => {
  const timeFor = (length: number) => {
    const start = performance.now();
    unquote(`a${' '.repeat(length)}b`);
    return performance.now() - start;
  };
  timeFor(10_000);
  // Four hundred times as much, if each blank were a new start.
  expect(timeFor(400_000)).toBeLessThan(Math.max(20, timeFor(20_000)) * 100);
});
