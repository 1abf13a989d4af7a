import { describe, expect, it } from 'vitest';
import { minute, TestClock } from '../../../test/support/keeper/keeper-bench.ts';
import type { Answer } from '../answer.ts';
import type { Item } from '../item.ts';
import { createCovers } from './create-covers.ts';

const png = Uint8Array.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a, 1, 2, 3]);
const jpeg = Uint8Array.from([0xff, 0xd8, 0xff, 0xe0, 1]);
const webp = new TextEncoder().encode('RIFF\u0001\u0002\u0003\u0004WEBPVP8 ');
const large = (size: number) => Uint8Array.from({ length: size }, (_, index) => jpeg[index] ?? 7);

function item(name: string, origin = 'https://i.scdn.co'): Item {
  const images = [640, 300, 64].map((width) => ({ url: `${origin}/${name}/${width}`, width }));
  const facts = { artists: [], album: null, show: null, url: null, explicit: false, isLocal: false };
  return { kind: 'track', name, images, ...facts, durationMs: null, playedAt: null };
}

function answerOf(items: readonly Item[], list: Answer['list'] = 'recently-played'): Answer {
  const times = { startedAt: null, progressMs: null, fetchedAt: 0, at: 0, problem: null };
  return { list, timeRange: null, state: 'fresh', status: null, ...times, items };
}

function bench(reply: (url: string) => Response | Promise<Response>, imageOrigin?: string) {
  const clock = new TestClock();
  const asked: { url: string; init: RequestInit | undefined }[] = [];
  const fetchImage: typeof fetch = async (url, init) => {
    asked.push({ url: String(url), init });
    return reply(String(url));
  };
  const covers = createCovers({ fetchImage, imageOrigin, clock, track: () => {} });
  return { clock, asked, covers };
}

describe('covers', () => {
  it.each([
    ['image/png', png],
    ['image/jpeg', jpeg],
    ['image/webp', webp],
    ['image/jpeg', large(200_000)],
  ])('inlines %s, whatever its server calls it', async (type, bytes) => {
    const { covers } = bench(() => new Response(bytes, { headers: { 'content-type': 'text/html' } }));
    const [uri = ''] = [...(await covers(answerOf([item('a')]))).values()];
    expect(uri.startsWith(`data:${type};base64,`)).toBe(true);
    expect(Uint8Array.from(Buffer.from(uri.split(',')[1] ?? '', 'base64'))).toEqual(bytes);
  });

  it.each([
    [
      'an SVG',
      () => new Response('<svg xmlns="http://www.w3.org/2000/svg"/>', { headers: { 'content-type': 'image/png' } }),
    ],
    ['nothing', () => new Response(null)],
    ['200,001 bytes', () => new Response(large(200_001))],
    ['a redirect', () => new Response(png, { status: 302, headers: { location: 'https://i.scdn.co/other' } })],
    ['an error', () => new Response(png, { status: 404 })],
    ['no content', () => new Response(null, { status: 204 })],
    ['text chunks', () => new Response(new ReadableStream({ start: (controller) => controller.enqueue('png') }))],
    ['a broken connection', () => Promise.reject(new TypeError('fetch failed'))],
  ])('leaves out %s, and tries again after five minutes', async (_, reply) => {
    const { clock, asked, covers } = bench(reply);
    expect((await covers(answerOf([item('a')]))).size).toBe(0);
    await covers(answerOf([item('a')]));
    expect(asked.length).toBe(1);
    await clock.pass(5 * minute);
    await covers(answerOf([item('a')]));
    expect(asked.length).toBe(2);
  });

  it('ends a stream of empty chunks', async () => {
    const empty = () =>
      new Response(new ReadableStream({ pull: (controller) => controller.enqueue(new Uint8Array(0)) }));
    expect((await bench(empty).covers(answerOf([item('a')]))).size).toBe(0);
  });

  it.each([
    'https://evil.example',
    'http://i.scdn.co',
    'https://i.scdn.co.evil.example',
    'https://user@i.scdn.co',
    'https://i.scdn.co:8443',
    'http://127.0.0.1:9',
    'http://169.254.169.254',
    'file://',
    'data:image/png;base64,AAAA',
  ])('asks nobody at %s', async (origin) => {
    const { asked, covers } = bench(() => new Response(png), 'http://127.0.0.1:8890');
    expect((await covers(answerOf([item('a', origin)]))).size).toBe(0);
    expect(asked).toEqual([]);
  });

  it("asks the source's own origin, and follows no redirect", async () => {
    const { asked, covers } = bench(() => new Response(png), 'http://127.0.0.1:8890');
    expect((await covers(answerOf([item('a', 'http://127.0.0.1:8890')]))).size).toBe(1);
    expect(asked[0]?.init).toMatchObject({ redirect: 'manual' });
  });

  it('takes small pictures for rows and a large one for a single card', async () => {
    const { asked, covers } = bench(() => new Response(png));
    const answer = answerOf(['a', 'b', 'c'].map((name) => item(name)));
    await covers(answer, { limit: 2 });
    await covers(answer, { layout: 'single', item: 3 });
    await covers(answer, { layout: 'single', item: 9 });
    await covers(answerOf([item('d')], 'now-playing'));
    await covers(answerOf([item('e')]), { artwork: false });
    expect(asked.map(({ url }) => url.slice('https://i.scdn.co/'.length))).toEqual(['a/64', 'b/64', 'c/300', 'd/300']);
  });

  it('puts at most 400 KB into one card', async () => {
    const { covers } = bench(() => new Response(large(140_000)));
    const found = await covers(answerOf(['a', 'b', 'c'].map((name) => item(name))));
    expect([...found.keys()]).toEqual(['https://i.scdn.co/a/64', 'https://i.scdn.co/b/64']);
  });

  it('asks once for all, and then answers from memory: the last 200', async () => {
    const { asked, covers } = bench(() => new Response(png));
    const pages = Array.from({ length: 5 }, (_, page) =>
      answerOf(Array.from({ length: 50 }, (_, index) => item(`${page}-${index}`))),
    );
    await Promise.all(Array.from({ length: 10 }, () => covers(pages[0]!, { limit: 50 })));
    expect(asked.length).toBe(50);
    for (const page of pages) await covers(page, { limit: 50 });
    expect(asked.length).toBe(250);
    await covers(pages[4]!, { limit: 50 });
    expect(asked.length).toBe(250);
    await covers(pages[0]!, { limit: 50 });
    expect(asked.length).toBe(300);
  });

  it('waits two seconds, and has what was late in the next card', async () => {
    let send = (_: Response): void => {};
    const { clock, covers } = bench((url) =>
      url.includes('slow') ? new Promise((resolve) => (send = resolve)) : new Response(png),
    );
    const answer = answerOf([item('slow'), item('b')]);
    const first = covers(answer);
    await clock.pass(2000);
    expect([...(await first).keys()]).toEqual(['https://i.scdn.co/b/64']);
    send(new Response(png));
    await clock.pass(1);
    expect((await covers(answer)).size).toBe(2);
  });

  it('gives up a picture that never comes, and aborts its request', async () => {
    const { clock, asked, covers } = bench(() => new Promise(() => {}));
    const first = covers(answerOf([item('a')]));
    await clock.pass(8000);
    expect((await first).size).toBe(0);
    expect(asked[0]?.init?.signal?.aborted).toBe(true);
  });
});
