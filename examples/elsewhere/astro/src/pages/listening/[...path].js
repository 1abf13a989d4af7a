import { createHandler } from 'refrain/handler';
import { practice } from 'refrain/practice';

const listening = createHandler({ keeper: practice() });

export const prerender = false;
export const GET = ({ request }) => listening(request);
