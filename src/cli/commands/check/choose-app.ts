import type { KeptState } from '../../../keeper/record/state.ts';
import type { LastLogin } from '../../profile/last-login.ts';
import { notedRedirectUri } from '../../profile/redirect-uri-note.ts';
import { defaultRedirectUri, firstRedirectUri } from '../login/callback/callback-route.ts';

/** What named the app: `--client-id`, SPOTIFY_CLIENT_ID, the last login, or the saved token. */
export type AppSource = 'flag' | 'variable' | 'last login' | 'token' | 'none';

/** The app to check, and the redirect URI that a sign-in with it would use. */
export interface AppToCheck {
  readonly clientId: string | undefined;
  readonly appSource: AppSource;
  /** As it is registered. */
  readonly redirectUri: string;
}

/**
 * Chooses the app to check. What the user named last counts: a login of this profile that failed may have been for another
 * app than the saved token, and that app is the one with the problem.
 * @param named client IDs that the user gave to this run
 * @param saved the token of this run
 * @param last the last login, and the profile of this run: undefined for a variable's record, which only a login renews
 */
export function chooseApp(
  named: { readonly flag: string | undefined; readonly variable: string | undefined },
  saved: KeptState | undefined,
  { last, profile }: { readonly last: LastLogin | undefined; readonly profile: string | undefined },
): AppToCheck {
  const candidates: readonly (readonly [AppSource, string | undefined])[] = [
    ['flag', named.flag],
    ['variable', named.variable],
    ['last login', last?.profile === profile ? last?.clientId : undefined],
    ['token', saved?.clientId],
    ['last login', last?.clientId],
  ];
  const [source, clientId] = candidates.find(([, id]) => id) ?? ['none', undefined];
  const isSaved = clientId !== undefined && clientId === saved?.clientId;
  const isLast = clientId !== undefined && clientId === last?.clientId;
  const otherRedirectUri = isSaved ? redirectUriOf(saved, profile) : defaultRedirectUri;
  return {
    clientId,
    appSource: isSaved ? 'token' : source,
    redirectUri: isLast ? last.redirectUri : otherRedirectUri,
  };
}

/** The redirect URI that a renewal of a saved token would use. Only a login can renew a variable's token. */
function redirectUriOf(saved: KeptState, profile: string | undefined): string {
  return notedRedirectUri(saved) ?? (profile === undefined ? defaultRedirectUri : firstRedirectUri);
}
