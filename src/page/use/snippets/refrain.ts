import { fileStoreLine, keeperLines } from '../short/keeper.ts';
import { packedFile } from '../../../text/install.ts';
import { quoteJavaScript as quote } from '../../../text/quote.ts';
import { exampleCallFor } from './call.ts';
import { showLines } from './javascript.ts';
import { failLines, signInText, type Snippet, type SnippetOptions } from './snippet.ts';

/** A module for Node 20.19 or newer with the keeper, which saves a new refresh token in a private folder. */
export function refrainSnippet(options: SnippetOptions): Snippet {
  const { kind, what, slug, url } = exampleCallFor(options);
  const { pathname, search } = new URL(url);
  const fileName = `refrain-${slug}.mjs`;
  const lines = [
    `// Gets ${what} from Spotify. Run with Node 20.19 or newer: node --env-file=.env ${fileName}`,
    `// Needs Refrain: npm install ./${packedFile}, the file that npm pack makes in a copy of its repository.`,
    "import { createTokenKeeper, isRefrainError } from 'refrain';",
    "import { explain } from 'refrain/errors';",
    "import { fileStore } from 'refrain/stores/file';",
    '',
    fileStoreLine,
    ...keeperLines(options, 'store', ["  authorizedAt: Date.parse(process.env.SPOTIFY_AUTHORIZED_AT ?? ''),"]),
    "if (!seed.refreshToken) fail('SPOTIFY_REFRESH_TOKEN is not set. Add it to .env or to the environment.');",
    `const renew = ${quote(signInText(options))};`,
    '',
    'try {',
    `  const response = await keeper.fetch(${quote(pathname + search)});`,
    '  if (!response.ok) fail(`Spotify answered ${response.status}: ${(await response.text()).slice(0, 300)}`);',
    '  const answer = await response.json();',
    ...showLines[kind].map((line) => `  ${line}`),
    '  const { daysLeft } = await keeper.state();',
    '  if (daysLeft < 30) console.error(`The refresh token has ${daysLeft} days left. ${renew}`);',
    '} catch (error) {',
    '  if (!isRefrainError(error)) throw error;',
    '  const { title, cure } = explain(error);',
    '  fail(`${title}. ${cure}${/^refresh_token_(expired|suspect)/.test(error.code) ? `\\n${renew}` : ""}`);',
    '}',
    '',
    ...failLines,
  ];
  return { name: 'refrain', fileName, language: 'javascript', text: lines.join('\n') };
}
