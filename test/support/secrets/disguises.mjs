// @ts-check
/** How a secret can be written, and what to look for so that it is found in any of these ways. */

/** Shorter ones could stand anywhere by chance. No token, code, verifier or secret that is worth guarding is so short. */
export const shortest = 10;

/** @typedef {'raw' | 'URL-encoded' | 'base64' | 'base64url' | 'hex'} Disguise */

/** @typedef {readonly (readonly [Disguise, readonly string[]])[]} Wanted a secret made ready to be looked for */

/**
 * What to look for, so that half a secret is found too: its first and its last characters, which a whole one has as well.
 * Sixteen of them are not there by chance.
 * @param {string} secret
 */
const endsOf = (secret) => (secret.length >= 24 ? [secret.slice(0, 16), secret.slice(-16)] : [secret]);

/**
 * As base64 shows it at each of its three offsets, without the letters that depend on what stands beside it.
 * @param {string} text
 */
const base64Of = (text) =>
  [0, 1, 2].map((shift) => {
    const encoded = Buffer.from(' '.repeat(shift) + text).toString('base64');
    return encoded.slice(shift === 0 ? 0 : 4, -4);
  });

/** @param {string} text @returns {Wanted} */
const forms = (text) => {
  const base64 = base64Of(text);
  const hex = Buffer.from(text).toString('hex');
  return [
    ['raw', [text]],
    ['URL-encoded', [encodeURIComponent(text)]],
    ['base64', base64],
    ['base64url', base64.map((one) => one.replaceAll('+', '-').replaceAll('/', '_'))],
    ['hex', [hex, hex.toUpperCase()]],
  ];
};

/** Everything that would give a secret away. @param {string} secret @returns {Wanted} */
export const wantedFor = (secret) => endsOf(secret).flatMap(forms);

/**
 * The first disguise in which a text holds a secret; undefined: it does not.
 * @param {string} text @param {Wanted} wanted @returns {Disguise | undefined}
 */
export const disguiseIn = (text, wanted) =>
  wanted.find(([, needles]) => needles.some((needle) => text.includes(needle)))?.[0];
