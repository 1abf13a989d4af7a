import { redirectUriOf } from '../../../spotify/redirect-uri.ts';
import { explain } from '../../../errors/explain.ts';
import type { PageContext } from '../../shared/page-context.ts';
import { Note, RepeatSign, Staff } from '../parts/notation.tsx';
import { showView } from '../show-view.ts';

/** Takes the stage, and gives true, where the page stands at an address that Spotify sends nobody back to. */
export function showWrongAddress(page: PageContext): boolean {
  const { judgement } = redirectUriOf(page.window.location.href);
  if (judgement.verdict === 'allowed') return false;
  const { title, reason } = explain(judgement);
  showView(page, { kind: 'wrong-address', words: { heading: title, promise: reason, title } });
  return true;
}

/** First and second ending: where the page stands, and where to go on. */
export function WrongAddress({ page }: { page: PageContext }) {
  const { location } = page.window;
  const { judgement } = redirectUriOf(location.href);
  if (judgement.verdict === 'allowed') return null;
  const here = page.redirectUri.sent;
  // The form's own parameters come along; what was secret in them has been taken out before.
  const there = judgement.instead && `${judgement.instead}${location.search}`;
  const isLocalhost = judgement.code === 'redirect_uri_localhost';
  const hasHyphen = /^https?:/.test(here) && location.pathname.includes('-');
  return (
    <ol class="system endings" role="list">
      <li>
        <p class="volta" aria-hidden="true">
          1.
        </p>
        <Staff>
          <RepeatSign />
          <RepeatSign end />
          <u />
        </Staff>
        <div class="in">
          <h2>You are here</h2>
          <p class="mono soft">{here}</p>
          <p class="hint">
            {judgement.reason}
            {judgement.code !== 'redirect_uri_malformed' &&
              ' It would stop you at a white page that says “redirect_uri: Insecure”, with no way back.'}
          </p>
        </div>
      </li>
      <li class="last">
        <p class="volta" aria-hidden="true">
          2.
        </p>
        <Staff>
          <Note x={3.5} y={1.5} />
        </Staff>
        <div class="in">
          <h2>Go on from here</h2>
          {there ? (
            <>
              <p>
                <a class="go" href={there}>
                  {isLocalhost ? 'Open at 127.0.0.1' : `Open at ${new URL(there).host}`}
                </a>
              </p>
              <p class="hint">
                {isLocalhost ? 'Same page, same port: ' : 'The same page, if it is served there: '}
                <span class="mono">{judgement.instead}</span>
                {isLocalhost && '. If nothing answers, let your server listen at 127.0.0.1.'}
              </p>
            </>
          ) : (
            <p>
              {hasHyphen
                ? 'Serve this page at 127.0.0.1 from a folder without a hyphen in its path,'
                : 'Serve this page over https,'}{' '}
              or on your own machine with <code>npm start</code>, which opens it at{' '}
              <span class="mono">http://127.0.0.1:8888/</span>.
            </p>
          )}
        </div>
      </li>
    </ol>
  );
}
