// @ts-check
/** Answers every request of the Web API after 50 ms with the same twenty plays, and counts the requests. */

const answerTime = 50;

const track = (/** @type {number} */ index) => ({
  type: 'track',
  name: `Song number ${index} with a title of a usual length`,
  artists: [{ name: 'Kwame Adjei' }, { name: 'The Night Buses' }],
  album: { name: 'Upper Deck', images: [] },
  external_urls: { spotify: `https://open.spotify.com/track/${String(index).padStart(22, '0')}` },
  duration_ms: 200_000,
  explicit: index % 3 === 0,
  is_local: false,
});

/** @type {((path: string, init?: RequestInit) => Promise<Response>) & { asked: number }} */
export const fakeSpotify = Object.assign(
  async (/** @type {string} */ path) => {
    fakeSpotify.asked += 1;
    await new Promise((resolve) => setTimeout(resolve, answerTime));
    if (path === '/api/token') return Response.json({ access_token: 'x', token_type: 'Bearer', expires_in: 3600 });
    const played = (/** @type {number} */ index) => new Date(Date.now() - index * 240_000).toISOString();
    const items = Array.from({ length: 20 }, (_, index) => ({ played_at: played(index), track: track(index) }));
    return path.includes('/recently-played') ? Response.json({ items }) : new Response(null, { status: 204 });
  },
  { asked: 0 },
);
