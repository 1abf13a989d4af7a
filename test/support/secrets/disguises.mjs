// @ts-check
/** The encodings of a secret, and the texts to search for so that each of them is found. */

/** The length of the shortest secret to search for. Shorter texts can occur by chance, and no real secret is that short. */
export const shortest = 10;

/** @typedef {'raw' | 'URL-encoded' | 'base64' | 'base64url' | 'hex'} Disguise */

/** @typedef {readonly (readonly [Disguise, readonly string[]])[]} Wanted the texts to search for, for one secret */

/**
 * The first and the last 16 characters, so that a part of a secret is found too. As many do not occur by chance.
 * @param {string} secret
 */
const endsOf = (secret) => (secret.length >= 24 ? [secret.slice(0, 16), secret.slice(-16)] : [secret]);

/**
 * The text in base64 at each of the three offsets, without the characters that depend on the text before and after it.
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

/** All texts that would reveal a secret. @param {string} secret @returns {Wanted} */
export const wantedFor = (secret) => endsOf(secret).flatMap(forms);

/**
 * The first encoding of a secret that a text contains. Undefined if there is none.
 * @param {string} text @param {Wanted} wanted @returns {Disguise | undefined}
 */
export const disguiseIn = (text, wanted) =>
  wanted.find(([, needles]) => needles.some((needle) => text.includes(needle)))?.[0];
