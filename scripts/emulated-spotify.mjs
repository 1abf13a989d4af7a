// @ts-check
/** Lets the browser of a test or a screenshot talk to an emulator instead of Spotify. */

const spotify = /^https:\/\/(accounts\.spotify\.com|api\.spotify\.com|i\.scdn\.co)\//;
const passedHeaders = ['authorization', 'content-type', 'access-control-request-headers'];
/** Where the page finds the emulator's artwork: it shows only pictures from Spotify's hosts. */
const artworkUrl = 'https://i.scdn.co/artwork/';

/**
 * Answers every request of a window to Spotify with an emulator. The page is not changed, and nothing leaves the machine.
 * @param {import('playwright-core').BrowserContext} context
 * @param {string} emulatorUrl the origin of the emulator
 */
export async function emulateSpotify(context, emulatorUrl) {
  const { origin } = new URL(emulatorUrl);
  await context.route(spotify, async (route) => {
    const request = route.request();
    const { pathname, search } = new URL(request.url());
    // The other headers name the origin of the page or of Spotify, which the emulator refuses as foreign.
    const headers = Object.fromEntries(
      Object.entries(request.headers()).filter(([name]) => passedHeaders.includes(name)),
    );
    const body = request.postData();
    try {
      const answer = await fetch(origin + pathname + search, {
        method: request.method(),
        headers,
        redirect: 'manual',
        ...(body === null ? {} : { body }),
      });
      const isText = /^(application\/json|text\/)/.test(answer.headers.get('content-type') ?? '');
      await route.fulfill({
        status: answer.status,
        headers: Object.fromEntries(answer.headers),
        body: isText
          ? (await answer.text()).replaceAll(`${origin}/artwork/`, artworkUrl)
          : Buffer.from(await answer.arrayBuffer()),
      });
    } catch {
      // The emulator cut the connection, or the window was closed.
      await route.abort().catch(() => {});
    }
  });
}
