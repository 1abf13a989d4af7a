import { validateAuthResponse } from 'oauth4webapi';
import type { Endpoints } from '../spotify/endpoints.ts';
import { RefrainError } from '../errors/refrain-error.ts';
import type { AuthorizationRequest } from './authorization-request.ts';
import { authorizationServer } from './token-endpoint.ts';

declare const checked: unique symbol;

/**
 * A callback that passed every check of `checkCallback`. Only `checkCallback` creates one, so a code that was not
 * checked cannot be sent to the token endpoint. Printing it or turning it into JSON does not show the code.
 */
export interface CheckedCallback {
  /** The state of the request that it answers. */
  readonly state: string;
  readonly [checked]: true;
}

const checkedCallbackParameters = new WeakMap<CheckedCallback, URLSearchParams>();

/** The state of a callback: undefined if it has none, an empty one, or several. */
export function stateOf(parameters: URLSearchParams): string | undefined {
  const states = parameters.getAll('state');
  return (states.length === 1 && states[0]) || undefined;
}

/**
 * Checks the parameters of the callback address against the request that was sent (RFC 6749 section 4.1.2). Pure:
 * nothing is sent or stored. The state is checked first, so a callback of another sign-in can be recognized and
 * ignored.
 *
 * @returns a callback that can be exchanged for tokens, together with this request
 * @throws RefrainError `state_missing`, `state_mismatch`: it does not belong to this request. `callback_malformed`: a
 * parameter occurs twice, or it has both a code and an error, or neither. `issuer_mismatch`: it comes from another
 * server (RFC 9207). `access_denied`, `authorization_refused`, `implicit_grant_gone`: the user or Spotify refused (RFC
 * 6749 section 4.1.2.1).
 */
export function checkCallback(
  parameters: URLSearchParams,
  request: Pick<AuthorizationRequest, 'clientId' | 'state'>,
  endpoints: Endpoints,
): CheckedCallback {
  if (!parameters.has('state') || parameters.getAll('state').every((state) => !state)) {
    throw new RefrainError('state_missing');
  }
  if (!parameters.getAll('state').includes(request.state)) throw new RefrainError('state_mismatch');
  const names = [...parameters.keys()];
  if (new Set(names).size !== names.length) throw new RefrainError('callback_malformed');
  if (parameters.has('iss') && parameters.get('iss') !== endpoints.accountsUrl) {
    throw new RefrainError('issuer_mismatch');
  }

  const { error, error_description, code, state } = Object.fromEntries(parameters);
  if ((error === undefined) === (code === undefined)) throw new RefrainError('callback_malformed');
  if (error === 'access_denied') throw new RefrainError('access_denied', { spotifySaid: error });
  if (error) throw toRefusalError(error, error_description);
  if (!code || !/^[ -~]+$/.test(code)) throw new RefrainError('callback_malformed');

  return validateWithLibrary(new URLSearchParams({ code, state: state ?? '' }), request, endpoints);
}

function toRefusalError(error: string, description: string | undefined): RefrainError {
  if (error === 'unsupported_response_type') return new RefrainError('implicit_grant_gone', { spotifySaid: error });
  return new RefrainError('authorization_refused', { spotifySaid: description ? `${error}: ${description}` : error });
}

function validateWithLibrary(
  parameters: URLSearchParams,
  request: Pick<AuthorizationRequest, 'clientId' | 'state'>,
  endpoints: Endpoints,
): CheckedCallback {
  const client = { client_id: request.clientId };
  const validated = validateAuthResponse(authorizationServer(endpoints), client, parameters, request.state);
  const callback = Object.freeze({ state: request.state }) as CheckedCallback;
  checkedCallbackParameters.set(callback, validated);
  return callback;
}

/**
 * The parameters of a checked callback, in the form that oauth4webapi needs.
 * @throws RefrainError `state_mismatch` if it was not checked, or was checked for another request
 */
export function checkedParameters(callback: CheckedCallback, request: { readonly state: string }): URLSearchParams {
  const parameters = checkedCallbackParameters.get(callback);
  if (!parameters || callback.state !== request.state) throw new RefrainError('state_mismatch');
  return parameters;
}
