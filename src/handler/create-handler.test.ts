import { describe, expect, it, vi } from 'vitest';
import {
  failingAnswer,
  fakeSource,
  playingAnswer,
  recentAnswer,
  silentAnswer,
  wireTrack,
} from '../../test/support/listening/fake-source.ts';
import { textsOf } from '../../test/support/listening/read-svg.ts';
import { minute, start, TestClock } from '../../test/support/keeper/keeper-bench.ts';
import { createHandler, type HandlerOptions } from './create-handler.ts';
import { timeLimits } from '../../test/support/time-limits.ts';

function bench(answers: Parameters<typeof fakeSource>[0] = {}, options: Partial<HandlerOptions> = {}) {
  const clock = new TestClock();
  const source = fakeSource({ 'recently-played': recentAnswer(['A', 'B', 'C'], start - minute), ...answers });
  const handler = createHandler({ keeper: source, clock, ...options });
  const view = async (path: string, init?: RequestInit) => handler(new Request(`https://site.test${path}`, init));
  return { clock, source, handler, view };
}

describe('a list', () => {
  it.each([
    ['json', 'application/json; charset=utf-8'],
    ['svg', 'image/svg+xml; charset=utf-8'],
    ['html', 'text/html; charset=utf-8'],
    ['txt', 'text/plain; charset=utf-8'],
  ])('is sent as %s, and may be read by any site', async (format, type) => {
    const { view } = bench();
    const response = await view(`/api/listening/recently-played.${format}`);
    expect(response.status).toBe(200);
    expect(Object.fromEntries(response.headers)).toMatchObject({
      'content-type': type,
      'access-control-allow-origin': '*',
      'x-content-type-options': 'nosniff',
      vary: 'Accept-Encoding',
    });
    expect(await response.text()).toContain('A');
  });

  it('has the number of items that the address asks for', async () => {
    const { view } = bench();
    const items = async (path: string) => ((await (await view(path)).json()) as { items: unknown[] }).items.length;
    expect([await items('/recently-played.json?limit=2'), await items('/recently-played.json')]).toEqual([2, 3]);
  });

  it('is answered at once when it is prepared: the same bytes, with no request', async () => {
    const { view, handler, source } = bench();
    const first = await (await view('/recently-played.svg')).text();
    const asked = source.asked.length;
    const second = handler(new Request('https://site.test/recently-played.svg'));
    expect(second).toBeInstanceOf(Response);
    expect(await (second as Response).text()).toBe(first);
    expect(source.asked.length).toBe(asked);
  });

  it('counts its ages on', async () => {
    const { view, clock } = bench();
    expect(await (await view('/recently-played.txt')).text()).toContain('1 min ago');
    await clock.pass(90_000);
    expect(await (await view('/recently-played.txt')).text()).toContain('2 min ago');
  });

  it('is 304 for a client that has it, also after a refresh that brings nothing new', async () => {
    const { view, clock, source } = bench();
    const etag = (await view('/recently-played.json')).headers.get('etag') ?? '';
    const again = async () => view('/recently-played.json', { headers: { 'if-none-match': etag } });
    expect((await again()).status).toBe(304);
    await clock.pass(3 * minute);
    await again();
    await vi.waitUntil(() => source.count('recently-played') > 1, { timeout: timeLimits.wait });
    await clock.pass(1000);
    const response = await again();
    expect(source.count('recently-played')).toBe(2);
    expect([response.status, response.headers.get('etag'), await response.text()]).toEqual([304, etag, '']);
    expect(response.headers.get('cache-control')).toContain('max-age=120');
  });

  it('keeps its tag while the same track plays', async () => {
    const { view, clock } = bench({ 'currently-playing': playingAnswer(wireTrack('Song'), 10_000) });
    const tags = new Set<string | null>();
    for (let second = 0; second < 20; second += 5) {
      tags.add((await view('/now-playing.json')).headers.get('etag'));
      await clock.pass(5000);
    }
    expect(tags.size).toBe(1);
  });

  it('is shown while a refresh runs, and the platform keeps working on it', async () => {
    const { handler, clock, source, view } = bench();
    await view('/recently-played.json');
    await clock.pass(3 * minute);
    const works: Promise<unknown>[] = [];
    const request = new Request('https://site.test/recently-played.json');
    const response = await handler(request, { waitUntil: (work) => works.push(work) });
    expect(await response.json()).toMatchObject({ state: 'stale' });
    await Promise.all(works);
    expect(source.count('recently-played')).toBe(2);
    expect(await (await view('/recently-played.json')).json()).toMatchObject({ state: 'fresh' });
  });

  it('is 200 with its problem while Spotify fails, and is cached only for a short time', async () => {
    const { view } = bench({ 'recently-played': failingAnswer(503) });
    const response = await view('/recently-played.json');
    expect(response.status).toBe(200);
    expect(await response.json()).toMatchObject({ state: 'failing', problem: { code: 'spotify_unavailable' } });
    expect(response.headers.get('cache-control')).toBe('public, max-age=60, s-maxage=60, stale-if-error=86400');
  });

  it('is sent if the platform refuses to be kept at work', async () => {
    const { handler, clock } = bench();
    const throwing = {
      waitUntil() {
        throw new TypeError('Illegal invocation');
      },
    };
    const look = async () => handler(new Request('https://site.test/recently-played.json'), throwing);
    expect((await look()).status).toBe(200);
    await clock.pass(3 * minute);
    expect((await look()).status).toBe(200);
  });

  it('says that it is warming up if Spotify takes too long', async () => {
    const { view, clock, source } = bench({ 'recently-played': silentAnswer });
    const response = view('/recently-played.svg');
    await vi.waitUntil(() => source.count('recently-played') > 0, { timeout: timeLimits.wait });
    await clock.pass(2500);
    expect((await response).headers.get('cache-control')).toBe('public, max-age=5, s-maxage=5');
    expect(await (await response).text()).toContain('One moment');
  });
});

describe('a wrong option', () => {
  it.each(['json', 'html', 'txt'])('is 400 for %s, and says what is allowed', async (format) => {
    const { view, source } = bench();
    const response = await view(`/recently-played.${format}?theme=drak`);
    expect(response.status).toBe(400);
    expect(await response.text()).toContain('theme can be auto, light or dark.');
    expect(source.asked).toEqual([]);
  });

  it('is a card for svg, because image proxies show nothing else', async () => {
    const { view } = bench();
    const response = await view('/recently-played.svg?theme=drak&x=%3Cscript%3E');
    expect([response.status, response.headers.get('content-type')]).toEqual([200, 'image/svg+xml; charset=utf-8']);
    const card = await response.text();
    expect(card).toContain('theme can be auto, light or dark.');
    expect(card).not.toContain('<script>');
  });

  it('shows all options for a name that is none of them', async () => {
    const { view } = bench();
    const card = await (await view('/recently-played.svg?colour=red')).text();
    expect(textsOf(card).slice(2).join(' ')).toBe(
      'No such option. Options: limit, time_range, layout, item, theme, background, text, accent, width, artwork.',
    );
  });

  it.each(['json', 'svg', 'html', 'txt'])('takes little room in %s, however many there are', async (format) => {
    const { view } = bench();
    const query = Array.from({ length: 2000 }, (_, index) => `o${index}=1`).join('&');
    const text = await (await view(`/recently-played.${format}?${query}`)).text();
    expect(text).toMatch(/and 19\d\d more/);
    expect(text.length).toBeLessThan(5000);
  });
});

describe('the other routes', () => {
  it('lead to an item on open.spotify.com', async () => {
    const { view } = bench();
    const response = await view('/recently-played/2/open');
    expect(response.status).toBe(302);
    expect(response.headers.get('location')).toMatch(/^https:\/\/open\.spotify\.com\/track\//);
    expect((await view('/recently-played/9/open')).status).toBe(404);
  });

  it('serve the element, also to other sites', async () => {
    const { view, source } = bench();
    const response = await view('/api/listening/element.js');
    expect(response.headers.get('content-type')).toBe('text/javascript; charset=utf-8');
    expect(response.headers.get('access-control-allow-origin')).toBe('*');
    expect(await response.text()).toContain('refrain-listening');
    expect(source.asked).toEqual([]);
  });

  it('report on the health', async () => {
    const { view } = bench({ 'recently-played': failingAnswer(503) });
    expect((await view('/health')).status).toBe(200);
    await view('/recently-played.json');
    const response = await view('/health');
    expect([response.status, response.headers.get('cache-control')]).toEqual([503, 'no-store']);
    expect(await response.json()).toMatchObject({ status: 'failing' });
  });

  it.each(['/', '/recently-played', '/recently-played.xml', '/renew', '/favicon.ico'])('are 404: %s', async (path) => {
    const { view, source } = bench();
    expect((await view(path)).status).toBe(404);
    expect(source.asked).toEqual([]);
  });

  it.each(['GET', 'HEAD', 'POST', 'OPTIONS', 'PUT'])('are 404 for %s of /renew without a renewal', async (method) => {
    const { view } = bench();
    expect((await view('/renew', { method })).status).toBe(404);
  });

  it('have no body for HEAD, also if there is nothing', async () => {
    const { view } = bench();
    for (const path of [
      '/none',
      '/renew',
      '/health',
      '/element.js',
      '/recently-played/9/open',
      '/recently-played.json?x=1',
    ]) {
      expect(await (await view(path, { method: 'HEAD' })).text()).toBe('');
    }
  });

  it('answer HEAD without a body, OPTIONS for other sites, and nothing else', async () => {
    const { view } = bench();
    const head = await view('/recently-played.json', { method: 'HEAD' });
    expect([head.status, await head.text(), head.headers.has('etag')]).toEqual([200, '', true]);
    const preflight = await view('/recently-played.json', { method: 'OPTIONS' });
    expect([preflight.status, preflight.headers.get('access-control-allow-methods')]).toEqual([
      204,
      'GET, HEAD, OPTIONS',
    ]);
    const post = await view('/recently-played.json', { method: 'POST', body: 'x' });
    expect([post.status, post.headers.get('allow')]).toEqual([405, 'GET, HEAD, OPTIONS']);
  });

  it('keep no more than 50 bodies, whatever addresses come, because 200 cards of 50 covers could fill the memory', async () => {
    const { view, handler } = bench();
    await view('/recently-played.json');
    for (let index = 0; index < 50; index += 1) await view(`/${index}/recently-played.json`);
    expect(handler(new Request('https://site.test/recently-played.json'))).toBeInstanceOf(Promise);
    expect(handler(new Request('https://site.test/49/recently-played.json'))).toBeInstanceOf(Response);
  });
});
