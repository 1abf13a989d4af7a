import { describe, expect, it } from 'vitest';
import { confirm, decideFile } from './decide-file.ts';

const day = 24 * 60 * 60 * 1000;
const now = Date.UTC(2026, 10, 24);
const last = { key: 'a', missing: 0 };
const at = (days: number) => ({ confirmedAt: now - days * day, now });

describe('decideFile', () => {
  it.each([
    ['writes a new file', undefined, { key: 'a', isFailing: false }, at(0), 'write'],
    ['keeps a file with the same content, however old', last, { key: 'a', isFailing: false }, at(90), 'keep'],
    ['writes new content', last, { key: 'b', isFailing: false }, at(0), 'write'],
    ['keeps a good file for 30 days if the list fails', last, { key: 'gone', isFailing: true }, at(30), 'keep'],
    ['says then that it is not available', last, { key: 'gone', isFailing: true }, at(30.01), 'expire'],
    ['says so once', { key: 'gone', missing: 0 }, { key: 'gone', isFailing: true }, at(60), 'keep'],
    ['says so in a new file', undefined, { key: 'gone', isFailing: true }, at(0), 'expire'],
    ['says so of items from the future', last, { key: 'gone', isFailing: true }, at(-31), 'expire'],
    ['tries again to get pictures', { key: 'a', missing: 2 }, { key: 'a', isFailing: false }, at(0), 'retry_pictures'],
  ] as const)('%s', (_, before, next, times, decision) => {
    expect(decideFile(before, next, times)).toBe(decision);
  });
});

describe('confirm', () => {
  it('is exact to a day if nothing was written, so that the manifest does not change each time', () => {
    expect(confirm({ ...at(0.9), isWritten: false }, now)).toBe(now - 0.9 * day);
    expect(confirm({ ...at(1.1), isWritten: false }, now)).toBe(now);
    expect(confirm({ ...at(0.9), isWritten: true }, now)).toBe(now);
    expect(confirm({ confirmedAt: null, now, isWritten: false }, now)).toBe(now);
  });

  it('stays on failure, until the items are too old', () => {
    expect(confirm({ ...at(20), isWritten: false }, null)).toBe(now - 20 * day);
    expect(confirm({ ...at(31), isWritten: true }, null)).toBeNull();
  });
});
