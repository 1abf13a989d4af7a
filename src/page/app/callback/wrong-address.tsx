import { redirectUriOf } from '../../../spotify/redirect-uri.ts';
import { explainError } from '../../text/explain-error.ts';
import type { PageContext } from '../../shared/page-context.ts';
import { appText } from '../../text/app-text.ts';
import { Inline } from '../parts/inline.tsx';
import { Note, RepeatSign, Staff } from '../parts/notation.tsx';
import { showView } from '../show-view.ts';

const text = appText.wrongAddress;

/** Shows what to do if the page is at an address that Spotify refuses. Returns false if Spotify allows it. */
export function showWrongAddress(page: PageContext): boolean {
  const { judgement } = redirectUriOf(page.window.location.href);
  if (judgement.verdict === 'allowed') return false;
  const { title, reason } = explainError(judgement);
  showView(page, { kind: 'wrong-address', text: { heading: title, subtitle: reason, title } });
  return true;
}

/** First and second ending: this address, and the address to use. */
export function WrongAddress({ page }: { page: PageContext }) {
  const { location } = page.window;
  const { sent: here, judgement } = redirectUriOf(location.href);
  if (judgement.verdict === 'allowed') return null;
  // Keeps the parameters of the form. Secrets have been removed from them before.
  const there = judgement.instead && `${judgement.instead}${location.search}`;
  const isMalformed = judgement.code === 'redirect_uri_malformed';
  const isLocalhost = judgement.code === 'redirect_uri_localhost';
  const hasHyphen = /^https?:/.test(here) && location.pathname.includes('-');
  return (
    <div class="system duo">
      <section class="m">
        <p class="volta serif" aria-hidden="true">
          1.
        </p>
        <Staff>
          <RepeatSign />
          <u />
          <RepeatSign end />
        </Staff>
        <div class="in">
          <h2>{text.here}</h2>
          <p class="mono">{here}</p>
          {(!isMalformed || hasHyphen) && <p class="hint">{isMalformed ? text.hyphenRefused : text.whitePage}</p>}
        </div>
      </section>
      <section class="m">
        <p class="volta serif" aria-hidden="true">
          2.
        </p>
        <Staff>
          <Note y={1.5} />
        </Staff>
        <div class="in">
          <h2>{text.onHere}</h2>
          {there ? (
            <>
              <p class="mono">{judgement.instead}</p>
              <p class="row">
                <a class="btn go" href={there}>
                  {text.openAt(isLocalhost ? '127.0.0.1' : new URL(there).host)}
                </a>
              </p>
              <p class="hint">{isLocalhost ? text.samePage : text.samePageIfServed}</p>
            </>
          ) : (
            <p>
              {hasHyphen ? text.hyphen : text.https} <Inline text={text.orStart} />
            </p>
          )}
        </div>
      </section>
    </div>
  );
}
