import type { ComponentChildren } from 'preact';
import type { PageContext } from '../shared/page-context.ts';
import { appText } from '../text/app-text.ts';
import { Inline } from './parts/inline.tsx';
import { StartOverLink } from './parts/start-over.tsx';
import type { Result } from './result/result.ts';
import { isPractice, type View } from './view.ts';

const text = appText.footer;

/** The footer that replaces the form's. */
export function Footer({ view, page }: { view: View; page: PageContext }) {
  if (['form', 'dead-end', 'waiting'].includes(view.kind)) return null;
  return (
    <div class="foot" key={view.kind}>
      {view.kind === 'result' ? (
        <ResultFooter result={view.result} page={page} />
      ) : (
        <StepFooter page={page} isPractice={isPractice(view)} />
      )}
    </div>
  );
}

const FooterPart = ({ heading, children }: { heading: string; children: ComponentChildren }) => (
  <section>
    <h2>{heading}</h2>
    <p class="hint">{children}</p>
  </section>
);

/** The footer of every view before the result. */
function StepFooter({ page, isPractice: practice }: { page: PageContext; isPractice: boolean }) {
  return (
    <>
      <FooterPart heading={text.data}>
        {practice ? text.dataPractice : text.dataSpotify(hostsOf(page))} {text.dataHost}
      </FooterPart>
      <FooterPart heading={text.rules}>{text.rulesText}</FooterPart>
      <FooterPart heading={text.revoke}>
        <Inline text={practice ? text.revokePractice : text.revokeText} /> <Inline text={text.about} />
      </FooterPart>
    </>
  );
}

function hostsOf(page: PageContext): readonly string[] {
  const endpoints = page.endpoints('spotify');
  if (!endpoints) return ['Spotify'];
  return [...new Set([endpoints.accountsUrl, endpoints.apiUrl].map((url) => new URL(url).host))];
}

function ResultFooter({ result, page }: { result: Result; page: PageContext }) {
  return (
    <>
      <AboutToken result={result} />
      <FooterPart heading={text.revoke}>
        <Inline text={revokeText(result)} />
      </FooterPart>
      <FooterPart heading={appText.startAgain}>
        <Inline
          text={text.another}
          links={{ start: (link: string) => <StartOverLink page={page}>{link}</StartOverLink> }}
        />
      </FooterPart>
    </>
  );
}

function revokeText({ mode, grant }: Result): string {
  if (mode === 'practice') return text.revokePractice;
  return grant === 'client_credentials' ? text.revokeClientCredentials : text.revokeToken;
}

function AboutToken({ result: { grant, tokens } }: { result: Result }) {
  if (grant === 'client_credentials') return <FooterPart heading={text.noUser}>{text.noUserText}</FooterPart>;
  if (grant === 'temporary') return <FooterPart heading={text.atSpotify}>{text.atSpotifyText}</FooterPart>;
  if (tokens.value.refreshToken === undefined) {
    return <FooterPart heading={text.noRefreshToken}>{text.noRefreshTokenText}</FooterPart>;
  }
  return <FooterPart heading={text.newToken}>{text.newTokenText}</FooterPart>;
}
