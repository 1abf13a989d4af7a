import { validateAuthResponse } from 'oauth4webapi';
import type { Endpoints } from '../spotify/endpoints.ts';
import { RefrainError } from '../errors/refrain-error.ts';
import type { AuthorizationRequest } from './authorization-request.ts';
import { authorizationServer } from './authorization-server.ts';

declare const checked: unique symbol;

/**
 * A callback that passed every check of `checkCallback`, its only maker: nothing else gets a code to the token
 * endpoint. The code is where neither printing nor JSON shows it.
 */
export interface CheckedCallback {
  /** The state of the try that it answers. */
  readonly state: string;
  readonly [checked]: true;
}

const parametersOfChecked = new WeakMap<CheckedCallback, URLSearchParams>();

/** The state that a callback names: undefined if it names none, an empty one, or several. */
export function stateOf(parameters: URLSearchParams): string | undefined {
  const states = parameters.getAll('state');
  return (states.length === 1 && states[0]) || undefined;
}

/**
 * Checks what Spotify sent back in the address against the try that was begun. Pure: nothing is sent or stored.
 * The state is judged before all else, so that somebody else's callback can be told and left alone.
 *
 * @returns a callback that may be exchanged for tokens, with this very request
 * @throws RefrainError `state_missing`, `state_mismatch`: not this try's. `callback_malformed`: a parameter twice,
 * code and error together, or neither. `issuer_mismatch`: another sender (RFC 9207). `access_denied`, or
 * `authorization_refused` with `spotifySaid`: Spotify's no (RFC 6749 section 4.1.2.1).
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
  if (parameters.has('iss') && parameters.get('iss') !== endpoints.accountsUrl)
    throw new RefrainError('issuer_mismatch');

  const { error, error_description, code, state } = Object.fromEntries(parameters);
  if ((error === undefined) === (code === undefined)) throw new RefrainError('callback_malformed');
  if (error === 'access_denied') throw new RefrainError('access_denied', { spotifySaid: error });
  if (error) throw refusal(error, error_description);
  if (!code || !/^[ -~]+$/.test(code)) throw new RefrainError('callback_malformed');

  return judgedByLibrary(new URLSearchParams({ code, state: state ?? '' }), request, endpoints);
}

function refusal(error: string, description: string | undefined): RefrainError {
  if (error === 'unsupported_response_type') return new RefrainError('implicit_grant_gone', { spotifySaid: error });
  return new RefrainError('authorization_refused', { spotifySaid: description ? `${error}: ${description}` : error });
}

function judgedByLibrary(
  parameters: URLSearchParams,
  request: Pick<AuthorizationRequest, 'clientId' | 'state'>,
  endpoints: Endpoints,
): CheckedCallback {
  const client = { client_id: request.clientId };
  const validated = validateAuthResponse(authorizationServer(endpoints), client, parameters, request.state);
  const callback = Object.freeze({ state: request.state }) as CheckedCallback;
  parametersOfChecked.set(callback, validated);
  return callback;
}

/**
 * The parameters behind a checked callback, as oauth4webapi wants them.
 * @throws RefrainError `state_mismatch` if it was not checked, or checked for another try
 */
export function checkedParameters(callback: CheckedCallback, request: { readonly state: string }): URLSearchParams {
  const parameters = parametersOfChecked.get(callback);
  if (!parameters || callback.state !== request.state) throw new RefrainError('state_mismatch');
  return parameters;
}
