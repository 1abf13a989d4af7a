import { describe, expect, it } from 'vitest';
import { readStartOptions } from './start-options.ts';

describe('the flags of npm start', () => {
  it('are none by default', () => {
    expect(readStartOptions([])).toEqual({ kind: 'options', options: { port: 8888, emulatorPort: 8889, open: true } });
  });

  it('choose both ports and whether to open the browser', () => {
    expect(readStartOptions(['--no-open', '--port', '9000', '--emulator-port=0'])).toEqual({
      kind: 'options',
      options: { port: 9000, emulatorPort: 0, open: false },
    });
  });

  it.each(['--help', '-h'])('%s asks for help', (flag) => {
    expect(readStartOptions([flag, '--port', 'x'])).toEqual({ kind: 'help' });
  });

  it.each([
    [['--prot', '9000'], 'There is no flag --prot.'],
    [['-x'], 'There is no flag -x.'],
    [['9000'], '\u201c9000\u201d is not a flag'],
    [['--port', '65536'], '--port takes a number from 0 to 65535, not \u201c65536\u201d.'],
    [['--port', '80a'], '--port takes'],
    [['--port='], '--port takes'],
    [['--emulator-port', '1e3'], '--emulator-port takes'],
    [['--port'], '--port'],
    [['--no-open=yes'], '--no-open'],
  ])('%j is wrong usage, in words', (args, words) => {
    const read = readStartOptions(args);
    expect(read.kind).toBe('wrong');
    expect(read.kind === 'wrong' && read.why).toContain(words);
  });
});
