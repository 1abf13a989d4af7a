// @ts-check
/** Broken on purpose: the access token is used before the new refresh token is saved. */
import { keeperWith } from './keeper-with.mjs';

export const createTokenKeeper = keeperWith({ savedAfterUse: true });
