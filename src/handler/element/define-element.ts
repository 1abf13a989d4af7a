/**
 * Importing this file defines `<refrain-listening src="/listening/recently-played.html">`. The handler serves it, bundled,
 * as `/element.js`: run `node scripts/element.mjs` after a change.
 *
 * @packageDocumentation
 */

import { RefrainListeningElement } from './refrain-listening.ts';

declare global {
  interface HTMLElementTagNameMap {
    'refrain-listening': RefrainListeningElement;
  }
}

const name = 'refrain-listening';
// A page may have the script twice, and a server has no elements.
if (globalThis.customElements && !customElements.get(name)) customElements.define(name, RefrainListeningElement);
