import { createHandler } from 'refrain/handler';
import { practice } from 'refrain/practice';

const listening = createHandler({ keeper: practice() });

export const dynamic = 'force-dynamic';
export const GET = (request) => listening(request);
