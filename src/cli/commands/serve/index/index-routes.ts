import { spotifyImageHosts } from '../../../../spotify/image-hosts.ts';
import type { Handler } from '../../../../handler/create-handler.ts';
import { isFromOwnPage } from '../guard.ts';
import { breakPractice, isPracticeAction, type PracticeRun } from '../practice-run.ts';
import { indexPage } from './index-page.ts';
import { indexScript } from './index-script.ts';
import { indexIcon, indexStyle } from './index-style.ts';
import { indexQuery, listQuery, readIndexView, type IndexView } from './index-view.ts';
import { practicePart } from './practice-part.ts';

/** A file of the page that the index uses too: its style and fonts. */
interface SharedFile {
  readonly body: Uint8Array<ArrayBuffer>;
  readonly type: string;
}

/** What the index needs from the server. */
export interface IndexParts {
  readonly lists: () => Handler;
  readonly base: string;
  /** By path, such as `/assets/index-XYZ.css`. */
  readonly files: ReadonlyMap<string, SharedFile>;
  /** Undefined for real lists. */
  readonly practice: (() => PracticeRun) | undefined;
  /** Starts practice again. */
  readonly restartPractice: () => void;
  readonly loginCommand: string;
  /** The real time, epoch milliseconds. */
  readonly now: () => number;
  /** Where artwork is, if not on Spotify's image hosts. */
  readonly imageOrigin: string | undefined;
}

const createPolicy = (imageOrigin = '') =>
  [
    "default-src 'none'",
    "script-src 'self'",
    "style-src 'self'",
    "font-src 'self'",
    "connect-src 'self'",
    "frame-src 'self'",
    `img-src 'self' data: ${spotifyImageHosts.map((host) => `https://${host}`).join(' ')} ${imageOrigin}`.trimEnd(),
    "form-action 'self'",
    "base-uri 'none'",
    "frame-ancestors 'none'",
  ].join('; ');

/** Makes the headers of the index and all that belongs to it. */
const createHeaders = (policy: string) => (type: string) => ({
  'Content-Type': type,
  'Content-Security-Policy': policy,
  'Cross-Origin-Opener-Policy': 'same-origin',
  'Cross-Origin-Resource-Policy': 'same-origin',
  // With `no-referrer` a form would have no origin, by which practice knows its own page.
  'Referrer-Policy': 'same-origin',
  'X-Content-Type-Options': 'nosniff',
  'Cache-Control': 'no-cache',
});

/** Makes the function that answers the index, its style and script, and what practice needs. */
export function createIndexRoutes(
  parts: IndexParts,
): (request: Request, path: string) => Promise<Response | undefined> {
  const styles = [...parts.files.keys()].filter((path) => path.endsWith('.css')).map((path) => path.slice(1));
  const own: Readonly<Record<string, readonly [string, string]>> = {
    '/index.css': [indexStyle, 'text/css; charset=utf-8'],
    '/index.svg': [indexIcon, 'image/svg+xml'],
    '/index.js': [indexScript, 'text/javascript; charset=utf-8'],
  };

  const ownHeaders = createHeaders(createPolicy(parts.imageOrigin));

  return async (request, path) => {
    const practice = parts.practice?.();
    if (practice && path === '/practice') return changePractice(request, practice, parts);
    if (request.method !== 'GET' && request.method !== 'HEAD') return undefined;
    const text = own[path];
    if (text) return new Response(text[0], { headers: ownHeaders(text[1]) });
    const file = parts.files.get(path);
    if (file) return new Response(file.body, { headers: ownHeaders(file.type) });
    if (path !== '/') return undefined;
    const view = readIndexView(new URL(request.url).searchParams);
    const page = await indexPage(view, {
      address: new URL(`${parts.base}/`, request.url).href,
      styles: [...styles, 'index.css'],
      answer: await answerText(view, request, parts),
      isClockMoved: practice !== undefined && practice.source.clock.now() - parts.now() > 60_000,
      practice: practice && (await practicePart(view, practice)),
      loginCommand: parts.loginCommand,
    });
    return new Response(String(page), { headers: ownHeaders('text/html; charset=utf-8') });
  };
}

async function changePractice(request: Request, run: PracticeRun, parts: IndexParts): Promise<Response> {
  if (request.method !== 'POST' || !isFromOwnPage(request)) return new Response('Refused.\n', { status: 403 });
  const action = (await request.formData().catch(() => undefined))?.get('change');
  if (!isPracticeAction(action)) return new Response('Unknown action.\n', { status: 400 });
  if (action === 'restart') parts.restartPractice();
  else breakPractice(run, action);
  const view = readIndexView(new URL(request.url).searchParams);
  return new Response(null, { status: 303, headers: { Location: `${parts.base}/${indexQuery(view)}` } });
}

/** What the list answers, for formats that are shown as text. */
async function answerText(view: IndexView, request: Request, { lists, base }: IndexParts): Promise<string | undefined> {
  const { format, list } = view;
  if (format === 'html') return undefined;
  const url = new URL(`${base}/${list}.${format}${listQuery(view)}`, request.url);
  const response = await lists()(new Request(url));
  const text = await response.text();
  return format === 'json' && response.ok ? JSON.stringify(JSON.parse(text), null, 2) : text;
}
