/** What the first script says: the form, its marks and its errors. Every byte of it counts before Connect works. */
export const englishForm = {
  copied: (name: string) => `${name} copied`,
  copyRefused: (name: string) => `The browser refused to copy. The ${name} is selected: copy it yourself.`,
  redirectUri: 'Redirect URI',
  link: 'Link',
  copyLinkRefused: 'The browser refused to copy. Copy the address of this page instead.',
  withoutPort: (other: string) =>
    `By Spotify’s documentation, ${other} matches any port: you can add it too, for other ports.`,

  error: (text: string) => `Error: ${text}`,
  practice: (title: string) => `Practice. ${title}`,
  renew: 'Renew',
  loadingPractice: 'Loading practice',
  practiceOpen: 'Practice is open. Everything in it is made up.',
  practiceAgain: 'The page was reloaded, so practice starts again from the beginning.',
  noClientId: 'Enter your app’s client ID. It is in the app’s Settings.',
  noClientSecret: 'Enter the app’s client secret. It is next to the client ID, under View client secret.',
  show: 'Show',
  hide: 'Hide',
  showSecret: 'Show client secret',
  hideSecret: 'Hide client secret',

  clientIdLength: (length: number) => `Usually 32 characters, this has ${length}`,
  clientIdCharacters: 'Usually only 0–9 and a–f',

  fromLink: 'From the link',
  inLink: {
    parameter: (name: string) => `parameter “${name}”`,
    clientId: (name: string) => `client ID “${name}”`,
    grant: (name: string) => `grant “${name}”`,
    scope: (name: string) => `scope “${name}”`,
    lang: (name: string) => `language “${name}”`,
  },
  ignored: (names: readonly string[], more: number) =>
    `Ignored in the link, because it is unknown or given twice: ${names.join(', ')}${more > 0 ? ` and ${more} more` : ''}.`,

  scopes: (count: number) => `${count} ${count === 1 ? 'scope' : 'scopes'}`,
  chosen: (count: number) => `${count} ${count === 1 ? 'scope' : 'scopes'} chosen`,
  ofAll: (chosen: number, all: number) => `${chosen} of ${all} chosen. Pick only what you need.`,
  found: (count: number) => `${count} ${count === 1 ? 'scope' : 'scopes'} found`,
  change: 'Change',
  done: 'Done',
  ownChoice: 'Your own choice',
  ownChoiceHint: 'Chosen one by one.',
  noScopes: 'None',
  noScopesHint: 'Only public data and your public profile.',
  /** After the number. */
  endpoints: (count: number): string => (count === 1 ? 'endpoint' : 'endpoints'),
  endpointsOf: (scope: string) => `of ${scope}`,
  closed: 'Closed in development mode:',

  loadFailed: 'Part of this page failed to load',
  loadFailedCure: 'Check your connection, then try again. Everything you entered is still here.',
  tryAgain: 'Try again',
};
