// @ts-check
/**
 * The tokens of a strict Spotify. A line is the tokens of one profile. Each consent starts a family of refresh tokens;
 * each token works once. If a spent one is sent again, the whole family is revoked (RFC 9700 section 4.14.2).
 */
import { randomBytes } from 'node:crypto';

/**
 * @typedef {object} Family
 * @property {number} line
 * @property {number} number counts the consents of its line, from 1
 * @property {string} live the one refresh token that works
 * @property {number} step how often it was replaced
 * @property {boolean} revoked
 * @property {{ access: string | undefined, answered: boolean }} last the access token of its last refresh, as a hash, and whether the complete answer was sent
 * @property {number} proven the newest step that was sent by a client: this many rotations were saved
 */
/** @typedef {{ family: Family, step: number }} Refresh */
/** @typedef {{ family: Family, endsAt: number }} Access */

const secret = (/** @type {string} */ kind) => `${kind}${randomBytes(24).toString('base64url')}`;

export function createFamilies() {
  /** @type {Map<string, Refresh>} */
  const refreshTokens = new Map();
  /** @type {Map<string, Access>} */
  const accessTokens = new Map();
  /** @type {Map<number, Family[]>} */
  const lines = new Map();

  /** @param {Family} family */
  const newRefreshToken = (family) => {
    family.live = secret('AQ');
    refreshTokens.set(family.live, { family, step: family.step });
    return family.live;
  };

  return {
    /** A person consents: a new family. @param {number} line @returns {Family} */
    consent(line) {
      const families = lines.get(line) ?? [];
      /** @type {Family} */
      const family = {
        line,
        number: families.length + 1,
        live: '',
        step: 0,
        revoked: false,
        proven: 0,
        last: { access: undefined, answered: false },
      };
      lines.set(line, [...families, family]);
      newRefreshToken(family);
      return family;
    },
    /** The newest family of a line. @param {number} line */
    newest: (line) => lines.get(line)?.at(-1),
    /** @param {string} token */
    find: (token) => refreshTokens.get(token),
    /** Spends the live token. @param {Family} family @param {boolean} rotates @returns {string} the next one */
    spend(family, rotates) {
      if (!rotates) return family.live;
      family.step++;
      return newRefreshToken(family);
    },
    /**
     * It works for a minute longer than its answer says. On a busy machine a request can take longer than such a token
     * lives, and a keeper does not replace a young token that is refused.
     * @param {Family} family @param {number} life milliseconds
     */
    newAccessToken(family, life) {
      const token = secret('BQ');
      accessTokens.set(token, { family, endsAt: Date.now() + life + 60_000 });
      return token;
    },
    /** Whose access token it is. @param {string} token @returns {Family | undefined} */
    use(token) {
      const access = accessTokens.get(token);
      if (!access || access.family.revoked || Date.now() >= access.endsAt) return undefined;
      return access.family;
    },
    /** @param {Family} family */
    revoke(family) {
      family.revoked = true;
    },
  };
}
