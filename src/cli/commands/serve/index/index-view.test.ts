import { expect, it } from 'vitest';
import { cardQuery, indexQuery, readIndexView } from './index-view.ts';
import { indexSnippet } from './snippets.ts';

const viewOf = (query: string) => readIndexView(new URLSearchParams(query));

it('has a default for everything, and for every value that is not valid', () => {
  const wrong =
    'list=x&layout=x&item=51&artwork=1&width=9999&limit=0&background=red&text=%3C&way=x&format=x&host=javascript:alert(1)';
  expect(viewOf(wrong)).toEqual(viewOf(''));
  expect(cardQuery(viewOf(''))).toBe('');
});

it('is kept whole in its address', () => {
  const view = viewOf(
    'list=top/tracks&time_range=short_term&layout=single&item=2&width=360&limit=3&artwork=0&accent=%23B8361A&way=next&format=json&host=https://a.example/b/',
  );
  expect(view).toMatchObject({
    list: 'top/tracks',
    width: 360,
    limit: 3,
    accent: 'b8361a',
    host: 'https://a.example/b',
  });
  expect(viewOf(indexQuery(view))).toEqual(view);
  expect(cardQuery(view, 'dark')).toBe(
    '?theme=dark&time_range=short_term&limit=3&artwork=0&layout=single&item=2&width=360&accent=b8361a',
  );
  expect(indexSnippet({ ...view, way: 'html' }).code).toContain('/top/tracks/2/open?time_range=short_term">');
});

it.each(['markdown', 'html'])('shows a card for light and dark pages in %s, linked to Spotify', (way) => {
  const { code } = indexSnippet(viewOf(`way=${way}&list=top/artists&width=360`));
  expect(code).toContain('srcset="https://listening.example.com/top/artists.svg?theme=dark&amp;width=360"');
  expect(code).toContain('src="https://listening.example.com/top/artists.svg?theme=light&amp;width=360"');
  expect(code).toContain('<a href="https://listening.example.com/top/artists/1/open">');
});

it('shows one picture if the card has a background of its own', () => {
  const { code } = indexSnippet(viewOf('background=102030'));
  expect(code).not.toContain('<picture>');
  expect(code).toContain('.svg?background=102030"');
});

it('takes the colours that a card takes', () => {
  const view = viewOf('background=none&text=%23FC0&accent=b8361a');
  expect(cardQuery(view)).toBe('?background=none&text=ffcc00&accent=b8361a');
  expect(viewOf('text=none&accent=12345')).toEqual(viewOf(''));
  // Without a ground, the text still has to be dark or light.
  expect(indexSnippet(view).code).toContain('<picture>');
});

it.each(['next', 'worker'])('names the file that Refrain is installed from, and no token, in %s', (way) => {
  const { code } = indexSnippet(viewOf(`way=${way}`));
  expect(code).toMatch(/npm install \.\/refrain-[\d.]+\.tgz/);
  for (const name of ['CLIENT_ID', 'REFRESH_TOKEN', 'AUTHORIZED_AT']) expect(code).toContain(`env.SPOTIFY_${name}`);
});

it.each([
  ['music.example', 'https://music.example'],
  [' music.example:8443/api/ ', 'https://music.example:8443/api'],
  ['http://192.168.1.2:3000', 'http://192.168.1.2:3000'],
  ['my site', 'https://listening.example.com'],
  ['ftp://a.example', 'https://listening.example.com'],
])('takes %j as the host %s', (typed, host) => {
  expect(viewOf(`host=${encodeURIComponent(typed)}`).host).toBe(host);
});

it('cannot be left by a host', () => {
  const { code } = indexSnippet(viewOf('way=element&host=https://a.example/"><script>'));
  expect(code).not.toContain('"><script>');
});
