/** Removes the links to Spotify from an answer of the emulated Web API: made-up names would lead nowhere there. */
export async function withoutLinks(answer: Response): Promise<Response> {
  if (!answer.headers.get('content-type')?.startsWith('application/json')) return answer;
  const { status, headers } = answer;
  const text = JSON.stringify(await answer.json(), (name, value: unknown) => (name === 'external_urls' ? {} : value));
  return new Response(text, { status, headers });
}
