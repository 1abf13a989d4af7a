import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readListOptions } from './list-options.ts';

describe('readListOptions', () => {
  it('reads every option', () => {
    const search =
      '?limit=10&time_range=long_term&layout=single&item=2&theme=dark&background=none&text=fff&accent=%231DB954&width=320&artwork=0';
    expect(readListOptions(search)).toEqual({
      options: {
        limit: 10,
        time_range: 'long_term',
        layout: 'single',
        item: 2,
        theme: 'dark',
        background: 'none',
        text: '#ffffff',
        accent: '#1db954',
        width: 320,
        artwork: false,
      },
    });
  });

  it('reads no options as none', () => {
    expect(readListOptions('')).toEqual({ options: {} });
  });

  it.each([
    ['limit=0', 'limit can be a whole number from 1 to 50.'],
    ['limit=51', 'limit can be a whole number from 1 to 50.'],
    ['limit=1e1', 'limit can be a whole number from 1 to 50.'],
    ['limit=', 'limit can be a whole number from 1 to 50.'],
    ['width=319', 'width can be a whole number from 320 to 500.'],
    ['time_range=week', 'time_range can be short_term, medium_term or long_term.'],
    ['theme=Dark', 'theme can be auto, light or dark.'],
    ['background=red', 'background can be six hex digits, such as 1a1b1e, or none.'],
    ['text=none', 'text can be six hex digits, such as 1a1b1e.'],
    ['artwork=true', 'artwork can be 0 or 1.'],
    ['limit=5&limit=5', 'limit can be given only once.'],
    ['limits=5', expect.stringContaining('No such option. Options: limit, time_range, layout')],
    ['__proto__=5', expect.stringContaining('No such option')],
    ['toString=5', expect.stringContaining('No such option')],
  ])('refuses %s', (search, allowed) => {
    expect(readListOptions(search)).toEqual({ wrong: [{ given: search, allowed }] });
  });

  it('names every wrong option, and cuts long ones', () => {
    const read = readListOptions(`limit=0&theme=x&${'a'.repeat(5000)}=1`);
    expect('wrong' in read && read.wrong.map(({ given }) => given.length)).toEqual([7, 7, 60]);
  });

  it('shows no characters that a terminal might act on', () => {
    const read = readListOptions('?theme=%1B[31m%C2%9B%E2%80%AE');
    expect(read).toMatchObject({ wrong: [{ given: 'theme=[31m' }] });
  });

  it('never throws', () => {
    fc.assert(
      fc.property(fc.string(), (search) => {
        const read = readListOptions(search);
        expect('wrong' in read ? read.wrong.length : 1).toBeGreaterThan(0);
      }),
    );
  });
});
