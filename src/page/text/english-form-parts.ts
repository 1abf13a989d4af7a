/** What the form says only to few visitors. It loads with `form/form-parts.ts`. */
export const englishFormParts = {
  link: 'Link',
  copyLinkRefused: 'The browser refused to copy. Copy the address of this page instead.',

  practiceOpen: 'Practice is open. Everything in it is made up.',
  practiceAgain: 'The page was reloaded, so practice starts again from the beginning.',

  clientIdLength: (length: number) => `Usually 32 characters, this has ${length}`,
  clientIdCharacters: 'Usually only 0–9 and a–f',

  show: 'Show',
  hide: 'Hide',
  showSecret: 'Show client secret',
  hideSecret: 'Hide client secret',
  withoutPort: (other: string) =>
    `Spotify’s documentation says that ${other} matches any port. You can add it too, for other ports.`,

  inLink: {
    parameter: (name: string) => `parameter “${name}”`,
    clientId: (name: string) => `client ID “${name}”`,
    grant: (name: string) => `grant “${name}”`,
    scope: (name: string) => `scope “${name}”`,
    lang: (name: string) => `language “${name}”`,
  },
  ignored: (names: readonly string[], more: number) =>
    `Ignored in the link, because it is unknown or given twice: ${names.join(', ')}${more > 0 ? ` and ${more} more` : ''}.`,

  found: (count: number) => `${count} ${count === 1 ? 'scope' : 'scopes'} found`,
  /** After the number. */
  endpoints: (count: number): string => (count === 1 ? 'endpoint' : 'endpoints'),
  endpointsOf: (scope: string) => `of ${scope}`,
  closed: 'Closed in development mode:',
};
