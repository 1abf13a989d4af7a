import * as v from 'valibot';

// Answers are read leniently: a wrong field is left out, a wrong item is left out, and the rest of the answer is kept.
// https://developer.spotify.com/documentation/web-api/references/changes/february-2026 lists fields that were removed.

const text = v.fallback(v.optional(v.string()), undefined);
const link = v.fallback(v.optional(v.object({ spotify: text })), undefined);

const image = v.object({ url: v.string(), width: v.fallback(v.nullish(v.number()), null) });
export type WireImage = v.InferOutput<typeof image>;

/** A list without its unreadable entries; empty if the value is not a list. */
function listOf<Entry>(entry: v.GenericSchema<unknown, Entry>) {
  return v.pipe(
    v.fallback(v.array(v.unknown()), []),
    v.transform((entries) =>
      entries.flatMap((candidate) => {
        const read = v.safeParse(entry, candidate);
        return read.success ? [read.output] : [];
      }),
    ),
  );
}

const images = listOf(image);
const named = v.fallback(v.optional(v.object({ name: text, images })), undefined);

export const wireAccount = v.object({
  id: v.pipe(v.string(), v.nonEmpty()),
  account_id: text,
  display_name: text,
  external_urls: link,
  images,
});

const wireItem = v.object({
  type: v.fallback(v.optional(v.picklist(['track', 'episode', 'artist', 'unknown']), 'track'), 'unknown'),
  name: text,
  duration_ms: v.fallback(v.pipe(v.number(), v.finite(), v.minValue(0)), 0),
  explicit: v.fallback(v.boolean(), false),
  is_local: v.fallback(v.boolean(), false),
  external_urls: link,
  artists: listOf(v.object({ name: v.pipe(v.string(), v.nonEmpty()) })),
  album: named,
  show: named,
  images,
});
export type WireItem = v.InferOutput<typeof wireItem>;

const playedAt = v.pipe(
  v.string(),
  v.transform((date) => Date.parse(date)),
  v.number(),
);

export const wirePlays = v.object({
  items: v.pipe(v.array(v.unknown()), listOf(v.object({ played_at: playedAt, track: wireItem }))),
});

/** An answer of `GET /v1/me/top/{type}`. */
export const wireTopItems = v.object({ items: v.pipe(v.array(v.unknown()), listOf(wireItem)) });

/** An answer of `GET /v1/me/player/currently-playing`. */
export const wireNowPlaying = v.object({
  is_playing: v.boolean(),
  progress_ms: v.fallback(v.nullish(v.pipe(v.number(), v.finite(), v.minValue(0)), null), null),
  currently_playing_type: text,
  item: v.fallback(v.nullish(wireItem, null), null),
});
