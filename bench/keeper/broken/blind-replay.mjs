// @ts-check
/** Broken on purpose: a token whose answer was lost is sent again. */
import { keeperWith } from './keeper-with.mjs';

export const createTokenKeeper = keeperWith({ blindReplay: true });
