import type { ComponentChildren } from 'preact';
import type { PageContext } from '../shared/page-context.ts';
import { AccountAppsLink, ExternalLink } from './parts/links.tsx';
import type { Result } from './result/result.ts';
import { StartOverLink } from './parts/start-over.tsx';
import { isPractice, type View } from './view.ts';

/** The foot that stands instead of the form's. */
export function Footer({ view, page }: { view: View; page: PageContext }) {
  if (['form', 'dead-end', 'waiting'].includes(view.kind)) return null;
  return (
    <div class="foot" key={view.kind}>
      {view.kind === 'result' ? (
        <AfterResult result={view.result} page={page} />
      ) : (
        <BeforeResult page={page} isPractice={isPractice(view)} />
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

const LicenceLink = () => <ExternalLink href="./licence.txt">free software</ExternalLink>;

function BeforeResult({ page, isPractice: practice }: { page: PageContext; isPractice: boolean }) {
  const endpoints = page.endpoints(practice ? 'practice' : 'spotify');
  const hosts = endpoints && [...new Set([endpoints.accountsUrl, endpoints.apiUrl])].map((url) => new URL(url).host);
  return (
    <>
      <FooterPart heading="Where your data goes">
        From this browser to {practice ? 'the practice Spotify on this machine' : (hosts?.join(' and ') ?? 'Spotify')}.
        This page’s own host sees the address alone: a client ID in a link, the one-use code on your return. The
        verifier and the tokens never leave this tab but for Spotify.
      </FooterPart>
      <FooterPart heading="What Spotify asks of you">
        The app’s owner has Premium. The app lets in five people, each named under User Management.
      </FooterPart>
      <FooterPart heading="How to undo it">
        {practice ? (
          'Practice leaves nothing behind: it ends with npm start.'
        ) : (
          <>
            Remove your app at <AccountAppsLink />.
          </>
        )}{' '}
        Refrain is <LicenceLink /> and no part of Spotify.
      </FooterPart>
    </>
  );
}

function AfterResult({ result, page }: { result: Result; page: PageContext }) {
  return (
    <>
      <AboutToken result={result} />
      <FooterPart heading="How to undo it">
        {result.mode === 'practice' ? (
          'Practice leaves nothing behind: its tokens end with npm start.'
        ) : result.grant === 'client_credentials' ? (
          <>
            The token ends by itself. A secret that leaked is replaced in{' '}
            <ExternalLink href="https://developer.spotify.com/dashboard">Spotify’s dashboard</ExternalLink>.
          </>
        ) : (
          <>
            Remove your app at <AccountAppsLink />, and the token stops working.
          </>
        )}
      </FooterPart>
      <FooterPart heading="Again from the top">
        <StartOverLink page={page}>Get another token</StartOverLink>. Refrain is <LicenceLink /> and no part of Spotify.
      </FooterPart>
    </>
  );
}

function AboutToken({ result: { grant, tokens } }: { result: Result }) {
  if (grant === 'client_credentials') {
    return (
      <FooterPart heading="Nobody signed in">
        This token stands for the app alone. It reads the catalogue, and nothing of any listener’s.
      </FooterPart>
    );
  }
  if (grant === 'temporary') {
    return (
      <FooterPart heading="What stays at Spotify">
        The refresh token that came along was dropped here. At Spotify it lives on until you remove the app.
      </FooterPart>
    );
  }
  if (tokens.value.refreshToken === undefined) {
    return (
      <FooterPart heading="What is missing">Spotify’s answer held no refresh token. Connect again for one.</FooterPart>
    );
  }
  return (
    <FooterPart heading="If an answer brings a new one">
      Most apps keep the first refresh token. If Spotify ever sends another, save it before you use it.
    </FooterPart>
  );
}
