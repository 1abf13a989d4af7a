/** Where each scope's note sits, in half staff spaces from the top line: so every choice has a tune of its own. */
const pitches = '4323542101234321454';

/** Draws one note for each chosen scope (by its rank among all). Placed through the CSSOM, since no style stands in HTML. */
export function drawNotes(staff: HTMLElement, ranks: readonly number[]): void {
  const pattern = document.querySelector('.note');
  if (!pattern) return;
  for (const old of staff.querySelectorAll('.note')) old.remove();
  for (const [index, rank] of ranks.entries()) {
    const note = pattern.cloneNode(true) as SVGElement;
    note.setAttribute('class', 'note scope-note');
    note.style.setProperty('--i', String(index));
    note.style.setProperty('--n', String(ranks.length));
    note.style.setProperty('--y', String(Number(pitches[rank] ?? 4) / 2));
    staff.append(note);
  }
}
