import { expect, it } from 'vitest';
import { columnsOf, isWide } from './script-classes.ts';

it.each([
  ['Chinese', '歌', 2],
  ['rare Chinese', '\u{20021}', 2],
  ['Japanese', 'か', 2],
  ['old Japanese', '\u{1b001}', 2],
  ['Korean', '한', 2],
  ['Tangut', '\u{17001}', 2],
  ['Khitan', '\u{18b01}', 2],
  ['Nüshu', '\u{1b171}', 2],
  ['Latin', 'a', 1],
  ['a letter of mathematics', '\u{1d56c}', 1],
  ['cuneiform', '\u{12000}', 1],
  ['Bamum', '\u{16801}', 1],
])('takes for %s %s %i columns', (_, grapheme, columns) => {
  expect([columnsOf(grapheme), isWide(grapheme)]).toEqual([columns, columns === 2]);
});
