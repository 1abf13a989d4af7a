import { describe, expect, it } from 'vitest';
import { fillTexts } from './text-html.ts';

describe('texts in HTML', () => {
  it('are written with their markup between tags, and without it in attributes', () => {
    const html = fillTexts('<p title="{{a}}">{{a}}</p>', { a: 'Press **Save** & `npm "start"`' }, {});
    expect(html).toBe(
      '<p title="Press **Save** &amp; `npm &quot;start&quot;`">Press <b>Save</b> &amp; <code>npm &quot;start&quot;</code></p>',
    );
  });

  it('link to a new tab, and say so', () => {
    const html = fillTexts('{{a}}', { a: '[Dashboard](dashboard)', newTab: '(opens in a new tab)' }, {});
    expect(html).toBe(
      '<a href="https://developer.spotify.com/dashboard" target="_blank" rel="noreferrer">Dashboard<span class="vh"> (opens in a new tab)</span></a>',
    );
  });

  it('have their slots filled', () => {
    expect(fillTexts('{{a}}', { a: 'Show all {scopes} scopes' }, { scopes: '19' })).toBe('Show all 19 scopes');
  });

  it.each([
    ['a key that the catalogue does not have', '{{b}}', { a: '' }, 'no text b'],
    ['a key that the page does not use', '<p></p>', { a: '' }, 'does not use these texts: a'],
    ['a text beside another', '<p>: {{a}}</p>', { a: 'x' }, 'not the only content of its element'],
    ['a link that is not known', '{{a}}', { a: '[x](y)' }, 'a link that is not known: y'],
  ])('stop the build at %s', (_, html, texts, message) => {
    expect(() => fillTexts(html, texts as Record<string, string>, {})).toThrow(message);
  });
});
