import { toJsonText } from '../../text/json.ts';
import type { Answer } from '../answer.ts';
import type { Item } from '../item.ts';
import { imageWidths, pickImage } from './images.ts';
import { itemLimit, limitOf, type Look } from './look.ts';

/** The answer as JSON, version 1. */
export function renderJson(answer: Answer, look: Look = {}): string {
  return toJsonText(toJsonAnswer(answer, look));
}

/** What `scripts/api/` describes as JSON Schema. */
export type JsonAnswer = ReturnType<typeof toJsonAnswer>;
export type JsonItem = ReturnType<typeof toJsonItem>;

function toJsonAnswer(answer: Answer, look: Look) {
  const { list, state, fetchedAt, problem, status, startedAt, progressMs, items, isPractice } = answer;
  return {
    version: 1,
    ...(isPractice && { practice: true }),
    list,
    state,
    ...(list === 'now-playing' && { status, startedAt, progressMs }),
    fetchedAt,
    problem,
    items: items.slice(0, limitOf(look, itemLimit.json)).map(toJsonItem),
  };
}

function toJsonItem(item: Item) {
  const { kind, name, artists, album, show, url, explicit, isLocal, durationMs, playedAt } = item;
  const imageUrl = pickImage(item, imageWidths.page);
  return { kind, name, artists, album, show, url, imageUrl, explicit, isLocal, durationMs, playedAt };
}
