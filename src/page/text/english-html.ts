/**
 * What `index.html` says. The build writes these texts into it (see `build/form-html.ts`): in attributes as they are,
 * between tags with the markup of `inline.ts`. `{hosts}` and `{scopes}` are filled in by the build too.
 */
export const englishHtml = {
  description:
    'Get a Spotify refresh token in under a minute: client ID in, refresh token out. It runs in your browser and needs no client secret.',
  title: 'Refrain: get a Spotify refresh token',
  practice: 'Practice',
  subtitle: 'Client ID in, Spotify refresh token out.',
  promise: 'The token goes from Spotify to this tab, nowhere else.',
  promisePractice: 'An emulator on this machine answers instead of Spotify. No account, no network.',
  tempo: 'Three steps, a few minutes',
  modes: 'Spotify or practice',
  spotify: 'Spotify',
  haveToken: 'I already have a token',

  howToPractice: 'Practice without an account',
  practiceWhat:
    'Refrain includes a small emulator of Spotify with sample users, a consent page and Spotify’s errors. It runs on your machine, so this copy of the page can’t reach it.',
  practiceRun: 'With Node 20.19 or newer, in a copy of Refrain’s source:',
  practiceOpen: 'Then choose **Practice** on the page that opens.',
  close: 'Close',

  noScripts: 'This page needs JavaScript',
  noScriptsCure:
    'Your browser asks Spotify for the token directly, without a server. Allow scripts for this address and reload.',
  broken: 'Part of this page failed to load',
  brokenCure:
    'Its script did not load, so nothing works yet. Reload the page. It can’t run from a file on disk: serve it with `npm start`.',

  register: 'Register an app',
  registerHow: 'In [Spotify’s dashboard](dashboard) choose **Create app**, tick **Web API** and add this address:',
  registerHowCredentials: 'In [Spotify’s dashboard](dashboard) choose **Create app** and tick **Web API**.',
  registerPractice: 'Nothing to do in practice: its app already has the address of this page.',
  redirectUri: 'Redirect URI',
  copyRedirectUri: 'Copy redirect URI',
  copy: 'Copy',
  redirectUriHint: 'Must match exactly, to the last character.',
  steps: 'First time? Step by step',
  stepAccount: 'Sign in with the Spotify account that will own the app. It needs Premium.',
  stepTerms: 'Verify your e-mail and accept the developer terms, if asked.',
  stepCreate:
    '**Create app**. **App name**: anything that doesn’t start with “Spot”. **App description**: a few words. **Website** may stay empty.',
  stepRedirectUri: '**Redirect URIs**: paste the address above, press **Add**.',
  stepRedirectUriCredentials:
    '**Redirect URIs**: not used for this. If Spotify asks for one, add `http://127.0.0.1:8888/callback`.',
  stepApi: '**Which API/SDKs are you planning to use?** **Web API**. Accept the terms, **Save**.',
  stepUsers:
    '**User Management**: add everyone else who will sign in, by name and Spotify e-mail. Five people at most.',

  clientIdStep: 'Paste the client ID',
  clientIdHow: 'From your app’s **Settings**. Not a secret.',
  clientIdPractice: 'The client ID of the practice app is filled in.',
  clientId: 'Client ID',
  remember: 'Remember this client ID',

  need: 'What do you need?',
  sixMonths: 'six months',
  oneHour: 'one hour',
  pkce: 'A refresh token',
  pkceHint: 'Needs only the client ID.',
  code: 'A refresh token for server code that uses the client secret',
  codeHint: 'You enter the secret after approving. It is never stored.',
  temporary: 'Just to try the API',
  temporaryHint: 'An access token only. To revoke it earlier, remove the app.',
  credentials: 'Public catalogue data, no user',
  credentialsHint: 'Needs the client ID and the client secret.',

  scopes: 'Scopes',
  scopesHint: 'What the token can do. Pick only what you need.',
  presets: 'Presets',
  selectAll: 'Select all',
  searchScopes: 'Search scopes',
  noScopes: 'No scopes: the token can read public data and your public profile.',
  allScopes: 'Show all {scopes} scopes',
  connect: 'Connect Spotify',
  connectHint: 'You approve on Spotify, then return here.',

  secretStep: 'Paste the client secret',
  secretHow: 'Next to the client ID, under **View client secret**.',
  secretPractice: 'The secret of the practice app is on [the emulator’s page](emulator).',
  clientSecret: 'Client secret',
  secretHint: 'Goes to Spotify only, never stored.',
  show: 'Show',
  showSecret: 'Show client secret',
  getToken: 'Get token',
  getTokenHint: 'Spotify answers immediately with an access token for public data.',

  data: 'Where your data goes',
  dataHosts: 'From this browser to {hosts}.',
  dataPractice: 'From this browser to the emulator on this machine.',
  dataHost:
    'The host of this page sees the address that you open: a client ID in a link, the one-time code when you return. It never sees a token. No cookies, no analytics.',
  rules: 'What Spotify requires',
  rulesText:
    'The app’s owner needs Premium. An app allows five people, each added under User Management. A user must sign in again every six months.',
  revoke: 'Revoke access',
  revokeHow: 'Remove your app at [spotify.com/account/apps](apps).',
  revokePractice: 'Nothing to revoke in practice: it ends when you stop `npm start`.',
  about: 'Refrain is [free software](licence), not part of Spotify.',
  newTab: '(opens in a new tab)',
};
