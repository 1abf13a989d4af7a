// @ts-check
/**
 * Spotify calls a good token revoked, for an hour, a day, a week: `node bench/keeper/outage.mjs`, after `npm run build`.
 * Three keepers share a store and are asked every minute, on a simulated clock. Does the token survive, and how often is
 * Spotify asked? At most four times on the first day and once on each later day. Exits with 0 or 1.
 */
import { built, clientId } from './built.mjs';

const minute = 60_000;
const day = 24 * 60 * minute;
const start = Date.UTC(2026, 10, 24);

const { createTokenKeeper } = await built('keeper/create-token-keeper.js');
const { memoryStore } = await built('keeper/stores/memory-store.js');
const { TokenSet } = await built('grants/token-set.js');

const json = (/** @type {unknown} */ body, status = 200) =>
  new Response(JSON.stringify(body), { status, headers: { 'content-type': 'application/json' } });

/**
 * @param {{ length: number, rotates: boolean }} outage `length`: milliseconds
 * @returns {Promise<{ survives: boolean, good: number, asked: number[], told: string[] }>}
 * `good`: milliseconds from the end of the outage to a token; `asked`: requests on each of its days
 */
async function passThrough({ length, rotates }) {
  let now = start;
  let live = 'AQ-0';
  let steps = 0;
  const from = start + 2 * day;
  /** @type {number[]} */
  const asked = [];
  /** @type {string[]} */
  const told = [];
  const isOut = () => now >= from && now < from + length;
  /** @type {typeof fetch} */
  const answer = async (_, init) => {
    const sent = new URLSearchParams(String(init?.body)).get('refresh_token');
    if (isOut()) {
      const today = Math.floor((now - from) / day);
      asked[today] = (asked[today] ?? 0) + 1;
      return json({ error: 'invalid_grant', error_description: 'Refresh token revoked' }, 400);
    }
    if (sent !== live) return json({ error: 'invalid_grant', error_description: 'Invalid refresh token' }, 400);
    if (rotates) live = `AQ-${++steps}`;
    return json({
      access_token: `BQ-${now}`,
      token_type: 'Bearer',
      expires_in: 3600,
      ...(rotates && { refresh_token: live }),
    });
  };
  const store = memoryStore();
  const clock = {
    now: () => now,
    async wait(/** @type {number} */ milliseconds) {
      now += milliseconds;
    },
  };
  const keepers = Array.from({ length: 3 }, (_, index) =>
    createTokenKeeper({
      store,
      app: { clientId },
      fetch: answer,
      clock,
      random: () => 0.5,
      onChange: (/** @type {any} */ is, /** @type {any} */ was) => {
        if (index === 0 && is.state !== was.state) told.push(is.state);
      },
    }),
  );
  const tokens = {
    grant: 'authorization_code_pkce',
    accessToken: 'BQ-0',
    refreshToken: live,
    authorizedAt: now,
    obtainedAt: now,
  };
  await keepers[0].adopt(new TokenSet({ ...tokens, accessTokenExpiresAt: now + 3600_000 }));

  let goodAt = NaN;
  for (let next = now; Number.isNaN(goodAt) && next < from + length + 3 * day; next += minute) {
    now = Math.max(now, next);
    for (const keeper of keepers) {
      const token = await keeper.accessToken().catch(() => undefined);
      if (token !== undefined && now >= from + length) goodAt = now;
    }
  }
  const kept = await keepers[0].secrets();
  return {
    survives: kept?.refreshToken === live,
    good: goodAt - from - length,
    asked: Array.from(asked, (count) => count ?? 0),
    told,
  };
}

let isWell = true;
for (const [name, length] of /** @type {const} */ ([
  ['an hour', day / 24],
  ['a day', day],
  ['a week', 7 * day],
])) {
  for (const rotates of [false, true]) {
    const { survives, good, asked, told } = await passThrough({ length, rotates });
    const [first = 0, ...later] = asked;
    const isGood = survives && !Number.isNaN(good) && first <= 4 && later.every((count) => count <= 1);
    isWell &&= isGood;
    const words = [
      `${name}${rotates ? ', rotating' : ''}:`.padEnd(20),
      survives ? 'the token survives' : 'THE TOKEN IS LOST',
      `asked ${asked.join(' + ')} times`,
      `good again ${Math.round(good / minute)} minutes after`,
      `reported ${told.join(', ')}`,
    ];
    process.stdout.write(`${isGood ? 'ok    ' : 'FAILED'} ${words.join('  ')}\n`);
  }
}
process.exit(isWell ? 0 : 1);
