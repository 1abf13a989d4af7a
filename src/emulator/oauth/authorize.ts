import { Hono, type Context } from 'hono';
import { judgeAuthorizationRequest, type CheckedAuthorizationRequest } from './authorization-checks.ts';
import { consentPage } from './consent-page.ts';
import { isForeign } from '../http/guards.ts';
import type { Listener } from '../listeners/listener.ts';
import { findListener } from '../listeners/listeners.ts';
import { consentPageHeaders, plainHeaders } from '../http/page-headers.ts';
import { withQuery } from './redirect-uri-match.ts';
import type { World } from '../state/world.ts';

/** `GET /authorize`, and the form of its consent page, which is posted to the same address. */
export function authorize(world: World): Hono {
  const app = new Hono();
  app.get('/authorize', (c) => withValidRequest(c, world, (request) => showConsentPage(c, world, request)));
  app.post('/authorize', (c) => withValidRequest(c, world, (request) => handleDecision(c, world, request)));
  return app;
}

function withValidRequest(
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

function showConsentPage(c: Context, world: World, request: CheckedAuthorizationRequest): Response | Promise<Response> {
  const signedIn = findListener(world.signedIn);
  if (world.settings.consent === 'cancel') return redirectWithDenial(c, 302, request);
  if (world.settings.consent === 'agree') return grantConsent(c, 302, world, request, signedIn ?? world.listeners[0]);
  const consent =
    signedIn && !request.showDialog && world.consents.findCovering(request.app.clientId, signedIn.id, request.scopes);
  if (signedIn && consent) return redirectWithCode(c, 302, world, request, signedIn, consent.givenAt);
  const page = consentPage({
    request,
    listeners: world.listeners,
    chosen: signedIn ?? world.listeners[0],
    formToken: world.formToken,
  });
  return c.html(page, 200, consentPageHeaders(request.redirectUri));
}

async function handleDecision(c: Context, world: World, request: CheckedAuthorizationRequest): Promise<Response> {
  const form = new URLSearchParams(await c.req.text());
  if (isForeign(c.req.raw) || form.get('form_token') !== world.formToken) {
    return c.text(
      'This form is from another run of the emulator. Go back, reload the page, and try again.',
      403,
      plainHeaders,
    );
  }
  const listener = findListener(form.get('listener') ?? undefined);
  if (!listener) return c.text('Choose who is listening.', 400, plainHeaders);
  const decision = form.get('decision');
  if (decision === 'cancel') return redirectWithDenial(c, 303, request);
  if (decision !== 'agree') return c.text('Press Agree or Cancel.', 400, plainHeaders);
  return grantConsent(c, 303, world, request, listener);
}

function grantConsent(
  c: Context,
  status: 302 | 303,
  world: World,
  request: CheckedAuthorizationRequest,
  listener: Listener,
) {
  world.signedIn = listener.id;
  const { givenAt } = world.consents.give(request.app.clientId, listener.id, request.scopes);
  return redirectWithCode(c, status, world, request, listener, givenAt);
}

function redirectWithCode(
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

function redirectWithDenial(
  c: Context,
  status: 302 | 303,
  { redirectUri, state }: CheckedAuthorizationRequest,
): Response {
  return redirect(
    c,
    status,
    withQuery(redirectUri, new URLSearchParams({ error: 'access_denied', ...(state && { state }) })),
  );
}

function redirect(c: Context, status: 302 | 303, location: string): Response {
  return c.body(null, status, { ...plainHeaders, Location: location });
}
