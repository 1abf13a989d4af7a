import type { ErrorCode } from '../../src/errors/error-table.ts';
import type { KeptStateName } from '../../src/keeper/record/state.ts';
import {
  answerStates,
  listNames,
  playerStatuses,
  timeRanges,
  type Health,
  type Item,
  type ListHealth,
  type Problem,
} from '../../src/listening/index.ts';
import { itemLimit } from '../../src/listening/views/look.ts';
import type { JsonAnswer, JsonItem } from '../../src/listening/views/json.ts';

/** @see https://json-schema.org/draft/2020-12 */
export type Schema = Readonly<Record<string, unknown>>;

/** One schema for each field of a type: a field without one, or a schema without a field, is an error of types. */
type Fields<Type> = { readonly [Name in keyof Type]-?: Schema };

/** The names of a union of texts, complete by its type. */
const namesOf = <Name extends string>(names: Readonly<Record<Name, true>>) => Object.keys(names);

const text = { type: 'string' };
const flag = { type: 'boolean' };
const amount = { type: 'number', minimum: 0 };
const orNull = (schema: Schema, description: string): Schema =>
  typeof schema['type'] === 'string'
    ? { ...schema, type: [schema['type'], 'null'], description }
    : { anyOf: [schema, { type: 'null' }], description };

const object = <Type>(
  description: string,
  properties: Fields<Type>,
  optional: readonly (keyof Type)[] = [],
): Schema => ({
  type: 'object',
  description,
  properties,
  required: Object.keys(properties).filter((name) => !optional.includes(name as keyof Type)),
  additionalProperties: false,
});

const errorExamples: readonly ErrorCode[] = ['spotify_unavailable', 'rate_limited', 'refresh_token_expired'];
const errorCode = { ...text, pattern: '^[a-z][a-z_]*$', examples: errorExamples };

/** The schemas by name. `refer` gives the reference to one of them. */
export function createSchemas(refer: (name: SchemaName) => Schema) {
  const shared = {
    version: { const: 1 },
    practice: { const: true, description: 'The music is invented. Absent otherwise.' },
    state: {
      type: 'string',
      enum: answerStates,
      description:
        'fresh: within its time. stale: older, and a refresh is under way. failing: the last fetch failed, and the items are the last good ones, or none. warming: nothing was fetched yet. hidden: the owner does not share it now. empty: nothing was played.',
    },
    fetchedAt: orNull(amount, 'When the items came from Spotify. Null if they never did.'),
    problem: { anyOf: [refer('Problem'), { type: 'null' }], description: 'Why the last fetch failed.' },
    items: { type: 'array', items: refer('Item'), maxItems: itemLimit.max },
  };
  type Shared = Omit<JsonAnswer, 'list' | 'status' | 'startedAt' | 'progressMs'>;
  return {
    NowPlaying: object<JsonAnswer>(
      'What plays or is paused. If nothing does, the last play.',
      {
        ...shared,
        list: { const: 'now-playing' },
        status: { enum: [...playerStatuses, null], description: 'What the player does. Null if it is not known.' },
        startedAt: orNull(amount, 'When the current track would have started without a pause. Null unless playing.'),
        progressMs: orNull(amount, 'Milliseconds. Null unless paused.'),
        items: { ...shared.items, maxItems: 1 },
      },
      ['practice'],
    ),
    List: object<Shared & Pick<JsonAnswer, 'list'>>(
      'The items of a list, in Spotify’s order.',
      { ...shared, list: { type: 'string', enum: listNames.filter((name) => name !== 'now-playing') } },
      ['practice'],
    ),
    Item: object<JsonItem>('A track, an episode of a podcast, or an artist. A fact that is missing is null.', {
      kind: { type: 'string', enum: namesOf<Item['kind']>({ track: true, episode: true, artist: true }) },
      name: { ...text, description: 'As Spotify sends it. It may be empty (a local file).' },
      artists: { type: 'array', items: text, description: 'Empty for an episode and for an artist.' },
      album: orNull(text, 'Null for an episode and for an artist.'),
      show: orNull(text, 'The podcast of an episode.'),
      url: orNull(
        { ...text, pattern: '^https://open\\.spotify\\.com/' },
        'The item at Spotify. Null for a local file, and in practice.',
      ),
      imageUrl: orNull({ ...text, pattern: '^https?://' }, 'Artwork with at least 100 pixels, if there is one.'),
      explicit: flag,
      isLocal: { ...flag, description: 'True for a file on the user’s own disk.' },
      durationMs: orNull(amount, 'Milliseconds. Null for an artist.'),
      playedAt: orNull(amount, 'When the play ended. Null outside the list of recent plays, and while it plays.'),
    }),
    Problem: object<Problem>('Why the last fetch failed.', {
      code: errorCode,
      retryAt: orNull(amount, 'When the next try is due. Null if a person must do something first.'),
    }),
    Health: object<Health>(
      'Whether the lists can be shown. It holds no account and no token.',
      {
        status: {
          type: 'string',
          enum: namesOf<Health['status']>({ ok: true, degraded: true, failing: true }),
          description:
            'failing: a list that was asked for has nothing to show, or a person is needed. degraded: a last good answer with a problem, or fewer than 14 days are left.',
        },
        lists: {
          type: 'object',
          description: 'By LIST, or LIST:RANGE for top lists.',
          propertyNames: { pattern: `^(${listNames.join('|')})(:(${timeRanges.join('|')}))?$` },
          additionalProperties: refer('ListHealth'),
        },
        token: { anyOf: [refer('Token'), { type: 'null' }], description: 'Null if the source does not tell.' },
        practice: shared.practice,
      },
      ['practice'],
    ),
    ListHealth: object<ListHealth>('One list, as /health reports it.', {
      state: {
        type: 'string',
        enum: [...answerStates, 'not_granted'],
        description: 'not_granted: the token lacks the scope of this list.',
      },
      age: orNull(amount, 'Seconds since the items were fetched. Null if there are none.'),
      error: orNull(errorCode, 'Why the last fetch failed.'),
    }),
    Token: object<NonNullable<Health['token']>>('The state of the token.', {
      state: {
        type: 'string',
        enum: namesOf<KeptStateName>({
          live: true,
          expiring: true,
          unknown: true,
          suspect: true,
          in_doubt: true,
          expired: true,
          none: true,
        }),
      },
      daysLeft: orNull({ type: 'integer' }, 'Null if the date of consent is not known.'),
    }),
    Failure: object<{ error: unknown }>('The address has an option that is unknown, repeated or wrong.', {
      error: object<{ code: unknown; message: unknown; cure: unknown }>('What is wrong, and what is allowed.', {
        code: errorCode,
        message: text,
        cure: text,
      }),
    }),
  } satisfies Readonly<Record<SchemaName, Schema>>;
}

export type SchemaName = 'NowPlaying' | 'List' | 'Item' | 'Problem' | 'Health' | 'ListHealth' | 'Token' | 'Failure';
