/** What is told about one kind of failure, in plain words. */
export interface Explanation {
  /** A short heading. */
  readonly title: string;
  /** What happened. */
  readonly message: string;
  /** The likely reason. */
  readonly why: string;
  /** What to do next. */
  readonly cure: string;
}

const connectAgain = 'Connect again: it takes a new consent and a few seconds.';
const dashboard = 'In Spotify’s dashboard, under Settings → Redirect URIs, ';

/**
 * Every failure on the way to a token and to the first plays, with its meaning and its cure: one table for page,
 * command and handler. Texts hold no figures of one case (a time, a name): those come with the error itself.
 */
export const explanations = {
  // The callback
  access_denied: {
    title: 'Spotify was told no',
    message: 'Consent was refused, so there is no token.',
    why: 'Whoever was signed in chose Cancel; perhaps the scopes asked for too much.',
    cure: 'Take away the scopes that you can do without, then connect again.',
  },
  authorization_refused: {
    title: 'Spotify sent an error back',
    message: 'Spotify ended the sign-in with an error of its own and gave no code.',
    why: 'The request did not suit Spotify, or Spotify had trouble at that moment.',
    cure: 'Connect again. If the same word comes back, look it up among Spotify’s authorization errors.',
  },
  state_missing: {
    title: 'An answer without its mark',
    message: 'The answer carries no state, so nothing ties it to your sign-in. It was not used.',
    why: 'The link was cut, or somebody other than Spotify made it.',
    cure: connectAgain,
  },
  state_mismatch: {
    title: 'An answer to another question',
    message: 'The answer belongs to another sign-in than the one that began here. It was not used.',
    why: 'It comes from another tab or an older try, or somebody else made the link.',
    cure: 'Finish in the tab where you began, or connect again here.',
  },
  callback_replayed: {
    title: 'This answer was used already',
    message: 'The address holds an answer from Spotify that has been handled before. It was not used again.',
    why: 'A code works once; the page was reloaded or the address opened a second time.',
    cure: connectAgain,
  },
  callback_malformed: {
    title: 'Spotify’s answer is not whole',
    message: 'The answer in the address says too little, or something twice, or both yes and no. It was not used.',
    why: 'The link was changed or cut on its way, or Spotify did not make it.',
    cure: connectAgain,
  },
  issuer_mismatch: {
    title: 'An answer from somebody else',
    message: 'The answer names a sender that is not Spotify’s accounts service. It was not used.',
    why: 'Another service, or somebody with ill intent, sent you here.',
    cure: 'Connect again from here, and do not follow the link that brought you.',
  },
  try_missing: {
    title: 'No sign-in is under way',
    message: 'The address holds an answer from Spotify, but no sign-in waits for it in this tab.',
    why: 'It comes from your history, or the sign-in began in another tab or browser.',
    cure: connectAgain,
  },
  try_elsewhere: {
    title: 'This sign-in began with another host',
    message:
      'The sign-in that waits here was begun with another accounts service, or at another address. Nothing was sent.',
    why: 'Practice and Spotify were exchanged on the way, or the page was set up anew.',
    cure: connectAgain,
  },
  implicit_grant_gone: {
    title: 'The Implicit Grant has ended',
    message: 'Spotify no longer gives tokens straight into the address (response_type=token).',
    why: 'It ended the Implicit Grant on 27 November 2025.',
    cure: 'Choose “Just to try the API” instead: an access token for an hour, without a secret.',
  },

  // Spotify’s white pages, which lead nowhere
  redirect_uri_mismatch: {
    title: 'The redirect URI is not registered',
    message: 'Spotify does not find this redirect URI in your app.',
    why: 'It is compared letter for letter, the last slash too; or it was typed but not added and saved.',
    cure: `${dashboard}paste the redirect URI exactly, press Add, then Save at the foot of the page.`,
  },
  redirect_uri_insecure: {
    title: 'The redirect URI is not secure',
    message: 'Spotify refuses this redirect URI as insecure.',
    why: 'Plain http is taken on 127.0.0.1 and [::1] alone, and the name localhost not even over https.',
    cure: 'Use https, or http with 127.0.0.1 on your own machine, and register that address.',
  },
  redirect_uri_localhost: {
    title: 'Not localhost, 127.0.0.1',
    message: 'Spotify refuses the name localhost in a redirect URI, even over https.',
    why: 'Since 2025 only the numbers 127.0.0.1 and [::1] count as your own machine.',
    cure: 'Open the same page at 127.0.0.1, with the same port, and register that address.',
  },
  redirect_uri_malformed: {
    title: 'This is no redirect URI',
    message: 'Spotify cannot send anybody back to this address.',
    why: 'A redirect URI is an absolute address without a fragment, and no file on a disk.',
    cure: 'Serve the page over https, or on your own machine at http://127.0.0.1, and register that address.',
  },
  client_id_missing: {
    title: 'No client ID arrived',
    message: 'Spotify was asked without a client ID.',
    why: 'The box was empty, or the address was cut at its first “&” by the program that opened it.',
    cure: 'Paste the client ID from your app’s Settings, under Basic Information.',
  },
  client_unknown: {
    title: 'Spotify does not know this client ID',
    message: 'No app with this client ID exists.',
    why: 'It was cut or mistyped, or the app has been deleted.',
    cure: 'Copy the client ID again from your app’s Settings, under Basic Information.',
  },
  scope_illegal: {
    title: 'Spotify does not know one of the scopes',
    message: 'Spotify refuses the request because of a scope.',
    why: 'A scope is misspelt, has been withdrawn, or is closed to your app.',
    cure: 'Ask for the scopes listed here alone, then connect again.',
  },
  response_type_wrong: {
    title: 'Spotify wants response_type=code',
    message: 'Spotify was asked for another kind of answer than a code.',
    why: 'The address was changed, or made by an older tool.',
    cure: 'Connect again from here.',
  },

  // The token endpoint
  invalid_client: {
    title: 'Spotify does not accept the app',
    message: 'Spotify does not accept this client ID together with how the app signed in.',
    why: 'The client ID is not known, or a client secret was due and none came.',
    cure: 'Check the client ID and, where one is asked for, the client secret in your app’s Settings.',
  },
  client_secret_wrong: {
    title: 'The client secret is wrong',
    message: 'Spotify does not accept this client secret.',
    why: 'It was cut or mistyped, belongs to another app, or has been replaced by a newer one.',
    cure: 'Choose View client secret in your app’s Settings, copy it whole, and try again.',
  },
  authorization_code_expired: {
    title: 'Spotify’s permission ran out',
    message: 'The code from Spotify was too old to be exchanged for a token.',
    why: 'It lives for a few minutes only.',
    cure: connectAgain,
  },
  authorization_code_invalid: {
    title: 'Spotify does not accept the code',
    message: 'The code from Spotify could not be exchanged for a token.',
    why: 'A code works once: it was used before, or cut on its way.',
    cure: connectAgain,
  },
  redirect_uri_changed: {
    title: 'The redirect URI changed on the way',
    message: 'Spotify saw another redirect URI at the end than at the beginning.',
    why: 'Both must be the same, letter for letter; the page moved between the two.',
    cure: 'Connect again, and stay at the same address until the token is there.',
  },
  code_verifier_wrong: {
    title: 'The proof does not match',
    message: 'Spotify does not accept the code verifier, the proof that the same page asks that began.',
    why: 'The answer belongs to another try than the one that was kept.',
    cure: connectAgain,
  },
  refresh_token_refused: {
    title: 'Spotify refuses the refresh token',
    message: 'Spotify gives no new access token for this refresh token.',
    why: 'It is six months old, cut, of another app, or the app was removed from the account. Spotify does not say which.',
    cure: 'Check that it is whole and belongs to this client ID. If so, connect again for a new one.',
  },
  refresh_token_expired: {
    title: 'The refresh token has expired',
    message: 'Spotify gives no new access token: the six months since consent are over.',
    why: 'A refresh token lives for six months from consent, and refreshing does not prolong it.',
    cure: 'Connect again: only a new consent brings a new refresh token.',
  },
  refresh_token_suspect: {
    title: 'Spotify refuses a token that should live',
    message: 'Spotify refuses this refresh token, and its six months are not known to be over.',
    why: 'The app was removed from the account or the password reset; or Spotify is mistaken, as in outages before.',
    cure: 'Keep the token and try again in a quarter of an hour. If it is still refused, connect again.',
  },
  invalid_request: {
    title: 'Spotify does not understand the request',
    message: 'Spotify says that something in the request for a token is missing or does not fit.',
    why: 'A token that was got with a client secret is often refreshed with that secret only.',
    cure: 'If the token was got with a client secret, give the secret too. Otherwise connect again.',
  },
  unsupported_grant_type: {
    title: 'Spotify does not know this grant',
    message: 'Spotify does not give tokens in the way that was asked for.',
    why: 'Another server answered, or something changed the request on its way.',
    cure: 'Check for a proxy between you and Spotify, then try again.',
  },
  refresh_token_missing: {
    title: 'No refresh token came',
    message: 'Spotify gave an access token but not the refresh token that was due.',
    why: 'Spotify’s answer left it out. Nothing was lost on this side.',
    cure: 'Use the access token while it lives, and connect again for a refresh token.',
  },
  answer_unreadable: {
    title: 'The answer makes no sense',
    message: 'What came back is not an answer of Spotify’s that can be read. It was not used.',
    why: 'A proxy or a network’s login page stands in between, or the answer was cut.',
    cure: 'Check that this network lets you through to Spotify, then try again.',
  },
  answer_too_large: {
    title: 'The answer is far too long',
    message: 'More than one megabyte came back, so reading was stopped. Nothing of it was used.',
    why: 'Spotify’s answers are short; something else answered in its place.',
    cure: 'Check for a proxy between you and Spotify, then try again.',
  },
  timed_out: {
    title: 'Spotify did not answer in time',
    message: 'No whole answer came within ten seconds.',
    why: 'The network is slow or stuck, or Spotify is.',
    cure: 'Try again. If a code was on its way, it may be spent: then connect again.',
  },
  network: {
    title: 'Spotify could not be reached',
    message: 'The request never came back. A browser does not say why.',
    why: 'You are offline, a blocker or proxy stops it, the network wants a login first, or Spotify asks for a pause.',
    cure: 'Check the connection, switch blockers off for this page, wait half a minute, and try again.',
  },
  rate_limited: {
    title: 'Spotify asks for a pause',
    message: 'Too many requests came from this app in a short time.',
    why: 'Spotify counts over half a minute, for the whole app.',
    cure: 'Wait half a minute, or until the time given here, and try again.',
  },
  quota_exceeded: {
    title: 'The app has used up its share',
    message: 'Spotify answers no more requests of yours for now.',
    why: 'All apps of one developer share one quota, and it is used up. The wait can be many hours.',
    cure: 'Stop until the time given here, or until tomorrow where none is. Asking sooner does not help.',
  },
  spotify_unavailable: {
    title: 'Spotify has trouble',
    message: 'Spotify could not answer just now. Your entries and tokens are not the cause.',
    why: 'Its servers are overloaded or being worked on.',
    cure: 'Try again in a minute.',
  },
  token_request_refused: {
    title: 'Spotify gives no token',
    message: 'Spotify refuses the request for a token, with a word of its own.',
    why: 'The word is not one that Spotify is known to use here.',
    cure: 'Try again. If it stays, look for Spotify’s word in its developer forum.',
  },

  // The Web API
  access_token_expired: {
    title: 'The access token is over',
    message: 'Spotify does not accept this access token.',
    why: 'It lives for an hour, and ends sooner if the app is removed from the account.',
    cure: 'Refresh it, or connect again.',
  },
  scope_missing: {
    title: 'A scope is missing',
    message: 'This token may not ask for that.',
    why: 'The scope that opens it was not asked for, or not granted, at consent.',
    cure: 'Add the scope and connect again; refreshing adds none.',
  },
  user_not_registered: {
    title: 'This account is not on the app’s list',
    message: 'The token is good, but the app does not let this account in.',
    why: 'An app in development mode serves five accounts, each named by its owner.',
    cure: 'In Spotify’s dashboard, under User Management, add the account’s name and Spotify e-mail. Then try again.',
  },
  premium_required: {
    title: 'The app’s owner needs Premium',
    message: 'The token is good, but Spotify has stopped the app.',
    why: 'An app in development mode works only while its owner has Spotify Premium.',
    cure: 'Have the app’s owner take up Premium again, wait a little, and try again.',
  },
  forbidden: {
    title: 'Spotify does not allow this',
    message: 'Spotify understood the request and refuses it.',
    why: 'Most often the account is not on the app’s list, the owner has no Premium, or development mode has no such call.',
    cure: 'Check User Management in Spotify’s dashboard and the owner’s Premium, then try again.',
  },

  // The page and its surroundings
  endpoint_refused: {
    title: 'That is no place for tokens',
    message: 'The address given for Spotify’s accounts service or Web API is not usable.',
    why: 'It must be an origin alone: https, or http on this machine (127.0.0.1).',
    cure: 'Correct the address (https://host, without path), or leave it out to talk to Spotify.',
  },
  storage_blocked: {
    title: 'The browser keeps nothing for this page',
    message: 'The sign-in cannot go on, because the browser does not let the page remember it for the trip to Spotify.',
    why: 'Storage is blocked for this site, or the page stands in a restricted window.',
    cure: 'Allow site data for this address, or use another browser or window.',
  },
  secret_in_link: {
    title: 'A secret was in the link',
    message: 'The link carried a secret or a token. It was taken out of the address and not used.',
    why: 'Addresses are kept in histories and logs: what stood there counts as leaked.',
    cure: 'Replace the client secret in Spotify’s dashboard, or remove the app at spotify.com/account/apps.',
  },
  tokens_wiped: {
    title: 'The tokens were wiped',
    message: 'The tokens are no longer on this page.',
    why: 'They are wiped when the page is left, so that nobody finds them by going back.',
    cure: 'If you have not copied them, connect again: it takes a new consent and a few seconds.',
  },
  code_lost: {
    title: 'Spotify’s permission is gone',
    message: 'The page was loaded anew before the client secret was typed, and the code went with it.',
    why: 'The code is held in memory alone, so that it is never stored.',
    cure: connectAgain,
  },
  // Keeping a token
  not_logged_in: {
    title: 'No token is kept here',
    message: 'There is no refresh token to work with.',
    why: 'Nobody has logged in yet, or the token was forgotten by a logout.',
    cure: 'Log in: refrain login. Or set SPOTIFY_CLIENT_ID and SPOTIFY_REFRESH_TOKEN.',
  },
  refresh_token_in_doubt: {
    title: 'The refresh token is in doubt',
    message: 'An answer of Spotify’s that may have carried the next refresh token never came. Nothing is sent unasked.',
    why: 'This app’s tokens work once each. To send one again that is spent could end the whole line.',
    cure: 'Renew it: refrain renew tries the token once, and asks for a new consent if it is spent.',
  },
  refresh_under_way: {
    title: 'Another process is refreshing',
    message: 'Another process has claimed this refresh and has not finished it.',
    why: 'It is slow, or it has been stopped. While it lives, its refresh is not repeated.',
    cure: 'Try again in a few seconds. If it stays so, end the process that hangs.',
  },
  client_secret_missing: {
    title: 'The client secret is missing',
    message: 'This token was got with the client secret and is refreshed with it only.',
    why: 'The secret is neither kept beside the token nor given.',
    cure: 'Set SPOTIFY_CLIENT_SECRET, or log in again without a secret.',
  },
  accounts_url_mismatch: {
    title: 'The token belongs to another Spotify',
    message: 'The token kept here was given by another accounts service than the one set now. Nothing was sent.',
    why: 'SPOTIFY_ACCOUNTS_URL has changed since the login, perhaps to or from the emulator.',
    cure: 'Set it as it was, or log in under another profile name.',
  },
  client_id_mismatch: {
    title: 'The token belongs to another app',
    message: 'The token kept here was given to another client ID than the one set now. Nothing was sent.',
    why: 'A refresh token works for the app that got it and for no other.',
    cure: 'Use the client ID that it was got with, or log in under another profile name.',
  },
  account_mismatch: {
    title: 'That is another account',
    message: 'The new consent was given by another Spotify account than the kept token’s. The old token stays.',
    why: 'Another person was signed in to Spotify in that browser.',
    cure: 'Sign out at accounts.spotify.com and renew again, or log in under another profile name.',
  },
  store_not_atomic: {
    title: 'This store cannot hold a token',
    message: 'The store given cannot compare and replace in one step.',
    why: 'Where two processes may both write, one of them would overwrite the only token that works.',
    cure: 'Use the file or Redis store, or give yours a replace() that writes only over the version it was told.',
  },
  store_failed: {
    title: 'The token cannot be kept',
    message: 'The place where the token is kept cannot be read or written now.',
    why: 'A disk is full, a folder is not writable, or the server that holds it is away.',
    cure: 'See that this place is there, has room and can be written, then try again.',
  },
  store_unsafe: {
    title: 'The token’s place is not safe',
    message: 'The file or folder where the token is kept is a link, or others may read or own it. It was not used.',
    why: 'Whoever can read the file can use the token.',
    cure: 'Make it yours alone (folder mode 700, files 600), or set REFRAIN_HOME to a folder of your own.',
  },
  record_corrupt: {
    title: 'The kept token cannot be read',
    message: 'What is kept is damaged. It was set aside, not deleted.',
    why: 'A disk fault, or the file was edited by hand.',
    cure: 'Mend the file named below and put it back, or log in again.',
  },
  record_newer: {
    title: 'A newer Refrain wrote this',
    message: 'What is kept was written by a newer version of Refrain. It was not touched.',
    why: 'An older version would lose what it does not know.',
    cure: 'Update Refrain on this machine.',
  },

  // The command
  wrong_usage: {
    title: 'That is not how it is used',
    message: 'The command cannot do what it was told.',
    why: 'A flag, a name or a value is not known, or two do not go together.',
    cure: 'Add --help to see what there is.',
  },
  port_taken: {
    title: 'The port is taken',
    message: 'Another program listens on the port that was asked for.',
    why: 'It may be another login that still waits.',
    cure: 'Leave --port out to take a free one, or choose another and register that address.',
  },
  login_timed_out: {
    title: 'Nobody came back from Spotify',
    message: 'The sign-in was not finished in time. Nothing was kept.',
    why: 'The browser was closed, or Spotify showed a page that leads nowhere back.',
    cure: 'Try again. If Spotify showed an error line, look it up: refrain check.',
  },
  interrupted: {
    title: 'Ended before it was done',
    message: 'Ended before it was done. Nothing was lost.',
    why: 'Ctrl-C was pressed, or the process was asked to end.',
    cure: 'Start it again whenever you like.',
  },
  unexpected: {
    title: 'Refrain itself failed',
    message: 'Something happened that Refrain was not made for.',
    why: 'A fault of Refrain’s own, or of this machine.',
    cure: 'Try again. If it stays, report it with the line above, which holds no secret.',
  },
  value_not_kept: {
    title: 'That is not kept',
    message: 'There is no such value to hand on with this token.',
    why: 'A token that is refreshed without a secret needs none; a date is kept only where it is known.',
    cure: 'Leave it out: what is kept is enough, and refrain env - shows all of it.',
  },
  program_missing: {
    title: 'Another program is missing, or it failed',
    message: 'A program that this needs is not installed, or it did not do what it was asked.',
    why: 'Refrain leaves the talking to others’ services to their own programs.',
    cure: 'Install it, sign in to it, or mend what it says. Then try again.',
  },
} as const satisfies Record<string, Explanation>;

/** The closed list of what can go wrong. */
export type ErrorCode = keyof typeof explanations;

/** Every error code, in the order of the way through: callback, dead ends, token endpoint, Web API, page. */
export const errorCodes = Object.keys(explanations) as readonly ErrorCode[];
