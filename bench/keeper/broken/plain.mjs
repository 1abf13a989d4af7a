// @ts-check
/** Without a defect: the harness must accept it. */
import { keeperWith } from './keeper-with.mjs';

export const createTokenKeeper = keeperWith({});
