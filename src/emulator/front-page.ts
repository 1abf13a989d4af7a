import { html } from 'hono/html';
import { faultNames } from './controls/faults.ts';
import { layout, type Markup } from './http/layout.ts';
import { listeners } from './listeners/listeners.ts';
import { nowPlayingStates } from './controls/now-playing.ts';
import { practiceApp } from './state/practice-app.ts';

/** The page at the emulator's address: what it is, the practice app, the listeners, the controls. */
export function frontPage(origin: string): Markup {
  return layout(
    'About',
    html`<h2>What this is</h2>
      <p>
        An emulated Spotify accounts service and Web API, for practice without an account. It answers as Spotify does,
        including its errors. It forgets everything when it stops.
      </p>
      <h2>The practice app</h2>
      <dl>
        <dt>Client ID</dt>
        <dd><code>${practiceApp.clientId}</code></dd>
        <dt>Client secret</dt>
        <dd><code>${practiceApp.clientSecret}</code></dd>
        <dt>Redirect URIs</dt>
        <dd>
          ${practiceApp.redirectUris.map((uri) => html`<code>${uri}</code> `)}
          <span class="hint">(any port and path; Spotify itself has no wildcards)</span>
        </dd>
      </dl>
      <h2>Who can sign in</h2>
      <ul>
        ${listeners.map(
          ({ id, displayName, about }) =>
            html`<li>
              <bdi>${displayName ?? 'No name'}</bdi> (<code>${id}</code>) <span class="hint">${about}</span>
            </li>`,
        )}
      </ul>
      <h2>Controls</h2>
      <p>
        JSON in, JSON out. <a href="/emulator">Current state</a>, <a href="/emulator/requests">the last requests</a>.
      </p>
      ${examples(origin).map(
        ({ title, choices, command }) =>
          html`<h3>${title}</h3>
            ${choices ? html`<p class="hint">One of ${choices.join(', ')}</p>` : ''}
            <pre>${command}</pre>`,
      )}`,
  );
}

interface Example {
  readonly title: string;
  /** Other values that the command accepts. */
  readonly choices?: readonly string[];
  readonly command: string;
}

function examples(origin: string): readonly Example[] {
  const post = (path: string, body: object) =>
    `curl ${origin}/emulator/${path} -H 'Content-Type: application/json' -d '${JSON.stringify(body)}'`;
  const { clientId } = practiceApp;
  const [maya, noor] = listeners;
  return [
    { title: 'Six months later: a refresh answers invalid_grant', command: post('clock', { advanceDays: 180 }) },
    { title: 'Back to the real time', command: post('clock', { reset: true }) },
    { title: 'Rotate refresh tokens', command: post('settings', { rotatesRefreshTokens: true }) },
    {
      title: 'Agree without a consent page, for programs without a browser',
      choices: ['agree', 'cancel', 'ask'],
      command: post('settings', { consent: 'agree' }),
    },
    { title: 'Sign a listener in', command: post('sign-in', { listener: noor?.id }) },
    {
      title: 'What is playing now',
      choices: nowPlayingStates,
      command: post(`listeners/${maya.id}/now-playing`, { state: 'episode' }),
    },
    {
      title: 'Only these listeners are on the app’s user list',
      command: post(`apps/${clientId}`, { allowlist: [noor?.id] }),
    },
    { title: 'The owner’s Premium lapsed', command: post(`apps/${clientId}`, { ownerPremium: false }) },
    {
      title: 'The next answer fails',
      choices: faultNames,
      command: post('answers', { fault: 'rate_limited' }),
    },
    {
      title: 'The next two answers, with a field changed',
      command: post('answers', { path: '/api/token', amend: { refresh_token: null }, times: 2 }),
    },
    { title: 'The listener removed the app', command: post('revocations', { clientId, listener: maya.id }) },
    {
      title: 'Register another app',
      command: post('apps', { name: 'Mine', redirectUris: ['https://example.com/callback'] }),
    },
    { title: 'Start again', command: `curl -X POST ${origin}/emulator/reset` },
  ];
}
