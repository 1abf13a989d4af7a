import { ask } from '../../http/ask.ts';

/** The largest picture that is used, in bytes. Spotify's have 2,000 to 40,000. */
const maxImage = 200_000;

/**
 * The types of pictures, by their first bytes. What a server calls them does not count. An SVG could hold a script, so it
 * is not a picture here.
 */
const types: readonly (readonly [type: string, start: RegExp])[] = [
  ['jpeg', /^\u00ff\u00d8\u00ff/],
  ['png', /^\u0089PNG\r\n/],
  ['webp', /^RIFF[^]{4}WEBP/],
];

/**
 * Gets one picture as a `data:` URI. It follows no redirect.
 * @returns undefined if it is not a JPEG, PNG or WebP of at most 200 KB
 * @throws RefrainError what `ask` throws
 */
export async function fetchCover(
  url: string,
  fetchImage: typeof fetch,
  signal: AbortSignal,
): Promise<string | undefined> {
  const response = await ask(url, {}, { fetch: fetchImage, deadline: () => signal });
  const bytes = new Uint8Array(await response.arrayBuffer());
  if (response.status !== 200 || bytes.length > maxImage) return undefined;
  let binary = '';
  // A function has a limit for its arguments.
  for (let at = 0; at < bytes.length; at += 8192) binary += String.fromCharCode(...bytes.subarray(at, at + 8192));
  const [type] = types.find(([, start]) => start.test(binary)) ?? [];
  return type && `data:image/${type};base64,${btoa(binary)}`;
}
