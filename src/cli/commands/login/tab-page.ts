import { createHash } from 'node:crypto';

/** What a browser's tab is told. */
export interface TabWords {
  readonly title: string;
  /** Sentences, each a paragraph of its own. */
  readonly said: readonly string[];
  /** A date that is set large: the day when the token ends. */
  readonly date?: string | undefined;
  /** Whether it went well. */
  readonly isGood: boolean;
}

// The page's look as far as one plain file goes: ink on warm paper, aubergine by night, one accent, two bar lines.
const style = `
:root{color-scheme:light dark;--paper:#f7f2e8;--ink:#21172a;--soft:#665868;--accent:#b8361a}
@media(prefers-color-scheme:dark){:root{--paper:#25142c;--ink:#f4e9db;--soft:#bfacc3;--accent:#ff9a66}}
*{box-sizing:border-box}
body{margin:0;min-height:100vh;display:grid;align-content:center;background:var(--paper);color:var(--ink);font:16px/1.5 ui-sans-serif,system-ui,sans-serif}
main{max-width:720px;margin:0 auto;padding:48px 24px;width:100%;border-inline-end:1px solid var(--ink);box-shadow:4px 0 var(--paper),8px 0 var(--ink)}
h1{margin:0;font:400 clamp(36px,9vw,64px)/1.05 "Old Standard TT","Bodoni 72",Didot,"Century Schoolbook",Georgia,serif}
p{margin:16px 0 0;max-width:56ch;overflow-wrap:anywhere}
.date{margin-top:24px;font:700 clamp(42px,12vw,96px)/1 "Old Standard TT","Bodoni 72",Didot,"Century Schoolbook",Georgia,serif}
.soft{color:var(--soft);font-size:14px}
.bad h1{color:var(--accent)}
@media(max-width:740px){main{border:0;box-shadow:none}}
`;

const styleHash = createHash('sha256').update(style).digest('base64');

/** Sent with every answer: nothing but this page's own style may run, load or frame it, and nothing of it is kept. */
export const tabHeaders: Readonly<Record<string, string>> = {
  'Content-Security-Policy': `default-src 'none'; style-src 'sha256-${styleHash}'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'`,
  'Cache-Control': 'no-store',
  'Referrer-Policy': 'no-referrer',
  'X-Content-Type-Options': 'nosniff',
  'X-Frame-Options': 'DENY',
  'Cross-Origin-Opener-Policy': 'same-origin',
  'Cross-Origin-Resource-Policy': 'same-origin',
};

/** The page, complete in itself: no script, no address of its own, no secret. */
export function tabPage({ title, said, date, isGood }: TabWords): string {
  return `<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="robots" content="noindex">
<title>${escape(title)} \u00b7 Refrain</title>
<style>${style}</style>
</head>
<body class="${isGood ? 'good' : 'bad'}">
<main${isGood ? '' : ' role="alert"'}>
<h1>${escape(title)}</h1>
${date === undefined ? '' : `<p class="date">${escape(date)}</p>\n`}${said.map((words) => `<p>${escape(words)}</p>`).join('\n')}
<p class="soft">Refrain, on your own machine. This tab can be closed.</p>
</main>
</body>
</html>
`;
}

function escape(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;').replaceAll('"', '&quot;');
}
