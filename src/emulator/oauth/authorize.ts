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
  app.all('/authorize', (c) => c.text('/authorize takes only GET.', 405, { ...plainHeaders, Allow: 'GET, HEAD' }));
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
  const chosen = signedIn ?? world.listeners[0];
  if (world.settings.consent === 'cancel') return redirect(c, 302, addressWithDenial(request));
  if (world.settings.consent === 'agree') return redirect(c, 302, grantConsent(world, request, chosen));
  const consent =
    signedIn && !request.showDialog && world.consents.findCovering(request.app.clientId, signedIn.id, request.scopes);
  if (consent) return redirect(c, 302, addressWithCode(world, request, signedIn, consent.givenAt));
  const page = consentPage({ request, listeners: world.listeners, chosen, formToken: world.formToken });
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
  if (decision === 'cancel') return redirect(c, 303, addressWithDenial(request));
  if (decision !== 'agree') return c.text('Press Agree or Cancel.', 400, plainHeaders);
  return redirect(c, 303, grantConsent(world, request, listener));
}

/** Signs the listener in and saves the consent. @returns the address with a code */
function grantConsent(world: World, request: CheckedAuthorizationRequest, listener: Listener): string {
  world.signedIn = listener.id;
  const { givenAt } = world.consents.give(request.app.clientId, listener.id, request.scopes);
  return addressWithCode(world, request, listener, givenAt);
}

function addressWithCode(
  world: World,
  { app, scopes, redirectUri, codeChallenge, state }: CheckedAuthorizationRequest,
  listener: Listener,
  consentGivenAt: number,
): string {
  const issued = {
    clientId: app.clientId,
    listenerId: listener.id,
    scopes,
    redirectUri,
    codeChallenge,
    consentGivenAt,
  };
  const code = world.ledger.issueCode(issued);
  return withQuery(redirectUri, new URLSearchParams({ code, ...(state && { state }) }));
}

function addressWithDenial({ redirectUri, state }: CheckedAuthorizationRequest): string {
  return withQuery(redirectUri, new URLSearchParams({ error: 'access_denied', ...(state && { state }) }));
}

function redirect(c: Context, status: 302 | 303, location: string): Response {
  return c.body(null, status, { ...plainHeaders, Location: location });
}
