import { getImageType } from './image-type.ts';

/** The largest picture that is used, in bytes. Spotify's have 2,000 to 40,000. */
const maxImage = 200_000;

/**
 * Gets one picture as a `data:` URI. It follows no redirect.
 * @returns undefined if it is not a JPEG, PNG or WebP of at most 200 KB. It may reject if the request fails
 */
export async function fetchCover(
  url: string,
  fetchImage: typeof fetch,
  signal: AbortSignal,
): Promise<string | undefined> {
  const response = await fetchImage(url, { redirect: 'manual', signal });
  const bytes = response.status === 200 ? await readBytes(response) : undefined;
  if (!bytes) void response.body?.cancel().catch(() => {});
  const type = bytes && getImageType(bytes);
  return type && `data:${type};base64,${encodeBase64(bytes)}`;
}

/** The body, or undefined if it is too large. */
async function readBytes({ body }: Response): Promise<Uint8Array | undefined> {
  const reader = body?.getReader();
  if (!reader) return undefined;
  const chunks: Uint8Array[] = [];
  let length = 0;
  let size = 0;
  for (;;) {
    const { done, value } = await reader.read();
    if (done) break;
    if (!ArrayBuffer.isView(value)) return undefined;
    chunks.push(value);
    size += value.byteLength;
    // Even an empty chunk counts, or a stream of them would not end.
    length += Math.max(64, value.byteLength);
    if (length > maxImage) {
      void reader.cancel().catch(() => {});
      return undefined;
    }
  }
  const bytes = new Uint8Array(size);
  let at = 0;
  for (const chunk of chunks) {
    bytes.set(chunk, at);
    at += chunk.byteLength;
  }
  return bytes;
}

/** A function has a limit for its arguments, so the bytes are encoded in parts. */
function encodeBase64(bytes: Uint8Array): string {
  let binary = '';
  for (let at = 0; at < bytes.length; at += 8192) binary += String.fromCharCode(...bytes.subarray(at, at + 8192));
  return btoa(binary);
}
