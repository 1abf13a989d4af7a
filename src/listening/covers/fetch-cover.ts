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
 * @returns undefined if it is not a JPEG, PNG or WebP of at most 200 KB. It may reject if the request fails
 */
export async function fetchCover(
  url: string,
  fetchImage: typeof fetch,
  signal: AbortSignal,
): Promise<string | undefined> {
  const { status, body } = await fetchImage(url, { redirect: 'manual', signal });
  const reader = body?.getReader();
  const binary = reader && status === 200 ? await readBinary(reader) : undefined;
  if (binary === undefined) void reader?.cancel().catch(() => {});
  const [type] = types.find(([, start]) => start.test(binary ?? '')) ?? [];
  return type && binary && `data:image/${type};base64,${btoa(binary)}`;
}

/** The body with a character for each byte; undefined if it is too large. */
async function readBinary(reader: ReadableStreamDefaultReader<Uint8Array>): Promise<string | undefined> {
  let binary = '';
  let length = 0;
  for (;;) {
    const { done, value } = await reader.read();
    if (done) return binary;
    // Even an empty chunk counts, or a stream of them would not end.
    length += Math.max(64, value.byteLength);
    if (!ArrayBuffer.isView(value) || length > maxImage) return undefined;
    // A function has a limit for its arguments.
    for (let at = 0; at < value.length; at += 8192) binary += String.fromCharCode(...value.subarray(at, at + 8192));
  }
}
