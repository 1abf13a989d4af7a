import type { Answer } from '../answer.ts';
import type { Item } from '../item.ts';
import { imageWidths, pickImage } from './images.ts';
import { itemLimit, limitOf, type Look } from './look.ts';
import { settlePlayer } from './settle-player.ts';

/** The answer as JSON, version 1. */
export function renderJson(answer: Answer, look: Look = {}): string {
  const { list, state, fetchedAt, problem, status, startedAt, progressMs, items, isPractice } = settlePlayer(answer);
  return stringify({
    version: 1,
    ...(isPractice && { practice: true }),
    list,
    state,
    ...(list === 'now-playing' && { status, startedAt, progressMs }),
    fetchedAt,
    problem: problem && { code: problem.code, retryAt: problem.retryAt },
    items: items.slice(0, limitOf(look, itemLimit.json)).map(toJson),
  });
}

function toJson(item: Item) {
  const { kind, name, artists, album, show, url, explicit, isLocal, durationMs, playedAt } = item;
  const imageUrl = pickImage(item, imageWidths.page);
  return { kind, name, artists, album, show, url, imageUrl, explicit, isLocal, durationMs, playedAt };
}

/** What JSON allows unescaped, and a terminal or an editor may act on. */
const invisible = /[\u007f-\u009f\p{Cf}\p{Zl}\p{Zp}]/gu;

function stringify(value: unknown): string {
  return JSON.stringify(value).replace(invisible, (character) =>
    Array.from({ length: character.length }, (_, at) => escapeUnit(character.charCodeAt(at))).join(''),
  );
}

const escapeUnit = (unit: number): string => `\\u${unit.toString(16).padStart(4, '0')}`;
