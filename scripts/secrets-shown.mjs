// @ts-check
/** Finds secrets in the output of a test run. Pure, so that it can be tested. */
import { disguiseIn, wantedFor } from '../test/support/secrets/disguises.mjs';

/** A token of the emulator: two letters for its kind, then more random letters than a person would type. */
const token = /\b(?:AQ|BQ)[\w-]{100,}/;

/**
 * Finds secrets in the texts of a run: its output, its report, the files that it left.
 * @param {Readonly<Record<string, string | undefined>>} texts by their name
 * @param {readonly string[]} secrets looked for in any disguise
 * @returns {string[]} a line for each finding, without the secret
 */
export function secretsShown(texts, secrets) {
  const wanted = secrets.map(wantedFor);
  return Object.entries(texts).flatMap(([name, text = '']) => [
    ...(token.test(text) ? [`${name} contains a token of the emulator.`] : []),
    ...(wanted.some((one) => disguiseIn(text, one)) ? [`${name} contains a client secret.`] : []),
  ]);
}
