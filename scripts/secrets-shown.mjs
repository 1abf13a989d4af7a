// @ts-check
/** Whether a test run shows a secret: pure, so that it can be tested itself. */
import { disguiseIn, wantedFor } from '../test/support/secrets/disguises.mjs';

/** As an emulator makes them: two letters that tell the kind, and far more random ones than anybody writes by hand. */
const token = /\b(?:AQ|BQ)[\w-]{100,}/;

/**
 * What of a run's own words gives a secret away: its output, its report.
 * @param {Readonly<Record<string, string | undefined>>} texts by their name
 * @param {readonly string[]} secrets looked for in any disguise
 * @returns {string[]} a line for each place, without the secret
 */
export function secretsShown(texts, secrets) {
  const wanted = secrets.map(wantedFor);
  return Object.entries(texts).flatMap(([name, text = '']) => [
    ...(token.test(text) ? [`${name} shows a token that an emulator gave out.`] : []),
    ...(wanted.some((one) => disguiseIn(text, one)) ? [`${name} shows a client secret.`] : []),
  ]);
}
