/** What the first script says: the form, its marks and its errors. Every byte of it counts before Connect works. */
export const englishForm = {
  copied: (name: string) => `${name} copied`,
  copyRefused: (name: string) => `The browser refused to copy. ${name} is selected: copy it yourself.`,
  redirectUri: 'Redirect URI',

  error: (text: string) => `Error: ${text}`,
  practice: (title: string) => `Practice. ${title}`,
  renew: 'Renew',
  loadingPractice: 'Loading practice',
  noClientId: 'Enter your app’s client ID.',
  noClientSecret: 'Enter the app’s client secret.',

  fromLink: 'From the link',

  scopes: (count: number) => `${count} ${count === 1 ? 'scope' : 'scopes'}`,
  chosen: (count: number) => `${count} ${count === 1 ? 'scope' : 'scopes'} chosen`,
  ofAll: (chosen: number, all: number) => `${chosen} of ${all} chosen. Pick only what you need.`,
  change: 'Change',
  done: 'Done',
  ownChoice: 'Your own choice',
  ownChoiceHint: 'Chosen one by one.',
  noScopes: 'None',
  noScopesHint: 'Only public data and your public profile.',

  loadFailed: 'Part of this page failed to load',
  loadFailedCure: 'Check your connection, then try again. Everything you entered is still here.',
  loadAgain: 'Load again',
};
