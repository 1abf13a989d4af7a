import { quoteJavaScript } from '../../../text/quote.ts';
import { spotify } from '../../../spotify/endpoints.ts';
import { needsSecret, type SnippetOptions } from '../snippets/snippet.ts';

/** The line that makes a file store. The token in it is still there when the program runs again. */
export const fileStoreLine = "const store = fileStore({ folder: '.refrain' });";

/**
 * The lines of JavaScript that make a keeper: app, seed, keeper.
 * @param store the property of the keeper's options that names the store: `store`, or `store: memoryStore()`
 * @param more lines to add to the seed
 */
export function keeperLines(
  { grant, clientId, endpoints }: Omit<SnippetOptions, 'scopes'>,
  store: string,
  more: readonly string[] = [],
): readonly string[] {
  const secret = needsSecret(grant);
  const isSpotify = endpoints.apiUrl === spotify.apiUrl && endpoints.accountsUrl === spotify.accountsUrl;
  return [
    ...(secret
      ? [
          `const clientId = ${quoteJavaScript(clientId)};`,
          'const clientSecret = process.env.SPOTIFY_CLIENT_SECRET;',
          'const app = { clientId, clientSecret };',
        ]
      : [`const app = { clientId: ${quoteJavaScript(clientId)} };`]),
    ...(more.length > 0
      ? ['const seed = {', '  refreshToken: process.env.SPOTIFY_REFRESH_TOKEN,', ...more, '};']
      : ['const seed = { refreshToken: process.env.SPOTIFY_REFRESH_TOKEN };']),
    ...(isSpotify ? [] : [`const endpoints = ${JSON.stringify(endpoints)};`]),
    `const keeper = createTokenKeeper({ app, seed, ${store}${isSpotify ? '' : ', endpoints'} });`,
  ];
}
