/** Bytes. A key has fewer. */
const maxForm = 4096;

/** Reads a small form that was posted. Undefined if it is not a form, or larger than four kilobytes. */
export async function readForm(request: Request): Promise<URLSearchParams | undefined> {
  if (!request.headers.get('content-type')?.startsWith('application/x-www-form-urlencoded')) return undefined;
  const reader = request.body?.getReader();
  const decoder = new TextDecoder();
  let text = '';
  let length = 0;
  for (;;) {
    const chunk = await reader?.read();
    if (!chunk || chunk.done) return new URLSearchParams(text + decoder.decode());
    length += chunk.value.byteLength;
    if (length > maxForm) {
      void reader?.cancel().catch(() => {});
      return undefined;
    }
    text += decoder.decode(chunk.value, { stream: true });
  }
}
