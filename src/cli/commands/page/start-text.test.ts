import { describe, expect, it } from 'vitest';
import { startWords } from './start-text.ts';

const started = { pageUrl: 'http://127.0.0.1:8888/', emulatorUrl: 'http://127.0.0.1:8889/', taken: {}, opens: false };
const escapes = /\u001B/; // oxlint-disable-line no-control-regex -- looking for it is what this is for

describe('the words of npm start', () => {
  it('end a line with each address, whole', () => {
    const lines = startWords(started, false).split('\n');
    expect(lines.filter((line) => line.endsWith(started.pageUrl))).toHaveLength(1);
    expect(lines.filter((line) => line.endsWith(started.emulatorUrl))).toHaveLength(1);
  });

  it('are plain unless they may be styled', () => {
    expect(startWords(started, false)).not.toMatch(escapes);
    expect(startWords(started, true)).toMatch(escapes);
  });

  it('name each port that was taken', () => {
    expect(startWords(started, false)).not.toContain('taken');
    const words = startWords({ ...started, taken: { page: 8887, emulator: 8886 } }, false);
    expect(words).toContain('Port 8887 is taken');
    expect(words).toContain('Port 8886 is taken');
  });
});
