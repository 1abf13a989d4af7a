import type { FormText } from '../catalogue.ts';

const scopes = (count: number) => (count === 1 ? '1 Scope' : `${count} Scopes`);

export const germanForm: FormText = {
  copied: (name) => `${name} kopiert`,
  copyRefused: (name) => `Der Browser blockiert das Kopieren. ${name} ist markiert und lässt sich von Hand kopieren.`,
  redirectUri: 'Redirect-URI',
  link: 'Link',
  copyLinkRefused: 'Der Browser blockiert das Kopieren. Kopiere stattdessen die Adresse dieser Seite.',
  withoutPort: (other) =>
    `Laut Spotify-Dokumentation passt ${other} zu jedem Port: Für andere Ports kannst du auch diese Adresse hinzufügen.`,

  error: (text) => `Fehler: ${text}`,
  practice: (title) => `Demo. ${title}`,
  renew: 'Erneuern',
  loadingPractice: 'Demo wird geladen',
  practiceOpen: 'Die Demo läuft. Alles darin ist erfunden.',
  practiceAgain: 'Die Seite wurde neu geladen, deshalb beginnt die Demo von vorn.',
  noClientId: 'Gib die Client-ID deiner App ein.',
  noClientSecret: 'Gib das Client-Secret der App ein.',
  show: 'Anzeigen',
  hide: 'Verbergen',
  showSecret: 'Client-Secret anzeigen',
  hideSecret: 'Client-Secret verbergen',

  clientIdLength: (length) => `Meist 32 Zeichen, hier sind es ${length}`,
  clientIdCharacters: 'Meist nur 0–9 und a–f',

  fromLink: 'Aus dem Link',
  inLink: {
    parameter: (name) => `Parameter „${name}“`,
    clientId: (name) => `Client-ID „${name}“`,
    grant: (name) => `Grant „${name}“`,
    scope: (name) => `Scope „${name}“`,
    lang: (name) => `Sprache „${name}“`,
  },
  ignored: (names, more) =>
    `Im Link ignoriert, weil unbekannt oder doppelt: ${names.join(', ')}${more > 0 ? ` und ${more} weitere` : ''}.`,

  scopes,
  chosen: (count) => `${scopes(count)} gewählt`,
  ofAll: (chosen, all) => `${chosen} von ${all}. Wähle nur, was du brauchst.`,
  found: (count) => `${scopes(count)} gefunden`,
  change: 'Ändern',
  done: 'Fertig',
  ownChoice: 'Eigene Auswahl',
  ownChoiceHint: 'Einzeln gewählt.',
  noScopes: 'Keine',
  noScopesHint: 'Nur öffentliche Daten und dein öffentliches Profil.',
  endpoints: (count) => (count === 1 ? 'Endpunkt' : 'Endpunkte'),
  endpointsOf: (scope) => `von ${scope}`,
  closed: 'Im Development Mode nicht verfügbar:',

  loadFailed: 'Ein Teil dieser Seite wurde nicht geladen',
  loadFailedCure: 'Prüfe deine Verbindung und versuche es erneut. Alle Eingaben sind noch da.',
  loadAgain: 'Erneut laden',
};
