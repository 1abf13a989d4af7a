const letters = 'abcdefghijklmnopqrstuvwxyz';
const accented = 'ȧƀƈḓḗƒɠħīĵķŀḿƞǿƥɋřşŧŭṽẇẋẏẑ';

/** Markup and slots of the catalogue, which stay as they are: code, the name of a link, `**`, `[` and `{name}`. */
const kept = /(`[^`]*`|\]\(\w+\)|\{\w+\}|\*\*|\[)/;

const accent = (text: string) =>
  text.replaceAll(/[a-z]/gi, (letter) => {
    const other = accented[letters.indexOf(letter.toLowerCase())] ?? letter;
    return letter === letter.toLowerCase() ? other : other.toUpperCase();
  });

/**
 * A text in the pseudo-language: accented, in brackets and some 40 % longer, as German and Spanish can be. It shows what is
 * not translated, cut off or glued together.
 */
function pseudoText(text: string): string {
  const longer = 'ẋ'.repeat(Math.ceil(text.length * 0.4) - 1).replaceAll(/.{6}/g, '$& ');
  const pieces = text.split(kept).map((piece, index) => (index % 2 === 1 ? piece : accent(piece)));
  return `⟦${pieces.join('')} ${longer.trim()}⟧`.replace(' ⟧', '⟧');
}

/** A part of the catalogue in the pseudo-language, with its functions. */
export function pseudoTexts<Part>(part: Part): Part {
  if (typeof part === 'string') return pseudoText(part) as Part;
  if (typeof part === 'function') {
    return ((...values: unknown[]) =>
      pseudoTexts((part as unknown as (...all: unknown[]) => unknown)(...values))) as Part;
  }
  if (typeof part !== 'object' || part === null) return part;
  return Object.fromEntries(Object.entries(part).map(([key, text]) => [key, pseudoTexts(text as unknown)])) as Part;
}
