/** The emulator's plain look: ink on striped paper, so that it cannot be mistaken for a page of Spotify. */
export const style = `:root {
  color-scheme: light dark;
  --paper: #f4efe4; --stripe: #e7dfcf; --sheet: #fffdf8; --ink: #21172a; --soft: #5f5263; --edge: #85767f; --accent: #9c2f15;
}
@media (prefers-color-scheme: dark) {
  :root { --paper: #25142c; --stripe: #35213d; --sheet: #2d1a35; --ink: #f4e9db; --soft: #c6b4ca; --edge: #967f9d; --accent: #ff9a66; }
}
* { box-sizing: border-box; }
/* The buttons are always visible, and must not cover the element with the focus. */
html { background: var(--paper); scroll-padding-bottom: 96px; }
body {
  margin: 0; padding: 0 16px 48px; color: var(--ink); font: 16px/1.5 ui-sans-serif, system-ui, sans-serif;
  min-height: 100vh;
  background: repeating-linear-gradient(45deg, var(--paper) 0 22px, var(--stripe) 22px 44px);
  overflow-wrap: anywhere;
}
header, main {
  max-width: 640px; margin: 24px auto 0; padding: 16px clamp(16px, 4vw, 32px);
  background: var(--sheet); border: 1px solid var(--edge);
}
header { border: 4px dashed var(--accent); }
h1 { margin: 0; font: 700 clamp(28px, 7vw, 44px)/1.15 ui-serif, Georgia, serif; }
h1 span { color: var(--accent); white-space: nowrap; }
h2 { margin: 32px 0 8px; font: 700 22px/1.3 ui-serif, Georgia, serif; }
main > h2:first-child, form > h2:first-child { margin-top: 8px; }
h3 { margin: 16px 0 4px; font-size: 16px; }
p { margin: 8px 0; }
ul, ol, dl { margin: 0; padding-inline-start: 20px; }
dl { padding: 0; }
dt { margin-top: 8px; font-weight: 600; }
dd { margin: 0; }
fieldset { margin: 24px 0 0; padding: 0; border: 0; }
legend { padding: 0; font-weight: 600; }
.choice { display: flex; gap: 12px; align-items: center; min-height: 60px; padding: 8px 0; border-bottom: 1px solid var(--edge); cursor: pointer; }
.choice input { flex: none; width: 20px; height: 20px; margin: 0 2px; accent-color: var(--accent); }
.choice img, .blank { flex: none; width: 44px; height: 44px; border-radius: 4px; }
.blank { border: 1px dashed var(--edge); }
.small { display: block; color: var(--soft); font-size: 14px; }
.buttons {
  display: flex; flex-wrap: wrap; gap: 12px; position: sticky; bottom: 0; margin: 8px 0 0; padding: 16px 0;
  background: var(--sheet);
}
button { min-width: 128px; min-height: 48px; padding: 0 24px; border: 2px solid var(--accent); border-radius: 2px; background: none; color: var(--ink); font: inherit; font-weight: 600; cursor: pointer; }
.agree { background: var(--accent); color: var(--sheet); }
a { color: inherit; }
a:hover, summary:hover { color: var(--accent); }
:focus-visible { outline: 3px solid var(--accent); outline-offset: 3px; }
code, pre { font: 14px/1.45 ui-monospace, Menlo, Consolas, monospace; }
pre { margin: 4px 0 16px; padding: 12px; border: 1px solid var(--edge); white-space: pre-wrap; }
@media (forced-colors: active) { .agree { border-width: 4px; } }
`;

/** The repeat sign, as a tab's icon. */
export const icon =
  '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 32 32"><rect width="32" height="32" fill="#25142c"/>' +
  '<g fill="#ff9a66"><path d="M7 5h4v22H7zM14 5h2v22h-2z"/><circle cx="22" cy="12" r="2.4"/><circle cx="22" cy="20" r="2.4"/></g></svg>\n';
