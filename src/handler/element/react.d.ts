/**
 * Types for `<refrain-listening>` in JSX of React: `/// <reference types="refrain/element/react" />` in one file.
 *
 * @packageDocumentation
 */
import type { DetailedHTMLProps, HTMLAttributes } from 'react';

declare module 'react' {
  namespace JSX {
    interface IntrinsicElements {
      /** Shows a list of the handler. `src` is its `.html`. */
      'refrain-listening': DetailedHTMLProps<HTMLAttributes<HTMLElement> & { src: string }, HTMLElement>;
    }
  }
}
