import { html } from 'hono/html';
import { faultNames } from './faults.ts';
import { layout, type Markup } from './layout.ts';
import { listeners } from './listeners/listeners.ts';
import { nowPlayingStates } from './now-playing.ts';
import { practiceApp } from './practice-app.ts';

/** What a person sees who opens the emulator's address: what it is, the practice app, the listeners, the controls. */
export function frontPage(origin: string): Markup {
  return layout(
    'About',
    html`<h2>What this is</h2>
      <p>
        A stand-in for Spotify’s accounts service and Web API, to walk the way to a refresh token without an account. It
        answers as Spotify does, its errors too. All of it is forgotten when it stops.
      </p>
      <h2>The practice app</h2>
      <dl>
        <dt>Client ID</dt>
        <dd><code>${practiceApp.clientId}</code></dd>
        <dt>Client secret</dt>
        <dd><code>${practiceApp.clientSecret}</code></dd>
        <dt>Redirect URIs, any port</dt>
        <dd>${practiceApp.redirectUris.map((uri) => html`<code>${uri}</code> `)}</dd>
      </dl>
      <h2>Who can sign in</h2>
      <ul>
        ${listeners.map(
          ({ id, displayName, about }) =>
            html`<li>
              <bdi>${displayName ?? 'No name'}</bdi> (<code>${id}</code>) <span class="small">${about}</span>
            </li>`,
        )}
      </ul>
      <h2>Controls</h2>
      <p>
        JSON in, JSON out. <a href="/emulator">How things stand</a>, <a href="/emulator/requests">the last requests</a>.
      </p>
      ${examples(origin).map(
        ([title, command]) =>
          html`<h3>${title}</h3>
            <pre>${command}</pre>`,
      )}`,
  );
}

function examples(origin: string): readonly (readonly [title: string, command: string])[] {
  const post = (path: string, body: object) =>
    `curl ${origin}/emulator/${path} -H 'Content-Type: application/json' -d '${JSON.stringify(body)}'`;
  return [
    ['Six months later: refresh tokens answer invalid_grant', post('clock', { advanceDays: 180 })],
    ['Back to the real time', post('clock', { reset: true })],
    ['Rotate refresh tokens', post('settings', { rotatesRefreshTokens: true })],
    ['Consent without asking, for terminals', post('settings', { consent: 'agree' })],
    ['Sign somebody in', post('sign-in', { listener: listeners[1]?.id })],
    [
      `What plays now: ${nowPlayingStates.join(', ')}`,
      post(`listeners/${listeners[0].id}/now-playing`, { state: 'episode' }),
    ],
    [
      'A listener who is not on the app’s list',
      post(`apps/${practiceApp.clientId}`, { allowlist: [listeners[1]?.id] }),
    ],
    ['The owner’s Premium lapsed', post(`apps/${practiceApp.clientId}`, { ownerPremium: false })],
    [`The next answer goes wrong: ${faultNames.join(', ')}`, post('answers', { fault: 'rate_limited' })],
    [
      'The next answer, made by hand',
      post('answers', { path: '/api/token', amend: { refresh_token: null }, times: 2 }),
    ],
    [
      'The listener removed the app',
      post('revocations', { clientId: practiceApp.clientId, listener: listeners[0].id }),
    ],
    ['Another app', post('apps', { name: 'Mine', redirectUris: ['https://example.com/callback'] })],
    ['Start again', `curl -X POST ${origin}/emulator/reset`],
  ];
}
