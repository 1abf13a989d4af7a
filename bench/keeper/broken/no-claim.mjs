// @ts-check
/** Broken on purpose: it makes no claim, so two processes send the same token. */
import { keeperWith } from './keeper-with.mjs';

export const createTokenKeeper = keeperWith({ noClaim: true });
