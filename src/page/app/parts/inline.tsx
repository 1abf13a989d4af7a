import type { ComponentChildren } from 'preact';
import { parseInline } from '../../text/inline.ts';
import { ExternalLink } from './links.tsx';

const externalLinks: Record<string, string> = {
  apps: 'https://www.spotify.com/account/apps/',
  dashboard: 'https://developer.spotify.com/dashboard',
  licence: './licence.txt',
};

interface Properties {
  readonly text: string;
  /** What replaces `{name}`. A value is shown unchanged: markup in it has no effect. */
  readonly values?: Record<string, ComponentChildren>;
  /** Links that are not the same everywhere, by their name in the text. */
  readonly links?: Record<string, (text: string) => ComponentChildren>;
}

/** A text of the catalogue with its bold, code, links and values. */
export function Inline({ text, values = {}, links = {} }: Properties) {
  const fill = (part: string) =>
    part.split(/\{(\w+)\}/).map((piece, index) => (index % 2 === 1 ? values[piece] : piece));
  return (
    <>
      {parseInline(text).map((piece) => {
        if (piece.kind === 'bold') return <b>{fill(piece.text)}</b>;
        if (piece.kind === 'code') return <code>{fill(piece.text)}</code>;
        if (piece.kind === 'text') return fill(piece.text);
        const href = externalLinks[piece.link];
        return href === undefined ? (
          links[piece.link]?.(piece.text)
        ) : (
          <ExternalLink href={href}>{piece.text}</ExternalLink>
        );
      })}
    </>
  );
}
