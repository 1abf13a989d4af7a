import { pageStyle } from '../../text/page-style.ts';

/** The emulator's look: that of Refrain's page, so that it cannot be mistaken for a page of Spotify. */
export const style = `${pageStyle}
/* The buttons are always visible, and must not cover the element with the focus. */
html { background: var(--paper); scroll-padding-block-end: 7rem; }
h1 span { color: var(--accent); white-space: nowrap; }
h2 { margin-block-start: 2.5rem; }
main > h2:first-child, form > h2:first-child { margin-block-start: 0; }
h3 { margin-block: 1rem .25rem; }
ul { margin: .25rem 0 0; padding-inline-start: 1.25rem; }
dl, dd { margin: 0; }
dt { margin-block-start: .75rem; font-weight: 600; }
fieldset { margin: 2rem 0 0; padding: 0; border: 0; min-inline-size: 0; }
legend { padding: 0; font: 1.25rem/1.5rem var(--serif); }
.choice {
  display: flex; gap: .75rem; align-items: center; min-block-size: 3.75rem; padding-block: .5rem;
  border-block-end: 1px solid var(--rule); cursor: pointer;
}
.choice input {
  appearance: none; flex: none; display: grid; place-items: center; inline-size: 1.25rem; block-size: 1.25rem; margin: 0 .125rem;
  border: 1px solid var(--edge); border-radius: 50%; background: var(--field);
}
.choice input:checked { border-color: var(--ink); }
.choice input:checked::after { content: ""; inline-size: .625rem; block-size: .625rem; border-radius: 50%; background: var(--accent); }
.choice:has(:checked) bdi { font-weight: 600; }
.choice img, .blank { flex: none; inline-size: 2.75rem; block-size: 2.75rem; border-radius: 4px; }
.blank { border: 1px dashed var(--edge); }
.buttons {
  position: sticky; inset-block-end: 0; display: flex; flex-wrap: wrap; gap: .75rem; padding-block: 1rem; background: var(--paper);
}
.buttons button { flex: 0 1 10rem; }
.buttons + .hint { margin: 0; }
pre {
  margin: .25rem 0 0; padding: .875rem 1rem; border: 1px solid var(--rule); border-radius: 2px; background: var(--field);
  white-space: pre-wrap;
}
@media (forced-colors: active) { .choice input:checked::after { forced-color-adjust: none; } }
`;

/** The repeat sign, as a tab's icon. */
export const icon =
  '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 32 32"><rect width="32" height="32" fill="#25142c"/>' +
  '<g fill="#ff9a66"><path d="M7 5h4v22H7zM14 5h2v22h-2z"/><circle cx="22" cy="12" r="2.4"/><circle cx="22" cy="20" r="2.4"/></g></svg>\n';
