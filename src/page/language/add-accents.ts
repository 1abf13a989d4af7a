/** The letters and punctuation that German and Spanish add to the page's serif. The same list is in `scripts/fonts/cut-fonts.mjs`. */
export const accents = 'ÄÖÜßäöüÁÉÍÑÓÚáéíñóú¡¿«»„';

/** Adds a cut of the serif with the accents, which a browser loads if a heading needs one of them. English never does. */
export function addAccents(fonts: FontFaceSet): void {
  const url = new URL('../fonts/old-standard-400-accents.woff2', import.meta.url).href;
  const unicodeRange = Array.from(accents, (letter) => `U+${letter.charCodeAt(0).toString(16)}`).join();
  fonts.add(new FontFace('Score', `url(${url})`, { unicodeRange, display: 'swap' }));
}
