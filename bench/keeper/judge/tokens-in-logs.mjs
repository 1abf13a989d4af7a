// @ts-check
/** What a log must never contain. */

/** @typedef {import('../log.mjs').LoggedEvent} LoggedEvent */

/** A token as the server makes it. Logs contain only hashes of tokens. */
const token = /\b[AB]Q[\w-]{32}/;

/** @param {string} text */
export const showsToken = (text) => token.test(text);

/**
 * Events that contain a token anywhere, for example in the text of an error.
 * @param {readonly LoggedEvent[]} events
 */
export const eventsWithToken = (events) => events.filter((event) => showsToken(JSON.stringify(event)));
