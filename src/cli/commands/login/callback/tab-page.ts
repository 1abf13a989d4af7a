import { createHash } from 'node:crypto';
import type { ErrorCode } from '../../../../errors/error-table.ts';
import { explain } from '../../../../errors/explain.ts';
import { pageStaff, pageStyle } from '../../../../text/page-style.ts';
import type { RefrainError } from '../../../../errors/refrain-error.ts';
import { serverNames } from '../../../loopback/server-name.ts';
import { spotifySays, whatHappened } from '../../../terminal/errors.ts';

/** What a browser's tab says after the callback. */
export interface TabText {
  readonly title: string;
  readonly paragraphs: readonly string[];
  /** Whether it is shown as an error. */
  readonly isError: boolean;
}

const style = `${pageStyle}
body{display:grid;align-content:center}
.staff{margin-block:0 1rem}
p.hint{margin-block-start:2rem}
`;

const styleHash = createHash('sha256').update(style).digest('base64');

/** Headers of every response: only the page's own style is allowed, and nothing is cached or framed. */
export const tabHeaders: Readonly<Record<string, string>> = {
  'Content-Security-Policy': `default-src 'none'; style-src 'sha256-${styleHash}'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'`,
  'Cache-Control': 'no-store',
  'Referrer-Policy': 'no-referrer',
  'X-Content-Type-Options': 'nosniff',
  'X-Frame-Options': 'DENY',
  'Cross-Origin-Opener-Policy': 'same-origin',
  'Cross-Origin-Resource-Policy': 'same-origin',
  Server: serverNames.login,
};

/** @param account the account's name, if known */
export function loggedInTab(account: string | undefined): TabText {
  return {
    title: 'You’re logged in.',
    paragraphs: [
      // Isolated, so that a right-to-left name does not reorder the sentence.
      ...(account === undefined ? [] : [`Account: \u2068${account}\u2069.`]),
      'Close this tab and return to the terminal.',
    ],
    isError: false,
  };
}

/** For an access token that is only printed. */
export const approvedTab: TabText = {
  title: 'Approved.',
  paragraphs: ['Close this tab and return to the terminal.'],
  isError: false,
};

/** @param now epoch milliseconds */
export function failedTab(error: RefrainError, cure: string, now: number): TabText {
  const { title } = explain(error);
  const text = whatHappened(error, now);
  return {
    title,
    // Skipped if it says no more than the title.
    paragraphs: [...(text === `${title}.` ? [] : [text]), ...spotifySays(error), cure],
    isError: true,
  };
}

/** For a callback that this sign-in did not use, so that it goes on waiting. */
export function unusedTab(code: ErrorCode): TabText {
  const { title, reason } = explain({ code });
  return { title, paragraphs: [reason, 'The login in the terminal is still waiting.'], isError: true };
}

export const waitingTab: TabText = {
  title: 'Waiting for Spotify',
  paragraphs: ['Open the address that the terminal shows, and approve there.'],
  isError: false,
};

/** A complete HTML page without scripts, links and secrets. */
export function renderTab({ title, paragraphs, isError }: TabText): string {
  return `<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="robots" content="noindex">
<title>${escapeHtml(title)} \u00b7 Refrain</title>
<style>${style}</style>
</head>
<body>
<main>
${isError ? '<div class="alert" role="alert">' : pageStaff}
<h1>${escapeHtml(title)}</h1>
${paragraphs.map((paragraph) => `<p>${escapeHtml(paragraph)}</p>`).join('\n')}
<p class="hint">From Refrain on your computer.</p>
${isError ? '</div>\n' : ''}</main>
</body>
</html>
`;
}

function escapeHtml(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;').replaceAll('"', '&quot;');
}
