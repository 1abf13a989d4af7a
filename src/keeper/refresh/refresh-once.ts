import { refreshTokens } from '../../grants/refresh.ts';
import type { TokenSet } from '../../grants/token-set.ts';
import { RefrainError } from '../../errors/refrain-error.ts';
import { claimed, type Sent } from '../record/changes.ts';
import type { KeeperContext } from './context.ts';
import type { Seen } from '../record/record-cache.ts';
import { randomToken } from '../../grants/pkce.ts';
import { neverLeft } from './was-it-sent.ts';
import { outcomeOf, type Outcome } from '../record/outcome.ts';
import type { LiveRecord } from '../record/record.ts';
import { lease, refreshDeadline } from '../record/times.ts';

/** What one claimed request came to. */
export type Refreshed =
  /** Somebody else wrote first, or the claim had run out before the request left: nothing was sent. */
  | { readonly kind: 'not_sent' }
  | { readonly kind: 'tokens'; readonly sent: Sent; readonly tokens: TokenSet }
  | { readonly kind: 'failed'; readonly sent: Sent; readonly error: RefrainError; readonly outcome: Outcome };

/**
 * Claims the refresh in the record, durably, and only then sends one request.
 * @param credential with what the app signs in
 * @throws RefrainError `client_secret_missing`, and what a store throws; nothing is sent then
 */
export async function refreshOnce(
  kept: LiveRecord,
  seen: Seen,
  context: KeeperContext,
  credential: Sent['credential'],
): Promise<Refreshed> {
  const { held, clock, claimant, endpoints, fetch } = context;
  const clientSecret = credential === 'client_secret' ? secretFor(kept, context) : undefined;
  if (credential === 'client_secret' && !clientSecret) throw new RefrainError('client_secret_missing');
  const claim = { id: randomToken(), by: claimant.name, at: clock.now() };
  if (!(await held.replace(claimed(kept, claim), seen))) return { kind: 'not_sent' };

  // Checked last before sending: a process that was stopped here may wake to find that its claim has run out.
  const late = clock.now() - claim.at;
  const { refreshToken, grant, authorizedAt, askedScopes, scopes } = kept.token;
  const sent: Sent = { claimId: claim.id, generation: kept.generation, refreshToken, credential, at: clock.now() };
  if (late >= lease || late < 0) {
    return { kind: 'failed', sent, error: new RefrainError('refresh_under_way'), outcome: 'not_spent' };
  }
  let thrown: unknown;
  const noting: typeof fetch = async (...given) => {
    try {
      return await fetch(...given);
    } catch (error) {
      thrown = error;
      throw error;
    }
  };
  try {
    const tokens = await refreshTokens({
      clientId: kept.clientId,
      clientSecret,
      refreshToken,
      grant,
      authorizedAt,
      askedScopes,
      scopes,
      endpoints,
      fetch: noting,
      deadline: () => AbortSignal.timeout(refreshDeadline),
      now: () => clock.now(),
    });
    return { kind: 'tokens', sent, tokens };
  } catch (failure) {
    // Whatever else was thrown says nothing of what became of the token.
    const error = failure instanceof RefrainError ? failure : new RefrainError('network');
    return { kind: 'failed', sent, error, outcome: outcomeOf(error, neverLeft(thrown)) };
  }
}

/**
 * With what the app signs in: as the token was got; for one from elsewhere as it has worked, else with the secret where
 * there is one.
 */
export function credentialFor(kept: LiveRecord, context: KeeperContext): Sent['credential'] {
  const { grant, credential } = kept.token;
  if (grant) return grant === 'authorization_code' ? 'client_secret' : 'client_id';
  if (!secretFor(kept, context)) return 'client_id';
  return credential ?? 'client_secret';
}

/** The secret that a token is refreshed with; undefined where it is refreshed with the client ID alone, or none is there. */
export function secretOf(kept: LiveRecord, context: KeeperContext): string | undefined {
  return credentialFor(kept, context) === 'client_secret' ? secretFor(kept, context) : undefined;
}

/** A token from elsewhere may have been got without the secret that is there now. */
export function mayTryIdAlone({ token }: LiveRecord, sent: Sent, { code }: RefrainError): boolean {
  const isAboutApp = code === 'invalid_client' || code === 'client_secret_wrong' || code === 'invalid_request';
  return isAboutApp && token.grant === undefined && sent.credential === 'client_secret' && !token.credential;
}

function secretFor(kept: LiveRecord, context: KeeperContext): string | undefined {
  return context.clientSecret ?? kept.clientSecret;
}
