/** What JSON allows unescaped, and a terminal or an editor may act on: control, format and bidi characters. */
const invisible = /[\u007f-\u009f\p{Cf}\p{Zl}\p{Zp}]/gu;

const escapeUnit = (unit: number): string => `\\u${unit.toString(16).padStart(4, '0')}`;

/** A value as JSON on one line, in which each invisible character is escaped. */
export function toJsonText(value: unknown): string {
  return JSON.stringify(value).replace(invisible, (character) =>
    Array.from({ length: character.length }, (_, at) => escapeUnit(character.charCodeAt(at))).join(''),
  );
}
