import type { ComponentChildren } from 'preact';
import type { Page } from '../page.ts';
import { hasUncopiedToken } from './leaving.ts';
import { AccountApps, Beside } from './marks.tsx';
import type { Result } from './result.ts';
import { startOver } from './stage.ts';
import type { View } from './view.ts';

/** The foot that stands instead of the form's. */
export function Foot({ view, page }: { view: View; page: Page }) {
  if (view.kind === 'form' || view.kind === 'dead-end') return null;
  return view.kind === 'result' ? <AfterResult result={view.result} page={page} /> : <OnTheWay />;
}

const Part = ({ heading, children }: { heading: string; children: ComponentChildren }) => (
  <section>
    <h2>{heading}</h2>
    <p class="hint">{children}</p>
  </section>
);

const Source = () => <Beside href="./licence.txt">free software</Beside>;

const OnTheWay = () => (
  <>
    <Part heading="Where your data goes">
      From this browser to Spotify, and nowhere else: the verifier and the tokens never leave this tab but for Spotify.
      Whoever hosts this page sees its address asked for, with the client ID of a link in it and the one-use code.
    </Part>
    <Part heading="What Spotify asks of you">
      The app’s owner has Premium. The app lets in five people, each named under User Management.
    </Part>
    <Part heading="How to undo it">
      Remove your app at <AccountApps />. Refrain is <Source /> and no part of Spotify.
    </Part>
  </>
);

const AfterResult = ({ result, page }: { result: Result; page: Page }) => (
  <>
    {result.grant === 'client_credentials' ? (
      <Part heading="Nobody signed in">
        This token stands for the app alone. It reads the catalogue, and nothing of any listener’s.
      </Part>
    ) : result.tokens.value.refreshToken === undefined ? (
      <Part heading="What stays at Spotify">
        The refresh token that came along was dropped here. At Spotify it lives on until you remove the app.
      </Part>
    ) : (
      <Part heading="If an answer brings a new one">
        Most apps keep the first refresh token. If Spotify ever sends another, save it before you use it.
      </Part>
    )}
    {result.grant === 'client_credentials' ? (
      <Part heading="How to undo it">
        The token ends by itself. A secret that leaked is replaced in{' '}
        <Beside href="https://developer.spotify.com/dashboard">Spotify’s dashboard</Beside>.
      </Part>
    ) : (
      <Part heading="How to undo it">
        Remove your app at <AccountApps />, and the token stops working.
      </Part>
    )}
    <Part heading="Again from the top">
      <StartOver page={page}>Get another token</StartOver>. Refrain is <Source /> and no part of Spotify.
    </Part>
  </>
);

/** Back to the form; a token that nobody has copied asks first. */
export function StartOver({ page, children }: { page: Page; children: ComponentChildren }) {
  const leave = (event: MouseEvent) => {
    event.preventDefault();
    const words = 'You have not copied the token, and it will be gone from this page. Go on?';
    if (!hasUncopiedToken() || page.window.confirm(words)) startOver(page);
  };
  return (
    <a href={page.redirectUri.sent} onClick={leave}>
      {children}
    </a>
  );
}
