import { Hono, type Context } from 'hono';
import { judgeAuthorizationRequest, type CheckedAuthorizationRequest } from './authorization-checks.ts';
import { consentPage } from './consent-page.ts';
import { isForeign } from '../http/guards.ts';
import type { Listener } from '../listeners/listener.ts';
import { listenerWith } from '../listeners/listeners.ts';
import { consentPageHeaders, plainHeaders } from '../http/page-headers.ts';
import { withQuery } from './redirect-uri-match.ts';
import type { World } from '../state/world.ts';

/** `GET /authorize`, and the answer to the question it asks, which is posted to the same address. */
export function authorize(world: World): Hono {
  const app = new Hono();
  app.get('/authorize', (c) => judged(c, world, (request) => question(c, world, request)));
  app.post('/authorize', (c) => judged(c, world, (request) => answered(c, world, request)));
  return app;
}

function judged(
  c: Context,
  world: World,
  proceed: (request: CheckedAuthorizationRequest) => Response | Promise<Response>,
): Response | Promise<Response> {
  const judgement = judgeAuthorizationRequest(new URL(c.req.url).searchParams, world.apps);
  switch (judgement.verdict) {
    case 'dead end':
      return c.text(judgement.line, 400, plainHeaders);
    case 'unsupported response type': {
      const { redirectUri, state } = judgement;
      const fragment = new URLSearchParams({ error: 'unsupported_response_type', ...(state && { state }) });
      return redirect(c, 302, `${redirectUri}#${fragment}`);
    }
    case 'passed':
      return proceed(judgement.request);
  }
}

function question(c: Context, world: World, request: CheckedAuthorizationRequest): Response | Promise<Response> {
  const signedIn = listenerWith(world.signedIn);
  if (world.settings.consent === 'cancel') return refused(c, 302, request);
  if (world.settings.consent === 'agree') return agreed(c, 302, world, request, signedIn ?? world.listeners[0]);
  const consent =
    signedIn && !request.showDialog && world.consents.covering(request.app.clientId, signedIn.id, request.scopes);
  if (signedIn && consent) return withCode(c, 302, world, request, signedIn, consent.givenAt);
  const page = consentPage({
    request,
    listeners: world.listeners,
    chosen: signedIn ?? world.listeners[0],
    formToken: world.formToken,
  });
  return c.html(page, 200, consentPageHeaders(request.redirectUri));
}

async function answered(c: Context, world: World, request: CheckedAuthorizationRequest): Promise<Response> {
  const form = new URLSearchParams(await c.req.text());
  if (isForeign(c.req.raw) || form.get('form_token') !== world.formToken) {
    return c.text(
      'This form was not sent from the emulator as it runs now. Go back, reload the page, try again.',
      403,
      plainHeaders,
    );
  }
  const listener = listenerWith(form.get('listener') ?? undefined);
  if (!listener) return c.text('Choose who is listening.', 400, plainHeaders);
  const decision = form.get('decision');
  if (decision === 'cancel') return refused(c, 303, request);
  if (decision !== 'agree') return c.text('Press Agree or Cancel.', 400, plainHeaders);
  return agreed(c, 303, world, request, listener);
}

function agreed(c: Context, status: 302 | 303, world: World, request: CheckedAuthorizationRequest, listener: Listener) {
  world.signedIn = listener.id;
  const { givenAt } = world.consents.give(request.app.clientId, listener.id, request.scopes);
  return withCode(c, status, world, request, listener, givenAt);
}

function withCode(
  c: Context,
  status: 302 | 303,
  world: World,
  { app, scopes, redirectUri, codeChallenge, state }: CheckedAuthorizationRequest,
  listener: Listener,
  consentGivenAt: number,
): Response {
  const { clientId } = app;
  const code = world.ledger.issueCode({
    clientId,
    listenerId: listener.id,
    scopes,
    redirectUri,
    codeChallenge,
    consentGivenAt,
  });
  return redirect(c, status, withQuery(redirectUri, new URLSearchParams({ code, ...(state && { state }) })));
}

function refused(c: Context, status: 302 | 303, { redirectUri, state }: CheckedAuthorizationRequest): Response {
  return redirect(
    c,
    status,
    withQuery(redirectUri, new URLSearchParams({ error: 'access_denied', ...(state && { state }) })),
  );
}

function redirect(c: Context, status: 302 | 303, location: string): Response {
  return c.body(null, status, { ...plainHeaders, Location: location });
}
