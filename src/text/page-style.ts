/**
 * The look of the small pages that have no files of their own: the emulator's, and the tab after a login. They share the
 * colours, type and parts of the web page (`src/page/score.css`), with a system serif for its font.
 */
export const pageStyle = `:root {
  color-scheme: light dark;
  --paper: #f7f2e8; --field: #fffcf5; --ink: #21172a; --soft: #665868; --edge: #8c7d88; --staff: #b8aaa4; --rule: #ddd3c6;
  --accent: #b8361a; --on: #fff8ee; --s: .5rem;
  --serif: "Bodoni 72", "Bodoni MT", Didot, "Century Schoolbook", Georgia, serif;
  --sans: -apple-system, BlinkMacSystemFont, "Segoe UI", Roboto, Ubuntu, Cantarell, "Helvetica Neue", Arial, sans-serif;
  --mono: ui-monospace, "SF Mono", Menlo, Consolas, "Liberation Mono", monospace;
}
@media (prefers-color-scheme: dark) { :root {
  --paper: #25142c; --field: #311d39; --ink: #f4e9db; --soft: #bfacc3; --edge: #957f9d; --staff: #6b5576; --rule: #442f4d;
  --accent: #ff9a66; --on: #24102a;
} }
*, ::before, ::after { box-sizing: border-box; }
body {
  margin: 0 auto; max-inline-size: 48rem; min-block-size: 100vh; padding: 1.25rem clamp(1rem, 5vw, 4rem) 2.5rem;
  background: var(--paper); color: var(--ink); font: 1rem/1.5 var(--sans); overflow-wrap: anywhere;
}
h1, h2, h3 { margin: 0; font-family: var(--serif); font-weight: 400; text-wrap: balance; }
h1 { font-size: clamp(1.75rem, 7.4vw, 2.75rem); line-height: 1.15; }
h2 { font-size: 1.75rem; line-height: 2rem; }
h3 { font-size: 1.25rem; line-height: 1.5rem; }
p { margin: .75rem 0 0; text-wrap: pretty; }
.hint { display: block; color: var(--soft); font-size: .875rem; line-height: 1.25rem; }
a { color: inherit; text-decoration: underline 1px var(--edge); text-underline-offset: .25em; }
a:hover { color: var(--accent); text-decoration-color: currentColor; }
:focus-visible { outline: 3px solid var(--accent); outline-offset: 3px; }
code, pre { direction: ltr; unicode-bidi: isolate; font: .875rem/1.375rem var(--mono); }
button {
  min-block-size: 3rem; padding: .25rem 1.75rem; border: 1px solid var(--edge); border-radius: 2px; background: none;
  color: inherit; font: inherit; font-weight: 600; cursor: pointer;
}
button:hover { border-color: var(--accent); color: var(--accent); }
.go { border-color: var(--accent); background: var(--accent); color: var(--on); }
.go:hover { border-color: var(--ink); background: var(--ink); color: var(--paper); }
.staff {
  position: relative; block-size: calc(4*var(--s) + 1px); margin-block: 1.25rem 1rem;
  background: repeating-linear-gradient(var(--staff) 0 1px, #0000 1px var(--s));
}
.sign { position: absolute; inset-block-start: 0; inset-inline-start: 0; inline-size: calc(2.1*var(--s)); block-size: calc(4*var(--s) + 1px); }
.sign::before {
  content: ""; position: absolute; inset-block: 0; inset-inline: 0 calc(1.06*var(--s)); border: solid var(--ink);
  border-width: 0; border-inline-width: calc(.5*var(--s)) calc(.14*var(--s));
}
.sign::after {
  content: ""; position: absolute; inset-inline-end: 0; inset-block-start: calc(1.25*var(--s) + .5px);
  inline-size: calc(.5*var(--s)); block-size: calc(.5*var(--s)); border-radius: 50%; background: var(--accent);
  box-shadow: 0 var(--s) var(--accent);
}
.end { inset-inline: auto 0; scale: -1 1; }
.alert { position: relative; padding-inline-start: 1.75rem; border-inline-start: .375rem solid var(--accent); }
.alert::before {
  content: ""; position: absolute; inset-inline-start: .3125rem; inset-block: 0; border-inline-start: 2px solid var(--accent);
}
@media (forced-colors: active) {
  :root { --ink: CanvasText; --staff: CanvasText; --accent: Highlight; --on: HighlightText; }
  .staff, .sign::before, .sign::after, .go { forced-color-adjust: none; }
}
`;

/** The staff of one measure between repeat signs, as HTML: an ornament, hidden from screen readers. */
export const pageStaff = '<div class="staff" aria-hidden="true"><i class="sign"></i><i class="sign end"></i></div>';
