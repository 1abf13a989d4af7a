import type { ComponentChildren } from 'preact';

/** The repeat sign. */
export const RepeatSign = ({ end = false }: { end?: boolean }) => <i class={end ? 'sign end' : 'sign'} />;

/** A whole note, `x` and `y` in staff spaces; its outline stands in the page itself. */
export function Note({ x, y }: { x: number; y: number }) {
  return (
    <svg class="note" style={{ '--x': x, '--y': y }} viewBox="0 0 17 10">
      <use href="#note" />
    </svg>
  );
}

/** One measure's staff; what stands on it is ornament. */
export const Staff = ({ children }: { children?: ComponentChildren }) => (
  <div class="staff" aria-hidden="true">
    {children}
  </div>
);
