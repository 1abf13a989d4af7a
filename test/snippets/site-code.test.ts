import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import { createHandler } from '../../src/handler/index.ts';
import { siteCodeFor } from '../../src/page/use/site.ts';
import type { SiteCode } from '../../src/page/use/site/site-code.ts';
import { practice } from '../../src/practice/index.ts';
import { spotify } from '../../src/spotify/endpoints.ts';

const clientId = '3f9c0b7e5a2d4c18b6e1f07a9d245c83';
const grants = ['authorization_code_pkce', 'authorization_code'] as const;
const example = readFileSync(fileURLToPath(new URL('../../examples/static-site/pages.yml', import.meta.url)), 'utf8');

function codeOf(name: SiteCode['name'], more: { grant?: (typeof grants)[number]; clientId?: string } = {}): SiteCode {
  const options = { grant: 'authorization_code_pkce', clientId, endpoints: spotify, ...more } as const;
  const code = siteCodeFor(options).find((one) => one.name === name);
  if (!code) throw new Error(`There is no code for ${name}`);
  return code;
}

interface Workflow {
  readonly on: { readonly schedule: unknown };
  readonly jobs: Readonly<
    Record<string, { readonly steps: readonly { readonly run?: string; readonly env?: Record<string, string> }[] }>
  >;
}
const stepsOf = (text: string) => Object.values((parse(text) as Workflow).jobs).flatMap(({ steps }) => steps);

describe.each(grants)('the code for a site with %s', (grant) => {
  it('has at most 10 lines of 74 characters, and no token', () => {
    for (const { name, text } of siteCodeFor({ grant, clientId, endpoints: spotify })) {
      const lines = text.split('\n');
      expect([name, lines.length <= 10, Math.max(...lines.map(({ length }) => length)) <= 74]).toEqual([
        name,
        true,
        true,
      ]);
    }
  });

  it('gives the snapshot the client ID, and the secrets of the grant', () => {
    const { text, whole } = codeOf('Static site', { grant });
    const secrets = grant === 'authorization_code' ? ['SPOTIFY_CLIENT_SECRET'] : [];
    for (const steps of [stepsOf(text), stepsOf(whole?.text ?? '')]) {
      const { env = {} } = steps.find(({ run = '' }) => run.startsWith('refrain snapshot')) ?? {};
      expect(env['SPOTIFY_CLIENT_ID']).toBe(clientId);
      for (const name of ['SPOTIFY_REFRESH_TOKEN', ...secrets]) expect(env[name]).toBe(`\${{ secrets.${name} }}`);
      expect(Object.hasOwn(env, 'SPOTIFY_CLIENT_SECRET')).toBe(secrets.length > 0);
    }
  });
});

describe('the workflow', () => {
  const { text, whole } = codeOf('Static site');

  it('is the one of the example, with the client ID', () => {
    expect(whole?.text).toBe(example.replace('${{ secrets.SPOTIFY_CLIENT_ID }}', `'${clientId}'`));
  });

  // The ten lines have no room for the lists that the example names.
  it('shows what the example runs, without flags, and when', () => {
    const commands = stepsOf(example).flatMap(({ run = '' }) => run.split(/ && | --list /));
    for (const { run } of stepsOf(text)) expect(commands).toContain(run);
    expect((parse(text) as Workflow).on.schedule).toEqual((parse(example) as Workflow).on.schedule);
  });

  it.each([
    `it's "quoted" ''' \\ # : - {} [] & * ! |`,
    '${{ secrets.SPOTIFY_REFRESH_TOKEN }} $& $1',
    'a\n  run: rm\r\n\tb',
    '12345678901234567890123456789012',
    'ünï 日本 🎵 \u202E\u200B\u2028\u0085\u001B',
  ])('has the client ID %j unchanged, and GitHub evaluates none of it', (hostile) => {
    const code = codeOf('Static site', { clientId: hostile });
    for (const file of [code.text, code.whole?.text ?? '']) {
      const { env = {} } = stepsOf(file).find(({ run = '' }) => run.startsWith('refrain snapshot')) ?? {};
      expect(env['SPOTIFY_CLIENT_ID']).toBe(hostile);
      expect(file.match(/\$\{\{ secrets\.SPOTIFY_REFRESH_TOKEN/g)).toHaveLength(1);
    }
  });
});

describe('every address', () => {
  const handler = createHandler({ keeper: practice() });
  it.each([
    ['README', ['image/svg+xml']],
    ['HTML element', ['text/javascript', 'text/html']],
  ] as const)('of %s is one that the handler answers', async (name, types) => {
    const addresses = [...codeOf(name).text.matchAll(/(?:src|srcset|href)="([^"]+)"/g)].map(([, url = '']) => url);
    // A made-up song has no link, so the handler cannot open it in practice.
    const opened = addresses.filter((address) => address.endsWith('/recently-played/1/open'));
    expect(opened).toHaveLength(name === 'README' ? 1 : 0);
    const answers = await Promise.all(
      addresses.filter((address) => !opened.includes(address)).map((address) => handler(new Request(address))),
    );
    expect(new Set(answers.map(({ status }) => status))).toEqual(new Set([200]));
    const sent = answers.map(({ headers }) => headers.get('content-type')?.split(';')[0]);
    expect(new Set(sent)).toEqual(new Set(types));
  });

  it('is of the element that the contract names, which holds a link for browsers without scripts', () => {
    const { text } = codeOf('HTML element');
    expect(text).toMatch(/^<script type="module"\s+src="https:[^"]+\/element\.js"><\/script>\s+<refrain-listening\s/);
    expect(text).toMatch(/<a href="[^"]+">\s*Recently played<\/a>\s*<\/refrain-listening>$/);
  });
});
