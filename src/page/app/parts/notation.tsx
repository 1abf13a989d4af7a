import type { ComponentChildren } from 'preact';

/** A repeat sign; `end` closes the repeat. */
export const RepeatSign = ({ end = false }: { end?: boolean }) => <i class={end ? 'sign end' : 'sign'} />;

/**
 * A whole note. Its outline is in `index.html`.
 * @param i its place among the notes of the measure, from 0
 * @param n how many notes the measure has
 * @param y its height in staff spaces, from the top line
 */
export function Note({ i = 0, n = 1, y }: { i?: number; n?: number; y: number }) {
  return (
    <svg class="note" style={{ '--i': i, '--n': n, '--y': y }} viewBox="0 0 17 10">
      <use href="#note" />
    </svg>
  );
}

/** The staff of one measure: an ornament, hidden from screen readers. */
export const Staff = ({ children }: { children?: ComponentChildren }) => (
  <div class="staff" aria-hidden="true">
    {children}
  </div>
);

/** The staff of a view with one measure, between repeat signs. */
export const LoneStaff = () => (
  <Staff>
    <RepeatSign />
    <u />
    <RepeatSign end />
  </Staff>
);
