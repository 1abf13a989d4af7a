import { quoteJavaScript } from '../../../text/quote.ts';
import { spotify } from '../../../spotify/endpoints.ts';
import { needsSecret, type SnippetOptions } from '../snippets/snippet.ts';

/** A store in a private folder, which outlives the program. */
export const fileStoreLine = "const store = fileStore({ folder: '.refrain' });";

/**
 * The lines that make a keeper.
 * @param store the property with its store
 * @param more more of the seed
 */
export function keeperLines(
  { grant, clientId, endpoints }: Omit<SnippetOptions, 'scopes'>,
  store: string,
  more: readonly string[] = [],
): readonly string[] {
  const secret = needsSecret(grant);
  const isSpotify = endpoints.apiUrl === spotify.apiUrl && endpoints.accountsUrl === spotify.accountsUrl;
  return [
    `const clientId = ${quoteJavaScript(clientId)};`,
    ...(secret ? ['const clientSecret = process.env.SPOTIFY_CLIENT_SECRET;'] : []),
    ...(more.length > 0
      ? ['const seed = {', '  refreshToken: process.env.SPOTIFY_REFRESH_TOKEN,', ...more, '};']
      : ['const seed = { refreshToken: process.env.SPOTIFY_REFRESH_TOKEN };']),
    `const app = { clientId${secret ? ', clientSecret' : ''} };`,
    ...(isSpotify ? [] : [`const endpoints = ${JSON.stringify(endpoints)};`]),
    `const keeper = createTokenKeeper({ app, seed, ${store}${isSpotify ? '' : ', endpoints'} });`,
  ];
}
