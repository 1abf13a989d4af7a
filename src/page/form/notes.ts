/** The place of each scope's note, in half staff spaces from the top line. So each choice has its own tune. */
const pitches = '4323542101234321454';

/**
 * Draws one note for each chosen scope.
 * @param ranks the positions of the chosen scopes in the list
 */
export function drawNotes(staff: HTMLElement, ranks: readonly number[]): void {
  const pattern = document.querySelector('.note');
  if (!pattern) return;
  for (const old of staff.querySelectorAll('.note')) old.remove();
  for (const [index, rank] of ranks.entries()) {
    const note = pattern.cloneNode(true) as SVGElement;
    note.setAttribute('class', 'note scope-note');
    // The policy of the page forbids style attributes in HTML, not these.
    note.style.setProperty('--i', String(index));
    note.style.setProperty('--n', String(ranks.length));
    note.style.setProperty('--y', String(Number(pitches[rank] ?? 4) / 2));
    staff.append(note);
  }
}
