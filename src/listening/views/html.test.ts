import { describe, expect, it } from 'vitest';
import {
  answerOf,
  at,
  current,
  hardPlays,
  localOf,
  playerOf,
  plays,
  trackOf,
} from '../../../test/support/listening/answers.ts';
import { views } from './views.ts';

const figureOf = (html: string): string => /<figure[^]*<\/figure>/.exec(html)?.[0] ?? '';

describe('views.html', () => {
  it('is a whole document without script and without inline styles', () => {
    const html = views.html(playerOf(current));
    expect(html).toMatch(/^<!doctype html>\n<html lang="en">/);
    expect(html).toContain('<title>Now playing on Spotify</title>');
    expect(html).not.toMatch(/<script|\sstyle=|\son\w+=/);
  });

  it('links each title to its item, and nothing to anywhere else', () => {
    const items = [...plays, trackOf('Elsewhere', [], 1, { url: 'https://evil.example/' }), localOf('Mine', 2)];
    const html = views.html(answerOf({ items }), { limit: 50 });
    const links = Array.from(html.matchAll(/href="([^"]*)"/g), ([, link]) => link);
    expect(links.filter((link) => link === plays[0]!.url)).toHaveLength(5);
    expect(links.every((link) => link!.startsWith('https://open.spotify.com/'))).toBe(true);
    expect(html).toContain('<span class="refrain-title">Elsewhere</span>');
  });

  it('says when each item was played, with a machine-readable time', () => {
    const html = views.html(answerOf(), { limit: 1 });
    expect(html).toContain('<time class="refrain-when" dir="ltr" datetime="2026-11-28T15:55:00.000Z">5 min ago</time>');
    expect(views.html(answerOf(), { times: 'date' })).toContain('>28 Nov</time>');
  });

  it('has the whole name, escaped', () => {
    const html = figureOf(views.html(answerOf({ items: hardPlays }), { limit: 50 }));
    expect(html).toContain(hardPlays[0]!.name);
    expect(html).toContain('&#60;script&#62;alert(&#34;1&#34;)&#60;/script&#62; &#38; &#39;co&#39; ]]&#62;');
  });

  it('marks the track that is playing, with the times that the element needs to move the bar', () => {
    const html = figureOf(views.html(playerOf(current)));
    expect(html).toContain('<li aria-current="true">');
    expect(html).toContain(`data-started-at="${at - 82_000}" data-duration="222000"`);
    expect(views.html(playerOf(current))).toContain('--refrain-from:36.9%;--refrain-left:140000ms');
  });

  it.each([
    ['paused', { status: 'paused', progressMs: 1 }, 'Paused'],
    ['idle', { status: 'idle', items: [plays[0]!] }, 'Last played'],
    ['in an ad break', { status: 'ad', items: [plays[0]!] }, 'Ad break'],
    ['not known now', { state: 'failing', fetchedAt: at - 7_200_000 }, 'Last heard'],
    ['hidden', { state: 'hidden', status: null, items: [] }, 'Now playing'],
  ] as const)('does not say that something plays while the player is %s', (_, more, heading) => {
    const html = views.html(playerOf(current, { startedAt: null, ...more }));
    expect(html).toContain(`<title>${heading} on Spotify</title>`);
    expect(html).toContain(`<span>${heading}</span>`);
  });

  it('links artwork from its own address, and leaves it out if asked to', () => {
    expect(views.html(answerOf(), { limit: 1 })).toContain('src="https://i.scdn.co/image/NoChangeG-300"');
    expect(figureOf(views.html(answerOf(), { artwork: false }))).not.toMatch(/<img|refrain-art/);
  });

  it('says how old the list of a failed fetch is, or that there is none', () => {
    const failing = answerOf({
      state: 'failing',
      fetchedAt: at - 7_200_000,
      problem: { code: 'timed_out', retryAt: at },
    });
    expect(views.html(failing)).toContain('As of <time dir="ltr" datetime="2026-11-28T14:00:00.000Z">2 h ago</time>');
    expect(views.html({ ...failing, items: [] })).toContain('<b>Not available just now</b>');
  });

  it('follows the theme', () => {
    expect(views.html(answerOf())).toContain('<meta name="color-scheme" content="light dark">');
    expect(views.html(answerOf(), { theme: 'dark' })).toContain('<meta name="color-scheme" content="dark">');
  });
});
