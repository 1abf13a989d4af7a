/**
 * Types for `<refrain-listening>` in JSX of Preact: `/// <reference types="refrain/element/preact" />` in one file.
 *
 * @packageDocumentation
 */
import type { HTMLAttributes } from 'preact';

declare module 'preact' {
  namespace JSX {
    interface IntrinsicElements {
      /** Shows a list of the handler. `src` is its `.html`. */
      'refrain-listening': HTMLAttributes<HTMLElement> & { src: string };
    }
  }
}
