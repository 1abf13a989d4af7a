// Your lists on Cloudflare Workers. wrangler.jsonc names the KV namespace for the lists; `refrain push cloudflare` saves
// the variables. For an app that rotates its tokens, use a Durable Object as the store: see docs/stores.md.
import { createTokenKeeper, memoryStore } from 'refrain';
import { createHandler } from 'refrain/handler';

let listening;

function openHandler({ LISTS, SPOTIFY_CLIENT_ID, SPOTIFY_REFRESH_TOKEN, SPOTIFY_AUTHORIZED_AT }) {
  const keeper = createTokenKeeper({
    app: { clientId: SPOTIFY_CLIENT_ID },
    store: memoryStore(),
    seed: { refreshToken: SPOTIFY_REFRESH_TOKEN, authorizedAt: Date.parse(SPOTIFY_AUTHORIZED_AT) },
  });
  const cache = {
    get: (key) => LISTS.get(key),
    set: (key, text) => LISTS.put(key, text),
    delete: (key) => LISTS.delete(key),
  };
  return createHandler({ keeper, cache, owner: 'me' });
}

export default {
  fetch(request, env, context) {
    listening ??= openHandler(env);
    return listening(request, context);
  },
};
