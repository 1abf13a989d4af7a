// @ts-check
/** Choices that are the same for the same seed. */

/** @param {string} text @returns {number} a whole number below 2 ** 32 */
function hashOf(text) {
  let hash = 2166136261;
  for (const character of text) hash = Math.imul(hash ^ (character.codePointAt(0) ?? 0), 16777619);
  return hash >>> 0;
}

/**
 * A stream of choices. Streams with different names are independent.
 * @param {number} seed @param {string} name
 */
export function seeded(seed, name) {
  let state = hashOf(`${seed} ${name}`);
  /** From 0 up to 1. */
  const next = () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
  /** A whole number, both ends included. @param {number} least @param {number} most */
  const between = (least, most) => least + Math.floor(next() * (most - least + 1));
  /** @template T @param {readonly T[]} items @returns {T} */
  const pick = (items) => /** @type {T} */ (items[between(0, items.length - 1)]);
  /** @template T @param {readonly T[]} items @returns {T[]} */
  const shuffle = (items) => {
    const mixed = [...items];
    for (let last = mixed.length - 1; last > 0; last--) {
      const other = between(0, last);
      [mixed[last], mixed[other]] = [/** @type {T} */ (mixed[other]), /** @type {T} */ (mixed[last])];
    }
    return mixed;
  };
  return { next, between, pick, shuffle };
}
