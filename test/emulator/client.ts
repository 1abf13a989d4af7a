import { createEmulator, practiceApp, type Emulator } from '../../src/emulator/index.ts';

type Fields = Record<string, string>;

/** The pair of RFC 7636, appendix B. */
export const pkce = {
  verifier: 'dBjftJeZ4CVP-mB92K27uhbUJU1p1r_wW1gFWFOEjXk',
  challenge: 'E9Melhoa2OwvFrEMTJguCHaoeK1t8URWbuGJSstw-cM',
};

export const noon = Date.parse('2026-11-24T12:00:00Z');
const everyListeningScope = 'user-read-recently-played user-read-currently-playing user-top-read';

/** A developer's app and a user with a browser: enough to test every path through an emulator. */
export class Client {
  readonly origin = 'http://127.0.0.1:4000';
  readonly redirectUri = 'http://127.0.0.1:8888/';
  readonly emulator: Emulator;
  readonly app: { clientId: string; clientSecret: string };

  constructor(
    emulator: Emulator = createEmulator({ clock: { now: () => noon } }),
    app: { clientId: string; clientSecret: string } = practiceApp,
  ) {
    this.emulator = emulator;
    this.app = app;
  }

  get controls(): Emulator['controls'] {
    return this.emulator.controls;
  }

  fetch(path: string, init?: RequestInit): Promise<Response> {
    return this.emulator.fetch(`${this.origin}${path}`, init);
  }

  /** `GET /authorize`; a field that is empty is sent empty, one that is `undefined` not at all. */
  authorize(fields: Record<string, string | undefined> = {}): Promise<Response> {
    return this.fetch(this.authorizePath(fields));
  }

  authorizePath(fields: Record<string, string | undefined> = {}): string {
    const all = {
      client_id: this.app.clientId,
      response_type: 'code',
      redirect_uri: this.redirectUri,
      scope: everyListeningScope,
      state: 'a state',
      show_dialog: 'true',
      ...fields,
    };
    const given = Object.entries(all).filter((entry): entry is [string, string] => entry[1] !== undefined);
    return `/authorize?${new URLSearchParams(given)}`;
  }

  /** Opens the consent page and presses a button on it. */
  async decide(decision: 'agree' | 'cancel', fields: Fields = {}, listener = 'maya.lindqvist'): Promise<URL> {
    const path = this.authorizePath(fields);
    const page = await (await this.fetch(path)).text();
    const formToken = /name="form_token" value="(\w+)"/.exec(page)?.[1] ?? '';
    const answer = await this.post(path, { form_token: formToken, listener, decision });
    return new URL(answer.headers.get('location') ?? 'no-location:');
  }

  async code(fields: Fields = {}, listener?: string): Promise<string> {
    return (await this.decide('agree', fields, listener)).searchParams.get('code') ?? '';
  }

  pkceCode(fields: Fields = {}, listener?: string): Promise<string> {
    return this.code({ code_challenge_method: 'S256', code_challenge: pkce.challenge, ...fields }, listener);
  }

  post(path: string, fields: Fields, headers: Record<string, string> = {}): Promise<Response> {
    return this.fetch(path, { method: 'POST', headers, body: new URLSearchParams(fields) });
  }

  /** `POST /api/token` with these fields and no others. */
  token(fields: Fields, headers: Record<string, string> = {}): Promise<Response> {
    return this.post('/api/token', fields, headers);
  }

  get basic(): Record<string, string> {
    return { authorization: `Basic ${btoa(`${this.app.clientId}:${this.app.clientSecret}`)}` };
  }

  get secretInBody(): Fields {
    return { client_id: this.app.clientId, client_secret: this.app.clientSecret };
  }

  /** Exchanges a code got with PKCE, without a secret. */
  exchangePkce(code: string, fields: Fields = {}): Promise<Response> {
    return this.exchange(code, { client_id: this.app.clientId, code_verifier: pkce.verifier, ...fields });
  }

  exchange(code: string, fields: Fields, headers?: Record<string, string>): Promise<Response> {
    return this.token({ grant_type: 'authorization_code', code, redirect_uri: this.redirectUri, ...fields }, headers);
  }

  async pkceTokens(fields: Fields = {}, listener?: string): Promise<Tokens> {
    return (await (await this.exchangePkce(await this.pkceCode(fields, listener))).json()) as Tokens;
  }

  async secretTokens(fields: Fields = {}): Promise<Tokens> {
    return (await (await this.exchange(await this.code(fields), {}, this.basic)).json()) as Tokens;
  }

  /** Refreshes with only the client ID, as PKCE does. */
  refresh(refreshToken: string, fields: Fields = { client_id: this.app.clientId }): Promise<Response> {
    return this.token({ grant_type: 'refresh_token', refresh_token: refreshToken, ...fields });
  }

  api(path: string, accessToken: string): Promise<Response> {
    return this.fetch(path, { headers: { authorization: `Bearer ${accessToken}` } });
  }

  /** An API call with a fresh token for these scopes. */
  async ask(path: string, scope = everyListeningScope, listener?: string): Promise<Response> {
    return this.api(path, (await this.pkceTokens({ scope }, listener)).access_token);
  }
}

export interface Tokens {
  readonly access_token: string;
  readonly token_type: string;
  readonly expires_in: number;
  readonly refresh_token: string;
  readonly scope: string;
}

export async function clientOfNewApp(controlsInput: { redirectUris: string[]; rotates?: boolean }): Promise<Client> {
  const client = new Client();
  return new Client(client.emulator, client.controls.registerApp(controlsInput));
}
