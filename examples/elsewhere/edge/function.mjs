// An edge function of Vercel or Netlify: a Request in, a Response out. Vercel also wants `config.runtime`.
import { createHandler } from 'refrain/handler';
import { practice } from 'refrain/practice';

const listening = createHandler({ keeper: practice() });

export default (request, context) => listening(request, context);
export const config = { runtime: 'edge', path: '/listening/*' };
