import { createHandler } from 'refrain/handler';
import { practice } from 'refrain/practice';

const listening = createHandler({ keeper: practice() });

Bun.serve({ port: Number(process.env.PORT ?? 3000), hostname: '127.0.0.1', fetch: (request) => listening(request) });
