import type { ComponentChildren } from 'preact';

/** A repeat sign; `end` closes the repeat. */
export const RepeatSign = ({ end = false }: { end?: boolean }) => <i class={end ? 'sign end' : 'sign'} />;

/** A whole note. `x` and `y` are in staff spaces. Its outline is in `index.html`. */
export function Note({ x, y }: { x: number; y: number }) {
  return (
    <svg class="note" style={{ '--x': x, '--y': y }} viewBox="0 0 17 10">
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
