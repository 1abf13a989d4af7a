import type { Answer } from '../answer.ts';
import { renderHtml } from './html.ts';
import { renderJson } from './json.ts';
import type { Look } from './look.ts';
import { renderSvg } from './svg/render-svg.ts';
import { renderText } from './txt.ts';

/** The formats of an answer. */
export type Format = 'json' | 'svg' | 'html' | 'txt';

/** Each turns an answer into a text. They are pure: the same answer and look give the same text. */
export const views: Readonly<Record<Format, (answer: Answer, look?: Look) => string>> = {
  json: renderJson,
  svg: renderSvg,
  html: renderHtml,
  txt: renderText,
};
