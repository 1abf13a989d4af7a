// @ts-check
/** The built library, and the keepers that are broken on purpose. */
import { existsSync } from 'node:fs';

const dist = new URL('../../dist/', import.meta.url);

/** A module of the built library. @param {string} name @returns {Promise<any>} */
export function built(name) {
  const url = new URL(name, dist);
  if (!existsSync(url)) throw new Error(`${url.pathname} does not exist. Build first: npm run build`);
  return import(url.href);
}

/** The client ID of all tokens. */
export const clientId = 'd15f0c2b6a7e4f5c9a3b8e1d0c7f6a52';

/** The keepers that a run can test: modules with `createTokenKeeper`. */
export const keepers = /** @type {const} */ (['real', 'plain', 'no-claim', 'saved-after-use', 'blind-replay']);

/** @typedef {typeof keepers[number]} KeeperName */

/** @param {KeeperName} name @returns {Promise<(options: any) => any>} */
export async function keeperNamed(name) {
  const module = name === 'real' ? built('keeper/create-token-keeper.js') : import(`./broken/${name}.mjs`);
  return (await module).createTokenKeeper;
}
