import type { FormText } from '../catalogue.ts';

const scopes = (count: number) => (count === 1 ? '1 Scope' : `${count} Scopes`);

export const germanForm: FormText = {
  copied: (name) => `${name} kopiert`,
  copyRefused: (name) => `Der Browser lässt das Kopieren nicht zu. ${name} ist markiert: Kopiere selbst.`,
  redirectUri: 'Redirect-URI',
  link: 'Link',
  copyLinkRefused: 'Der Browser lässt das Kopieren nicht zu. Kopiere stattdessen die Adresse dieser Seite.',
  withoutPort: (other) =>
    `Laut Spotifys Dokumentation passt ${other} zu jedem Port: Du kannst es für andere Ports auch hinzufügen.`,

  error: (text) => `Fehler: ${text}`,
  practice: (title) => `Übung. ${title}`,
  renew: 'Erneuern',
  loadingPractice: 'Die Übung wird geladen',
  practiceOpen: 'Die Übung ist offen. Alles darin ist erfunden.',
  practiceAgain: 'Die Seite wurde neu geladen, deshalb fängt die Übung von vorn an.',
  noClientId: 'Gib die Client-ID deiner App ein. Sie steht in den Settings der App.',
  noClientSecret: 'Gib das Client-Secret der App ein. Es steht neben der Client-ID, unter View client secret.',
  show: 'Zeigen',
  hide: 'Verbergen',
  showSecret: 'Client-Secret zeigen',
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
    `Im Link nicht beachtet, weil unbekannt oder doppelt: ${names.join(', ')}${more > 0 ? ` und ${more} weitere` : ''}.`,

  scopes,
  chosen: (count) => `${scopes(count)} gewählt`,
  ofAll: (chosen, all) => `${chosen} von ${all} gewählt. Wähle nur, was du brauchst.`,
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
  loadFailedCure: 'Prüfe deine Verbindung und versuche es noch einmal. Alle Eingaben sind noch da.',
  tryAgain: 'Noch einmal versuchen',
};
