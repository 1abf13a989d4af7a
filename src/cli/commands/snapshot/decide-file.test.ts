import { describe, expect, it } from 'vitest';
import { confirm, decideFile } from './decide-file.ts';

const day = 24 * 60 * 60 * 1000;
const now = Date.UTC(2026, 10, 24);
const at = (days: number) => ({ confirmedAt: now - days * day, now });

describe('decideFile', () => {
  const last = (days: number, key = 'a', missing = 0) => ({ key, missing, confirmedAt: now - days * day });

  it.each([
    ['writes a new file', undefined, { key: 'a', isFailing: false }, 'write'],
    ['keeps a file with the same content, however old', last(90), { key: 'a', isFailing: false }, 'keep'],
    ['writes new content', last(0), { key: 'b', isFailing: false }, 'write'],
    ['keeps a good file for 30 days if the list fails', last(30), { key: 'gone', isFailing: true }, 'keep'],
    ['says then that it is not available', last(30.01), { key: 'gone', isFailing: true }, 'expire'],
    ['says so once', last(60, 'gone'), { key: 'gone', isFailing: true }, 'keep'],
    ['says so in a new file', undefined, { key: 'gone', isFailing: true }, 'expire'],
    ['says so of items from the future', last(-31), { key: 'gone', isFailing: true }, 'expire'],
    ['tries again to get pictures', last(0, 'a', 2), { key: 'a', isFailing: false }, 'retry_pictures'],
  ] as const)('%s', (_, before, next, decision) => {
    expect(decideFile(before, next, now)).toBe(decision);
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
