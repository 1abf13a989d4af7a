import { isScope } from '../../spotify/scopes.ts';
import type { App } from '../state/apps.ts';
import { isInsecure, isRegistered } from './redirect-uri-match.ts';

/** An authorization request that passed every check. */
export interface CheckedAuthorizationRequest {
  readonly app: App;
  readonly redirectUri: string;
  readonly state: string | undefined;
  readonly scopes: readonly string[];
  readonly codeChallenge: string | undefined;
  readonly showDialog: boolean;
}

/** The result of the checks: a plain page with one line, a redirect with an error, or the consent page. */
export type AuthorizationJudgement =
  | { readonly verdict: 'dead end'; readonly line: string }
  | { readonly verdict: 'unsupported response type'; readonly redirectUri: string; readonly state: string | undefined }
  | { readonly verdict: 'passed'; readonly request: CheckedAuthorizationRequest };

/**
 * Checks an authorization request in Spotify's order: client, redirect URI, response type, scope.
 * If Spotify's text is not known (a missing redirect URI, a wrong challenge), it is modelled on the known ones.
 * @see https://developer.spotify.com/documentation/web-api/tutorials/code-pkce-flow
 */
export function judgeAuthorizationRequest(
  parameters: URLSearchParams,
  apps: ReadonlyMap<string, App>,
): AuthorizationJudgement {
  const deadEnd = (line: string) => ({ verdict: 'dead end', line }) as const;
  const doubled = [...new Set(parameters.keys())].find((name) => parameters.getAll(name).length > 1);
  // RFC 6749 section 3.1: parameters must not be included more than once.
  if (doubled !== undefined) return deadEnd(`${doubled}: Present more than once`);
  const value = (name: string) => parameters.get(name) || undefined;

  const clientId = value('client_id');
  if (clientId === undefined) return deadEnd('client_id: Not present');
  const app = apps.get(clientId);
  if (!app) return deadEnd('INVALID_CLIENT: Invalid client');

  const redirectUri = value('redirect_uri');
  if (redirectUri === undefined) return deadEnd('redirect_uri: Not present');
  if (isInsecure(redirectUri)) return deadEnd('redirect_uri: Insecure');
  if (!isRegistered(redirectUri, app.redirectUris)) return deadEnd('redirect_uri: Not matching configuration');

  const state = value('state');
  const responseType = value('response_type');
  if (responseType === 'token') return { verdict: 'unsupported response type', redirectUri, state };
  if (responseType !== 'code') return deadEnd('response_type must be code');

  const scopes = [...new Set(value('scope')?.split(' ').filter(Boolean))];
  if (!scopes.every(isScope)) return deadEnd('Illegal scope');

  const codeChallenge = value('code_challenge');
  const method = value('code_challenge_method');
  if (codeChallenge !== undefined && method !== 'S256') return deadEnd('code_challenge_method must be S256');
  if (codeChallenge === undefined && method !== undefined) return deadEnd('code_challenge: Not present');

  const showDialog = value('show_dialog') === 'true';
  return { verdict: 'passed', request: { app, redirectUri, state, scopes, codeChallenge, showDialog } };
}
