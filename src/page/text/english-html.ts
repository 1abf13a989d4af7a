/**
 * What `index.html` says. The build writes these texts into it (see `build/text-html.ts`): in attributes as they are,
 * between tags with the markup of `inline.ts`. The build also fills in numbers of scopes: `{scopes}` of all, `{chosen}` of
 * the default preset.
 */
export const englishHtml = {
  description: 'Get a Spotify refresh token in under a minute. It runs in your browser and needs no client secret.',
  title: 'Refrain: get a Spotify refresh token',
  /** The word before what the page says in practice, and the button that starts it, together with `practiceRest`. */
  practice: 'Practice',
  subtitle: 'Client ID in, Spotify refresh token out.',
  promise: 'The token goes from Spotify to this tab, nowhere else.',
  promisePractice: 'Everything here is made up. Nothing leaves this page.',
  practiceRest: 'without an account',
  leavePractice: 'Leave practice',
  haveToken: 'I already have a token',

  noScripts: 'This page needs JavaScript',
  noScriptsCure: 'Allow scripts for this address and reload.',
  broken: 'Part of this page failed to load',
  brokenCure: 'Reload the page. It can’t run from a file on disk: serve it with `npm start`.',

  register: 'Register an app',
  registerHow: 'In [Spotify’s dashboard](dashboard) choose **Create app**, tick **Web API** and add this address:',
  registerHowCredentials: 'In [Spotify’s dashboard](dashboard) choose **Create app** and tick **Web API**.',
  registerPractice: 'Nothing to do in practice: its app already has the address of this page.',
  redirectUri: 'Redirect URI',
  copyRedirectUri: 'Copy redirect URI',
  copy: 'Copy',
  copied: 'Copied',
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
  clientIdHow: 'From your app’s **Settings**. Not a secret. A whole `.env` works too.',
  clientIdPractice: 'The client ID of the practice app is filled in.',
  clientId: 'Client ID',
  forget: 'Forget this client ID',

  need: 'What do you need?',
  sixMonths: 'six months',
  oneHour: 'one hour',
  pkce: 'A refresh token',
  somethingElse: 'Something else?',
  code: 'With a secret',
  codeHint:
    'A refresh token for server code that uses the client secret. You enter it after approving. It is never stored.',
  temporary: 'Just to try the API',
  temporaryHint: 'An access token only. To revoke it earlier, remove the app.',
  credentials: 'Catalogue data',
  credentialsHint: 'Public data, no user. Needs the client ID and the client secret.',

  scopes: 'Scopes',
  scopeNumber: '{chosen} scopes',
  change: 'Change',
  allScopes: ': show all {scopes} scopes',
  searchScopes: 'Search scopes',
  clearScopes: 'Clear',
  presets: 'Presets',
  selectAll: 'Select all',
  connect: 'Connect Spotify',
  connectHint: 'You approve on Spotify, then return here.',
  copyLink: 'Copy link to this setup',

  clientSecret: 'Client secret',
  secretHint: 'Next to the client ID, under **View client secret**. Goes to Spotify only, never stored.',
  secretPractice: 'The secret of the practice app:',
  show: 'Show',
  showSecret: 'Show client secret',
  getToken: 'Get token',
  getTokenHint: 'Spotify answers immediately.',

  about: 'No cookies, no analytics. [Free software](licence), not part of Spotify.',
  revoke: 'Revoke access',
  docs: 'Docs',
  source: 'Source',
  report: 'Report a problem',
  languages: 'Language',
  newTab: '(opens in a new tab)',
};
