import { siteFolder, type SiteCode } from './site-code.ts';

/** `<refrain-listening>` for any page. Without a script it is the link. */
export function htmlElement(): SiteCode {
  const list = `${siteFolder}/recently-played.html`;
  return {
    name: 'HTML element',
    text: [
      '<script type="module"',
      `  src="${siteFolder}/element.js"></script>`,
      '',
      '<refrain-listening',
      `  src="${list}">`,
      `  <a href="${list}">`,
      '    Recently played</a>',
      '</refrain-listening>',
    ].join('\n'),
  };
}
