// @ts-check
/** Broken on purpose: the access token is used before the next refresh token is safe. */
import { keeperWith } from './keeper-with.mjs';

export const createTokenKeeper = keeperWith({ savedAfterUse: true });
