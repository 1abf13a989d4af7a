import type { KeptState } from '../../keeper/record/state.ts';
import type { CommandText } from '../context/command-text.ts';

/**
 * What somebody should know who takes a copy of a token elsewhere; sentences without their line breaks.
 * @param copy where the copy is, as in `the copy in .env`
 */
export function exportWarnings(
  kept: Pick<KeptState, 'state' | 'rotates' | 'grant'>,
  given: { readonly hasSecret: boolean; readonly copy: string; readonly refrain: CommandText },
): readonly string[] {
  const { hasSecret, copy, refrain } = given;
  return [
    ...stateWarnings(kept.state, refrain),
    ...(kept.rotates
      ? [
          `This app\u2019s refresh tokens work once each: ${copy} dies with the next refresh made here, and the one here with the next made there. Let one place alone refresh it.`,
        ]
      : []),
    ...(kept.grant === 'authorization_code' && !hasSecret
      ? ['This token is refreshed with the client secret, and none is kept here: add SPOTIFY_CLIENT_SECRET there.']
      : []),
  ];
}

function stateWarnings(state: KeptState['state'], refrain: CommandText): readonly string[] {
  switch (state) {
    case 'expired':
      return [`Spotify refuses this token: its six months are over. For a new one: ${refrain('renew')}`];
    case 'suspect':
      return [`Spotify has refused this token before its time. What is wrong: ${refrain('check')}`];
    case 'in_doubt':
      return [`This token may be spent already. ${refrain('renew')} decides.`];
    default:
      return [];
  }
}
