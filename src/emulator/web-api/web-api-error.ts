import type { Context } from 'hono';

/** The two gates of development mode, which answer in plain text. */
export const gates = {
  userNotRegistered:
    'The user is not registered for this application. Please check your settings on https://developer.spotify.com/dashboard.',
  premiumRequired:
    'Active premium subscription required for the owner of the app. When the subscription status changes, it can take a few hours before requests are allowed again.',
} as const;

/**
 * An error answer of the Web API, in its format.
 * @param cause what `WWW-Authenticate` says of a 401, if it is not the message
 */
export function webApiError(
  c: Context,
  status: 400 | 401 | 403 | 404 | 405,
  message: string,
  cause: string = message,
): Response {
  if (status === 401) {
    const challenge = `Bearer realm="spotify", error="invalid_token", error_description="${cause}"`;
    c.header('WWW-Authenticate', challenge);
  }
  return c.json({ error: { status, message } }, status);
}
