import { html, raw } from 'hono/html';
import type { HtmlEscapedString } from 'hono/utils/html';
import { pageStaff } from '../../text/page-style.ts';

/** Escaped HTML. */
export type Markup = HtmlEscapedString | Promise<HtmlEscapedString> | '';

/** The frame of the emulator's pages: the warning that this is not Spotify, then the content. */
export function layout(title: string, content: Markup): HtmlEscapedString | Promise<HtmlEscapedString> {
  return html`<!doctype html>
    <html lang="en">
      <head>
        <meta charset="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <meta name="color-scheme" content="light dark" />
        <meta name="robots" content="noindex" />
        <title>${title} · Refrain emulator, not Spotify</title>
        <link rel="icon" href="/icon.svg" type="image/svg+xml" />
        <link rel="stylesheet" href="/style.css" />
      </head>
      <body>
        <header>
          <h1>Refrain emulator, <span>not Spotify</span></h1>
          <p>Practice on this computer. Nothing here is real: no account, no music, no network.</p>
          ${raw(pageStaff)}
        </header>
        <main>${content}</main>
      </body>
    </html>`;
}
