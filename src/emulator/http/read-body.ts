/** Size limits of a body in bytes: far more than a token request needs, and room for a scripted answer of 1 MB. */
export const largestBody = 65_536;
export const largestControlBody = 4_194_304;

/** A body as text, or undefined if it is larger than the limit. */
export async function readBody(request: Request, cap: number): Promise<string | undefined> {
  // Firefox has no `body` here. There the request is in memory already.
  const { body } = request as { readonly body?: Request['body'] };
  if (body === null) return '';
  if (Number(request.headers.get('content-length') ?? 0) > cap) return undefined;
  if (body === undefined) {
    const whole = await request.blob();
    return whole.size > cap ? undefined : await whole.text();
  }
  const chunks: Uint8Array[] = [];
  let size = 0;
  const reader = body.getReader();
  for (;;) {
    const { done, value } = await reader.read();
    if (done) break;
    size += value.length;
    if (size > cap) {
      await reader.cancel();
      return undefined;
    }
    chunks.push(value);
  }
  return await new Blob(chunks as BlobPart[]).text();
}
