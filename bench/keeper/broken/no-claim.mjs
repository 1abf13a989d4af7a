// @ts-check
/** Broken on purpose: it does not say that it refreshes, so two processes send the same token. */
import { keeperWith } from './keeper-with.mjs';

export const createTokenKeeper = keeperWith({ noClaim: true });
