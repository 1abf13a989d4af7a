import { describe, expect, it } from 'vitest';
import { footToHtml, type PackageFacts } from './foot-html.ts';

const text = { revoke: 'Revoke', docs: 'Docs', source: 'Source', report: 'Report', newTab: '(new tab)' };
const linksOf = (facts: PackageFacts) =>
  [...footToHtml(facts, text).matchAll(/href="([^"]*)"[^>]*>(\w+)/g)].map(([, address, label]) => [label, address]);

describe('the links of the foot', () => {
  it('come from package.json', () => {
    const facts: PackageFacts = {
      version: '1.2.3',
      homepage: 'https://example.com/docs?a=1&b=2',
      repository: { url: 'git+https://github.com/me/refrain.git' },
      bugs: { url: 'https://github.com/me/refrain/issues' },
    };
    expect(linksOf(facts).slice(1)).toEqual([
      ['Docs', 'https://example.com/docs?a=1&amp;b=2'],
      ['Source', 'https://github.com/me/refrain'],
      ['Report', 'https://github.com/me/refrain/issues'],
    ]);
    expect(footToHtml(facts, text)).toContain('v1.2.3');
  });

  it('are left out if package.json has no address for them', () => {
    expect(linksOf({})).toEqual([['Revoke', 'https://www.spotify.com/account/apps/']]);
  });

  it.each([
    ['github:me/refrain', 'https://github.com/me/refrain/issues'],
    ['https://gitlab.com/me/refrain', 'https://gitlab.com/me/refrain/-/issues'],
    ['git+https://bitbucket.org/me/refrain.git', 'https://bitbucket.org/me/refrain/issues'],
    ['https://github.com.example.com/me/refrain', undefined],
    ['https://example.com/me/refrain', undefined],
  ])('have the issues of the repository, if there is no address for bugs: %s', (repository, address) => {
    expect(Object.fromEntries(linksOf({ repository }))['Report']).toBe(address);
  });

  it('open in a new tab, and say so', () => {
    expect(footToHtml({}, text)).toContain('target="_blank" rel="noreferrer">Revoke<span class="vh"> (new tab)</span>');
  });

  it.each([
    ['github:me/refrain', 'https://github.com/me/refrain'],
    ['me/refrain', 'https://github.com/me/refrain'],
    ['gitlab:me/refrain', 'https://gitlab.com/me/refrain'],
    ['git@github.com:me/refrain.git', 'https://github.com/me/refrain'],
    ['git+ssh://git@example.com/me/refrain.git', 'https://example.com/me/refrain'],
    ['git://github.com/me/refrain.git', 'https://github.com/me/refrain'],
    ['javascript:alert(1)', undefined],
  ])('understand the form of the field: %s', (repository, address) => {
    expect(linksOf({ repository })[1]?.[1]).toBe(address);
  });
});
