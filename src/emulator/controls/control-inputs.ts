import * as v from 'valibot';
import { judgeRedirectUri } from '../../spotify/redirect-uri.ts';
import { hour } from '../../text/durations.ts';
import { faultNames, type FaultName } from './faults.ts';
import { nowPlayingStates } from './now-playing.ts';

const milliseconds = v.pipe(v.number(), v.safeInteger());
/** The longest delay of an answer: an hour. A timer cannot wait longer than 24 days, and would end at once. */
const maxDelay = hour;
const moment = v.union([
  milliseconds,
  v.pipe(
    v.string(),
    v.check((text) => !Number.isNaN(Date.parse(text)), 'Not a date. Write it as 2026-11-24T10:00:00Z.'),
  ),
]);

/** Whether names and values are valid headers: a line break would begin another header. */
function areHeaders(headers: Record<string, string>): boolean {
  try {
    return Boolean(new Headers(headers));
  } catch {
    return false;
  }
}

const hex32 = v.pipe(v.string(), v.regex(/^[0-9a-f]{32}$/, 'Must be 32 hex digits.'));

/** A redirect URI that Spotify's dashboard accepts. */
const redirectUri = v.pipe(
  v.string(),
  v.check(
    (uri) => judgeRedirectUri(uri).verdict === 'allowed',
    ({ input }) => {
      const judgement = judgeRedirectUri(input);
      if (judgement.verdict === 'allowed') return '';
      const better = judgement.instead === undefined ? '' : ` Use ${judgement.instead}`;
      return `Spotify's dashboard would refuse ${JSON.stringify(input)}. ${judgement.reason}${better}`;
    },
  ),
);

export const clockSchema = v.pipe(
  v.strictObject({
    advanceDays: v.optional(v.pipe(v.number(), v.finite())),
    advanceMs: v.optional(milliseconds),
    now: v.optional(moment),
    reset: v.optional(v.boolean()),
  }),
  v.check((input) => Object.keys(input).length > 0, 'Give advanceDays, advanceMs, now or reset.'),
);

export const settingsSchema = v.partial(
  v.strictObject({
    rotatesRefreshTokens: v.boolean(),
    overdueRefreshTokenSays: v.picklist(['revoked', 'expired']),
    gatesAnswer: v.picklist(['text', 'json']),
    unauthorizedSays: v.picklist(['cause', 'one for all']),
    refreshAnswersScope: v.boolean(),
    consent: v.picklist(['ask', 'agree', 'cancel']),
  }),
);

export const appSchema = v.strictObject({
  name: v.optional(v.pipe(v.string(), v.trim(), v.nonEmpty())),
  clientId: v.optional(hex32),
  clientSecret: v.optional(hex32),
  redirectUris: v.array(redirectUri),
  rotates: v.optional(v.boolean()),
  ownerPremium: v.optional(v.boolean()),
  allowlist: v.optional(v.array(v.string())),
});

export const appChangesSchema = v.partial(
  v.strictObject({
    name: v.pipe(v.string(), v.trim(), v.nonEmpty()),
    clientSecret: hex32,
    redirectUris: v.array(redirectUri),
    rotates: v.nullable(v.boolean()),
    ownerPremium: v.boolean(),
    allowlist: v.nullable(v.array(v.string())),
  }),
);

export const answerSchema = v.strictObject({
  fault: v.optional(v.picklist(faultNames)),
  method: v.optional(v.string()),
  path: v.optional(v.pipe(v.string(), v.startsWith('/'))),
  times: v.optional(v.pipe(v.number(), v.integer(), v.minValue(1))),
  status: v.optional(v.pipe(v.number(), v.integer(), v.minValue(200), v.maxValue(599))),
  headers: v.optional(v.pipe(v.record(v.string(), v.string()), v.check(areHeaders, 'These headers cannot be sent.'))),
  body: v.optional(v.unknown()),
  amend: v.optional(v.record(v.string(), v.unknown())),
  omit: v.optional(v.array(v.string())),
  handled: v.optional(v.boolean()),
  delayMs: v.optional(v.pipe(milliseconds, v.minValue(0), v.maxValue(maxDelay))),
  stall: v.optional(v.picklist(['answer', 'body'])),
  cut: v.optional(v.picklist(['answer', 'body'])),
  cors: v.optional(v.boolean()),
});

export const revocationSchema = v.union(
  [v.strictObject({ token: v.string() }), v.strictObject({ clientId: v.string(), listener: v.string() })],
  'Say token, or clientId and listener.',
);

export const nowPlayingSchema = v.strictObject({ state: v.picklist(nowPlayingStates) });

export const signInSchema = v.strictObject({ listener: v.nullable(v.string()) });

export type ClockInput = v.InferInput<typeof clockSchema>;
export type SettingsInput = v.InferInput<typeof settingsSchema>;
export type AppInput = v.InferInput<typeof appSchema>;
export type AppChanges = v.InferInput<typeof appChangesSchema>;
export type AnswerInput = v.InferInput<typeof answerSchema> & { readonly fault?: FaultName | undefined };
export type RevocationInput = { readonly token: string } | { readonly clientId: string; readonly listener: string };
export type NowPlayingInput = v.InferInput<typeof nowPlayingSchema>;
export type SignInInput = v.InferInput<typeof signInSchema>;
