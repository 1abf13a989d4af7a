/** Shorter ones could stand anywhere by chance. No token, code, verifier or secret that is worth guarding is so short. */
export const shortest = 10;

/** How a secret can be written. */
export type Disguise = 'raw' | 'URL-encoded' | 'base64' | 'base64url' | 'hex';

/**
 * What to look for, so that half a secret is found too: its first and its last characters, which a whole one has as well.
 * Sixteen of them are not there by chance.
 */
const endsOf = (secret: string): readonly string[] =>
  secret.length >= 24 ? [secret.slice(0, 16), secret.slice(-16)] : [secret];

/** As base64 shows it at each of its three offsets, without the letters that depend on what stands beside it. */
const base64Of = (text: string): readonly string[] =>
  [0, 1, 2].map((shift) => {
    const encoded = Buffer.from(' '.repeat(shift) + text).toString('base64');
    return encoded.slice(shift === 0 ? 0 : 4, -4);
  });

const forms = (text: string): readonly (readonly [Disguise, readonly string[]])[] => {
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

/** A secret made ready to be looked for in many texts. */
export type Wanted = readonly (readonly [Disguise, readonly string[]])[];

/** Everything that would give a secret away. */
export const wantedFor = (secret: string): Wanted => endsOf(secret).flatMap(forms);

/** The first disguise in which a text holds a secret; undefined: it does not. */
export const disguiseIn = (text: string, wanted: Wanted): Disguise | undefined =>
  wanted.find(([, needles]) => needles.some((needle) => text.includes(needle)))?.[0];
