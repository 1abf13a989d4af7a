import { siteFolder, type SiteCode } from './site-code.ts';

/** A card in light and dark for a README, which links to the last song. GitHub takes this HTML in Markdown. */
export function readme(): SiteCode {
  const card = `${siteFolder}/recently-played`;
  return {
    name: 'README',
    text: [
      `<a href="${card}/1/open">`,
      '<picture>',
      '  <source media="(prefers-color-scheme: dark)"',
      `    srcset="${card}.svg?theme=dark">`,
      '  <img alt="Recently played on Spotify" width="400"',
      `    src="${card}.svg?theme=light">`,
      '</picture>',
      '</a>',
    ].join('\n'),
  };
}
