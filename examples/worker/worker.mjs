// Invented lists on Cloudflare Workers, without an account.
import { createHandler } from 'refrain/handler';
import { practice } from 'refrain/practice';

const listening = createHandler({ keeper: practice() });

export default {
  fetch: (request, _env, context) => listening(request, context),
};
