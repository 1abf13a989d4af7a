import type { Answer } from '../answer.ts';
import { renderJson } from './json.ts';
import type { Look } from './look.ts';
import { renderSvg } from './svg/render-svg.ts';

/** The formats of an answer. */
export type Format = 'json' | 'svg';

/** Each turns an answer into a text. They are pure: the same answer and look give the same text. */
export const views: Readonly<Record<Format, (answer: Answer, look?: Look) => string>> = {
  json: renderJson,
  svg: renderSvg,
};
