import { describe, expect, it } from 'vitest';
import { startedText } from './started-text.ts';

const addresses = {
  pageUrl: 'http://127.0.0.1:8888/',
  redirectUri: 'http://127.0.0.1:8888/callback',
  emulatorUrl: 'http://127.0.0.1:8889/',
  portsInUse: {},
};
const plain = { opens: false, colour: false };
const escapes = /\u001B/; // oxlint-disable-line no-control-regex -- the test looks for it

describe('startedText', () => {
  it('ends a line with each address', () => {
    const lines = startedText(addresses, plain).split('\n');
    expect(lines.filter((line) => line.endsWith(addresses.pageUrl))).toHaveLength(1);
    expect(lines.filter((line) => line.endsWith(addresses.redirectUri))).toHaveLength(1);
    expect(lines.filter((line) => line.endsWith(addresses.emulatorUrl))).toHaveLength(1);
  });

  it('is styled only if colours are on', () => {
    expect(startedText(addresses, plain)).not.toMatch(escapes);
    expect(startedText(addresses, { ...plain, colour: true })).toMatch(escapes);
  });

  it('names each port that is in use', () => {
    expect(startedText(addresses, plain)).not.toContain('in use');
    const text = startedText({ ...addresses, portsInUse: { page: 8887, emulator: 8886 } }, plain);
    expect(text).toContain('Port 8887 is in use');
    expect(text).toContain('Port 8886 is in use');
  });
});
