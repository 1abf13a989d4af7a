const count = (number: number, one: string, many: string) => `${number} ${number === 1 ? one : many}`;

const treatLikePassword = 'Treat it like a password.';
const goneWithTab = 'It’s gone when you close this tab.';
const connectForRefreshToken = 'Spotify sent no refresh token. Connect again to get one.';
const droppedRefreshToken =
  'The refresh token that came with it was dropped. For Spotify, it stays valid until you remove the app';
const toSpotifyOnly = 'Goes to Spotify only, never stored.';
const toEmulatorOnly = 'Stays on this page, never stored.';
const madeByPack = '`npm pack` makes that file in a built copy of Refrain.';
const install = `To install: \`npm install ./{packed}\`. ${madeByPack}`;

/**
 * What the lazy part (`app/`) says: everything after Connect. Titles and cures of errors are in `src/errors`. Texts may
 * have the markup of `inline.ts`; `{name}` is a place that the page fills with a value or an element of its own.
 */
export const englishApp = {
  newTab: '(opens in a new tab)',
  otherWays: 'Other ways',
  practise: 'Practice',
  practiseRest: 'without an account',
  startAgain: 'Start again',
  getToken: 'Get a token',
  getAnother: 'Get another token',

  title: {
    of: (title: string) => `${title}. Refrain`,
    error: (title: string) => `Error: ${title}. Refrain`,
    practice: (title: string) => `Practice: ${title}`,
  },

  dates: {
    at: (time: string) => `at ${time}`,
    onDay: (day: string, time: string) => `on ${day} at ${time}`,
    justNow: 'just now',
    hours: (number: number) => (number === 1 ? 'an hour' : `${number} hours`),
    minutes: (number: number) => (number === 1 ? 'a minute' : `${number} minutes`),
    seconds: (number: number) => count(number, 'second', 'seconds'),
  },

  copy: {
    label: 'Copy',
    done: 'Copied',
    refused: 'The browser refused to copy.',
    selected: 'The text is selected: press Ctrl+C, or ⌘C on a Mac.',
    byHand: 'Select the text and copy it yourself.',
  },

  alert: {
    spotifySaid: 'Spotify says:',
    stillFilledIn: 'Everything is still filled in.',
    connectAgain: 'Connect again',
    addressSent: 'Address to add',
    copyAddress: 'Copy this address',
    addressCopied: 'Redirect URI copied',
    withoutPort: (other: string) => `Or ${other}: Spotify’s documentation says that it matches any port.`,
    tryAgain: 'Try again',
    againLater: 'When the wait is over, a button to try again appears here.',
    dashboard: 'Open Spotify’s dashboard',
    openIssues: 'See Spotify’s ongoing issues',
    retryAt: (time: string) => `Spotify accepts requests again ${time}. Trying sooner doesn’t help.`,
    pauseUnknown:
      'Wait 30 seconds. The pause is usually a few seconds, but it can be hours. This page can’t see how long.',
    tokenInLink:
      'Remove the app at spotify.com/account/apps, which revokes the token. Then connect again to get a new one.',
    otherWorker: (host: string) =>
      `Another program that used ${host} left a service worker, which can change this page. In the browser’s settings, delete the site data of this address, then reload.`,
    bug: 'This page has a bug',
    bugReason: 'Refrain did not expect this. Your tokens were sent to Spotify only.',
    bugCure: 'Reload the page. If it happens again, please report it.',
  },

  leaving: {
    refreshing: 'Spotify may be sending a new refresh token right now. If you leave, it is lost.',
    notCopied: 'You haven’t copied the token. If you leave, it is lost.',
    confirm: (loss: string) => `${loss} Leave anyway?`,
  },

  field: {
    error: (text: string) => `Error: ${text}`,
    toSpotifyOnly,
    toEmulatorOnly,
    clientSecret: 'Client secret',
    show: 'Show',
    hide: 'Hide',
    showSecret: 'Show client secret',
    hideSecret: 'Hide client secret',
    noSecret: 'Enter the client secret',
    wrongSecret: 'Spotify rejects this secret for this client ID',
  },

  waiting: {
    heading: 'Approved',
    title: 'Getting your token',
    subtitle: 'Exchanging Spotify’s code for a token.',
  },

  asking: 'Asking Spotify for the token.',

  secretStep: {
    heading: 'Approved',
    title: 'One more step',
    subtitle: 'One more step: the client secret, then you have the token.',
    enter: 'Enter the client secret',
    how: 'Your server code needs it too. It is next to the client ID, under **View client secret**.',
    howPractice: 'Your server code needs it too. The secret of the practice app is `{secret}`.',
    getToken: 'Get token',
    hint: 'Your approval is valid for a few minutes. If it expires, connect again.',
  },

  practice: {
    consent: {
      heading: 'Do you agree?',
      title: 'Do you agree?',
      subtitle: 'Spotify asks this on a page of its own. Here nothing is real.',
      asks: 'The app can then see or do:',
      always: 'Your name, picture and public playlists',
      clientId: 'Client ID',
      agree: 'Agree',
      cancel: 'Cancel',
      goesTo: 'Both buttons lead back to',
    },
    controls: {
      heading: 'Practice',
      what: 'Songs, names and tokens are made up here. They work only in this tab. The programs below are for Spotify and need a real token.',
      rotate: 'Rotate at the next refresh',
      rotates: 'The next refresh replaces the refresh token.',
      doesNotRotate: 'The next refresh keeps the refresh token.',
      renewDay: 'Five months later',
      isRenewDay: 'Day 150: time to renew.',
      afterEnd: 'Six months later',
      isOver: 'Day 181: the refresh token has expired.',
      leave: 'Leave practice',
    },
  },

  deadEnd: {
    heading: 'What did Spotify say?',
    text: 'You came back without an answer from Spotify. If it showed a white page with one line of text, choose that line.',
    sameEntries: 'Everything you entered is still here.',
    other: 'Or paste what it said',
    explain: 'Explain',
    none: 'None of these',
    goOn: 'Continue with the form.',
  },

  wrongAddress: {
    here: 'You are here',
    whitePage: 'Spotify would stop with “redirect_uri: Insecure”.',
    onHere: 'Continue here',
    openAt: (host: string) => `Open at ${host}`,
    samePage: 'Same page, same port. If it doesn’t open, make your server listen on 127.0.0.1.',
    samePageIfServed: 'The same page, if it is served there.',
    hyphenRefused: 'Spotify has rejected hyphens in the path of an address on your own machine.',
    hyphen: 'Serve this page at 127.0.0.1 from a folder without a hyphen in its path,',
    https: 'Serve this page over https,',
    orStart: 'or on your own machine with `npm start`, which opens it at `http://127.0.0.1:8888/`.',
  },

  looksLike: {
    placeholder: 'This is a placeholder',
    address: 'This is an address',
    access_token: 'This is an access token',
    refresh_token: 'This is a refresh token',
    client_secret: 'This is a client secret',
    client_id_or_secret: 'This is a client ID or a client secret',
  },

  check: {
    heading: 'Check a refresh token',
    subtitle:
      'See whether it works, whose it is and when it expires. Checking uses it once: if Spotify replaces it, you see the new one first.',
    paste: 'Paste the token',
    token: 'Your refresh token',
    tokenHint: (destination: string) => `Or a whole .env file: it fills in the rest. ${destination}`,
    noToken: 'Paste the refresh token',
    app: 'And its app',
    clientId: 'Client ID',
    day: 'When you approved it',
    optional: '(optional)',
    dayHint: 'Needed to tell when it expires.',
    wrongDay: 'Enter a date, or leave it empty',
    unbelievedDay: 'Not used: it is in the future or before 2020',
    differs: 'The text names another client ID or date. What you entered is used.',
    noClientId: 'Enter the client ID that the token belongs to',
    needsSecret: 'It needs a client secret',
    secretHint: (destination: string) =>
      `A token that was issued with a client secret needs it again here. ${destination}`,
    submit: 'Check token',
    asking: 'Asking Spotify about the token.',
  },

  result: {
    refreshToken: 'You have a refresh token',
    accessToken: 'You have an access token',
    checked: 'Your refresh token',
    worksTitle: 'Your token works',
    replaced: 'Spotify replaced your refresh token',
    replacedTitle: 'Keep the new refresh token',
    renew: 'Renew your refresh token',
    daysLeft: (days: number) => `${count(days, 'day', 'days')} left`,
    expired: 'Your token has expired',
    yourToken: 'Your token',
    until: (day: string) => `Your token, until ${day}`,
    untilTime: (time: string) => `Your token, until ${time}`,
  },

  expires: {
    heading: 'Expires',
    unknown: 'Not known: a token doesn’t carry its date.',
    day: 'When you approved it',
    dayHint: 'The token expires 180 days later. With the day you also get a reminder.',
    wrongDay: 'Enter a date',
    unbelievedDay: 'Not used: it is in the future or before 2020',
    otherDay: 'Enter another day',
    daysLeft: (days: number, renewFrom: string) =>
      `**${days}** ${days === 1 ? 'day' : 'days'} left. Refreshing doesn’t extend it. Renew from ${renewFrom}: sign in again.`,
    renewNow: (days: number) =>
      `**${days}** ${days === 1 ? 'day' : 'days'} left. One approval on Spotify, same app, same scopes, and you have 180 again.`,
    past: 'Expired. Renew to get a new token.',
    renew: 'Renew',
    reminder: 'Download a reminder',
    reminderDays: (days: readonly string[]) => `A calendar file (.ics): ${days.join(' and ')}.`,
    remember: 'Remember the client ID in this browser',
    accessUnknown: 'Not known: Spotify’s answer doesn’t say. Usually it is valid for one hour.',
    accessToday: (day: string, lifetime: string) =>
      `Today, ${day}: this access token is valid for ${lifetime} and can’t be extended.`,
    accessOn: (day: string, lifetime: string) =>
      `On ${day}: this access token is valid for ${lifetime} and can’t be extended.`,
    clientCredentials: 'This grant has no refresh token. Get a new access token whenever you need one.',
    temporary: `${droppedRefreshToken} at [spotify.com/account/apps](apps).`,
    temporaryPractice: `${droppedRefreshToken}.`,
    noRefreshToken: connectForRefreshToken,
  },

  lifeBar: {
    label: (start: string, end: string, day: number, daysLeft: number, renewFrom: string) =>
      `180 days from ${start} to ${end}. Today is day ${day}, and ${count(daysLeft, 'day is', 'days are')} left. ` +
      `Renew in the last 30 days, from ${renewFrom}.`,
    today: 'Today',
    renew: 'Renew',
    from: (day: string) => `from ${day}`,
  },

  token: {
    refresh: { name: 'Refresh token', copy: 'Copy refresh token', copied: 'Refresh token copied' },
    access: { name: 'Access token', copy: 'Copy access token', copied: 'Access token copied' },
    newRefreshToken: 'New refresh token',
    saveNew: 'Save this one now. The old one may stop working.',
    hint: `${treatLikePassword} ${goneWithTab}`,
    hintChecked: `${treatLikePassword} It is the one you checked.`,
    hintOld: 'The one you checked. Replace it once you have renewed.',
    hintNotListed: 'Keep it: it works as soon as the account is on the list.',
  },

  env: {
    copy: 'Copy .env',
    copied: '.env file copied',
    downloadInstead: 'Download it instead.',
    download: 'Download .env',
    downloaded: 'Downloaded as spotify.env.',
  },

  envFile: {
    practice: 'Practice: these values are made up. They worked only in the tab that wrote this file.',
    keepSecret: 'Treat this file like a password. Keep it out of version control.',
    addSecret: 'Refrain does not keep the client secret. Add it here and remove the #:',
    consentUnknown: 'The date of consent is not known, so this file does not say when the refresh token expires.',
    expires: (end: string) => `The refresh token expires on ${end}, 180 days after consent.`,
    signInAgain: 'Refreshing does not extend it: sign in again before that.',
    accessUnknown: 'The expiry of the access token is not known. Usually it is an hour.',
    accessExpires: (end: string) => `The access token expires at ${end}.`,
  },

  accessToken: {
    expired: 'expired',
    expiryUnknown: 'expiry unknown',
    hours: (hours: number, minutes: number) => `${hours} h ${minutes} min left`,
    minutes: (minutes: number) => `${minutes} min left`,
    seconds: (seconds: number) => `${seconds} s left`,
    hasExpired: 'The access token has expired.',
    refresh: 'Refresh access token',
    refreshed: 'New access token. The refresh token stays the same.',
    refreshedBoth: 'New access token, and a new refresh token: keep that one.',
    secretHint:
      'A token that was issued with a client secret is refreshed with it. This page no longer has it: enter it again.',
  },

  scopes: {
    granted: 'Granted scopes',
    asAsked: (number: number) => `${number}, as asked`,
    someMissing: (number: number, missing: number) => `${number}, ${missing} missing`,
    unknown: 'not listed',
    notStated: 'Spotify’s answer doesn’t list them.',
    notStatedAsked: 'Spotify’s answer doesn’t list them. You asked for:',
    none: 'None: this token can read public data only.',
    missing: 'Asked for, not granted',
  },

  tryIt: {
    heading: 'Try it',
    noUser: 'This token reads public catalogue data. It belongs to the app, so it has no account and no history.',
    asking: 'Asking Spotify whose token this is and what was played last.',
    playedBy: '**Works:** signed in as {name}, last played {title} by {by}, {ago}.',
    playedFrom: '**Works:** signed in as {name}, last played {title} from {by}, {ago}.',
    played: '**Works:** signed in as {name}, last played {title}, {ago}.',
    noPlays:
      '**Works:** signed in as {name}. Spotify has no plays for this account yet: it counts a play after 30 seconds.',
    noScope:
      '**Works:** signed in as {name}. To show what was played last, it needs the scope `user-read-recently-played`.',
    but: {
      user_not_registered: 'But Spotify refuses this account',
      premium_required: 'But the app’s owner needs Premium',
      forbidden: 'But Spotify refuses this request',
    },
    askAgain: 'Ask again',
    untitled: 'Untitled',
  },

  codeTabs: {
    label: (name: string) => `${name} code`,
    copy: 'Copy',
    copyName: (name: string) => `Copy ${name} code`,
    copied: (name: string) => `${name} code copied`,
    downloaded: (file: string) => `Downloaded as ${file}.`,
  },

  showIt: {
    heading: 'Show it on your site',
    card: 'Your card, live',
    /** Read after a title, which may be in the card twice, and under the headline too. */
    row: (position: number) => `row ${position}`,
    asking: 'Asking Spotify what was played last.',
    noScope: 'The card needs the scope `user-read-recently-played`.',
    refused: 'Your plays appear here once Spotify lets the account in.',
    failed: 'Your plays appear here once Spotify answers.',
    needsRefreshToken: 'A site needs a refresh token, which is valid for six months.',
    download: 'Download the whole file',
    file: (file: string) => `${file}, for GitHub Pages`,
    /** The other tabs have names that are the same in every language. */
    tabs: { 'Static site': 'Static site', 'HTML element': 'HTML element' },
    hints: {
      'Static site': `No server: a GitHub Action writes the files twice an hour, with the token from its secrets. Put \`{packed}\` into the repository. ${madeByPack}`,
      README:
        'A card in light and dark, linked to the song. Replace `example.com/listening` with your handler’s address.',
      'HTML element':
        'For any page. Replace `example.com/listening` with your handler’s address. On a static site, the script is `define-element.js`.',
      'Next.js': `Or any server that takes a Request and returns a Response: Workers, Deno, Bun. ${install}`,
    },
  },

  useIt: {
    heading: 'Use it',
    download: 'Download the whole program',
    file: (file: string) => `${file}, with errors handled`,
    hints: {
      refrain: `Refreshes when needed, saves a new token, warns before it expires. ${install}`,
      JavaScript: 'Node 20 or newer, no library.',
      Python: 'With `requests`.',
      curl: 'In a shell where the token is set. With `jq`.',
    },
  },

  calendar: {
    summary: (end: string) => `Renew the Spotify refresh token, which expires on ${end}`,
    summaryPractice: (end: string) => `Practice: Renew the Spotify refresh token, which expires on ${end}`,
    expires: (end: string) =>
      `The refresh token expires on ${end}, six months after you approved it. Refreshing doesn’t extend it.`,
    approved: (day: string) => `You approved it on ${day}.`,
    signInAgain: 'Sign in again. The form is filled in as before:',
    startAgain: (query: string) =>
      `Start Refrain again: npm start in its folder, or refrain page. To fill in the form, add this to its address:\n${query}`,
  },
};
