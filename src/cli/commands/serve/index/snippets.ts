import { packedFile } from '../../../../text/install.ts';
import { cardQuery, hasItem, hasOwnGround, listQuery, openQuery, type IndexView, type Way } from './index-view.ts';
import { listTitles } from './list-titles.ts';

/** A program or markup to copy, and one sentence about it. */
export interface IndexSnippet {
  readonly code: string;
  readonly hint: string;
}

const makers: Readonly<Record<Way, (view: IndexView) => IndexSnippet>> = {
  markdown: (view) => ({
    code: pictureSnippet(view),
    hint: 'For a README. GitHub takes HTML in Markdown; the picture follows its theme.',
  }),
  html: (view) => ({
    code: pictureSnippet(view),
    hint: 'A picture that any page can show. It needs no script.',
  }),
  element: (view) => ({
    code: [
      `<script type="module" src="${view.host}/element.js"></script>`,
      '',
      `<refrain-listening src="${htmlAddress(view)}">`,
      `  <a href="${htmlAddress(view)}">${listTitles[view.list]}</a>`,
      '</refrain-listening>',
    ].join('\n'),
    hint: 'Real text and links, in your own style. It stops while the page is hidden.',
  }),
  next: () => ({
    code: [
      '// app/listening/[...path]/route.ts',
      `// npm install ./${packedFile}`,
      ...keeperLines('process.env'),
      '',
      'const handler = createHandler({ keeper });',
      'export const GET = (request: Request) => handler(request);',
    ].join('\n'),
    hint: '`refrain env` writes the three variables into .env.',
  }),
  worker: () => ({
    code: [
      '// worker.js',
      `// npm install ./${packedFile}`,
      "import { env } from 'cloudflare:workers';",
      ...keeperLines('env'),
      '',
      'const handler = createHandler({ keeper });',
      'export default { fetch: (request, _env, context) => handler(request, context) };',
    ].join('\n'),
    hint: '`refrain push cloudflare` saves the three variables there.',
  }),
};

/** The snippet for one way to show a list. It holds no token. */
export function indexSnippet(view: IndexView): IndexSnippet {
  return makers[view.way](view);
}

function pictureSnippet(view: IndexView): string {
  const { host, list, item, width, way } = view;
  const card = (theme?: 'light' | 'dark') => escapeAttribute(`${host}/${list}.svg${cardQuery(view, theme)}`);
  const position = list === 'now-playing' ? '' : `/${hasItem(view) ? item : 1}`;
  const open = escapeAttribute(`${host}/${list}${position}/open${openQuery(view)}`);
  // On GitHub, a picture is never wider than the text, and styles are removed.
  const style = way === 'html' ? ' style="max-width: 100%"' : '';
  const image = (theme?: 'light') =>
    `<img alt="${listTitles[list]} on Spotify" width="${width}"${style} src="${card(theme)}">`;
  const shown = hasOwnGround(view)
    ? [`  ${image()}`]
    : [
        '  <picture>',
        `    <source media="(prefers-color-scheme: dark)" srcset="${card('dark')}">`,
        `    ${image('light')}`,
        '  </picture>',
      ];
  return [`<a href="${open}">`, ...shown, '</a>'].join('\n');
}

const htmlAddress = (view: IndexView) => escapeAttribute(`${view.host}/${view.list}.html${listQuery(view)}`);

const escapeAttribute = (text: string) => text.replaceAll('&', '&amp;').replaceAll('"', '&quot;');

/** @param env the object with the variables */
const keeperLines = (env: string): readonly string[] => [
  "import { createTokenKeeper, memoryStore } from 'refrain';",
  "import { createHandler } from 'refrain/handler';",
  '',
  'const keeper = createTokenKeeper({',
  `  app: { clientId: ${env}.SPOTIFY_CLIENT_ID },`,
  '  store: memoryStore(),',
  '  seed: {',
  `    refreshToken: ${env}.SPOTIFY_REFRESH_TOKEN,`,
  `    authorizedAt: Date.parse(${env}.SPOTIFY_AUTHORIZED_AT ?? ''),`,
  '  },',
  '});',
];
