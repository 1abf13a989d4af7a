import { describe, expect, it } from 'vitest';
import { TestClock } from '../../../../test/support/keeper/keeper-bench.ts';
import type { CommandContext } from '../../context/context.ts';
import { chooseRoute, defaultRedirectUri, sentRedirectUri } from './callback/callback-route.ts';
import { openAuthorizationUrl, remindOfRedirectUri } from './open-authorization-url.ts';

const url = new URL('https://accounts.spotify.com/authorize?client_id=a');

interface Asked {
  readonly redirectUri?: string;
  readonly variables?: Readonly<Record<string, string>>;
  readonly opens?: boolean;
}

/** What is said before the wait, on a terminal of 80 columns. */
async function say({ redirectUri = defaultRedirectUri, variables = {}, opens = true }: Asked = {}): Promise<string> {
  let said = '';
  const context = {
    stderr: { columns: 80, write: (text: string) => void (said += text) },
    stderrIsTerminal: true,
    isTerminal: true,
    childEnvironment: variables,
    openBrowser: async () => true,
  } as unknown as CommandContext;
  const route = chooseRoute({ redirectUri }, '');
  const directions = { opensBrowser: opens, readsPastes: true, route, redirectUri: sentRedirectUri(route, 41_000) };
  await openAuthorizationUrl(url, directions, context, () => true);
  return said;
}

const pasteIt = /paste\s+it\s+here/;

describe('before the wait', () => {
  it.each([defaultRedirectUri, 'http://127.0.0.1/callback', 'https://example.com/cb'])(
    'says exactly which redirect URI to register, on a line of its own: %s',
    async (redirectUri) => {
      const said = await say({ redirectUri });
      expect(said.split('\n')).toContain(redirectUri);
      expect(said.indexOf(`${redirectUri}\n`)).toBeLessThan(said.indexOf('Waiting for you'));
    },
  );

  it.each([true, false])('says that the callback can be pasted, if the browser is opened: %j', async (opens) => {
    expect(await say({ opens })).toMatch(pasteIt);
  });

  it.each([{ SSH_CONNECTION: '10.0.0.2 50000 10.0.0.1 22' }, { CODESPACES: 'true' }, { REMOTE_CONTAINERS: 'true' }])(
    'says so first if the browser is on another machine: %j',
    async (variables) => {
      const said = await say({ variables });
      expect(said.search(pasteIt)).toBeLessThan(said.indexOf(url.href));
      expect(said.match(/paste\s+it/g)).toHaveLength(1);
    },
  );

  it('says where the callback of an https address arrives', async () => {
    expect(await say({ redirectUri: 'https://example.com/cb' })).toMatch(/sends\s+your\s+browser\s+to/);
  });
});

describe('the reminder', () => {
  const remind = (clock: TestClock, ended: AbortSignal) => {
    let said = '';
    const stderr = { columns: 80, write: (text: string) => void (said += text) };
    const request = { route: chooseRoute({}, defaultRedirectUri), clientId: '0ac71ce0decade5eed0facade0c0ffee' };
    void remindOfRedirectUri(request, { clock, stderr, stderrIsTerminal: true }, ended);
    return () => said;
  };

  it('comes after 15 seconds, in three lines, with the address on its own', async () => {
    const clock = new TestClock();
    const said = remind(clock, new AbortController().signal);
    await clock.pass(14_999);
    expect(said()).toBe('');
    await clock.pass(1);
    const lines = said().trim().split('\n');
    expect(lines).toHaveLength(3);
    expect(lines[1]).toBe(defaultRedirectUri);
    expect(said()).toMatch(/Spotify shows an error[^]*Save.*reload that tab.*still waits/);
    await clock.pass(600_000);
    expect(said().trim().split('\n')).toHaveLength(3);
  });

  it('does not come after the callback', async () => {
    const clock = new TestClock();
    const ended = new AbortController();
    const said = remind(clock, ended.signal);
    await clock.pass(10_000);
    ended.abort();
    await clock.pass(10_000);
    expect(said()).toBe('');
  });
});
