// @ts-check
/** What a log must never hold. */

/** @typedef {import('../log.mjs').LoggedEvent} LoggedEvent */

/** As the server makes them; in a log they stand as hashes alone. */
const token = /\b[AB]Q[\w-]{32}/;

/** @param {string} text */
export const showsToken = (text) => token.test(text);

/**
 * Events that show a token, whoever wrote them and wherever in them it stands (an error’s words, a state).
 * @param {readonly LoggedEvent[]} events
 */
export const shownIn = (events) => events.filter((event) => showsToken(JSON.stringify(event)));
