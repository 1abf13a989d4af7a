import type { Catalogue } from '../catalogue.ts';

// Spotify's dashboard is in English, so the names of its buttons and fields stay English.
export const germanHtml: Catalogue['html'] = {
  description:
    'Hol dir in weniger als einer Minute ein Refresh-Token von Spotify. Läuft im Browser und braucht kein Client-Secret.',
  title: 'Refrain: Refresh-Token von Spotify holen',
  practice: 'Demo',
  subtitle: 'Client-ID rein, Refresh-Token raus.',
  promise: 'Das Token geht von Spotify nur in diesen Tab.',
  promisePractice: 'Hier ist alles erfunden. Nichts verlässt diese Seite.',
  practiceRest: 'ohne Konto',
  leavePractice: 'Demo beenden',
  haveToken: 'Ich habe schon ein Token',

  noScripts: 'Diese Seite braucht JavaScript',
  noScriptsCure: 'Erlaube JavaScript für diese Adresse und lade die Seite neu.',
  broken: 'Ein Teil dieser Seite wurde nicht geladen',
  brokenCure: 'Lade die Seite neu. Als Datei von der Festplatte läuft sie nicht: Stelle sie mit `npm start` bereit.',

  register: 'App anlegen',
  registerHow:
    'Wähle im [Spotify-Dashboard](dashboard) **Create app**, aktiviere **Web API** und füge diese Adresse hinzu:',
  registerHowCredentials: 'Wähle im [Spotify-Dashboard](dashboard) **Create app** und aktiviere **Web API**.',
  registerPractice: 'In der Demo ist hier nichts zu tun: Die Demo-App kennt die Adresse dieser Seite schon.',
  redirectUri: 'Redirect-URI',
  copyRedirectUri: 'Redirect-URI kopieren',
  copy: 'Kopieren',
  copied: 'Kopiert',
  redirectUriHint: 'Muss Zeichen für Zeichen übereinstimmen.',
  steps: 'Zum ersten Mal? Schritt für Schritt',
  stepAccount: 'Melde dich mit dem Spotify-Konto an, dem die App gehören soll. Es braucht Premium.',
  stepTerms: 'Bestätige deine E-Mail-Adresse und akzeptiere die Developer Terms, falls Spotify fragt.',
  stepCreate:
    '**Create app**. **App name**: beliebig, aber nicht mit „Spot“ am Anfang. **App description**: ein paar Wörter. **Website** darf leer bleiben.',
  stepRedirectUri: '**Redirect URIs**: Füge die Adresse von oben ein und klicke auf **Add**.',
  stepRedirectUriCredentials:
    '**Redirect URIs**: hier nicht nötig. Verlangt Spotify eine, trage `http://127.0.0.1:8888/callback` ein.',
  stepApi:
    '**Which API/SDKs are you planning to use?** **Web API**. Akzeptiere die Bedingungen und klicke auf **Save**.',
  stepUsers:
    '**User Management**: Füge alle hinzu, die sich sonst noch anmelden, mit Namen und Spotify-E-Mail-Adresse. Höchstens fünf.',

  clientIdStep: 'Client-ID einfügen',
  clientIdHow: 'Steht in den **Settings** deiner App. Nicht geheim. Eine ganze `.env` geht auch.',
  clientIdPractice: 'Die Client-ID der Demo-App ist schon eingetragen.',
  clientId: 'Client-ID',
  forget: 'Diese Client-ID vergessen',

  need: 'Was brauchst du?',
  sixMonths: 'sechs Monate',
  oneHour: 'eine Stunde',
  pkce: 'Refresh-Token',
  somethingElse: 'Etwas anderes?',
  code: 'Mit Secret',
  codeHint:
    'Ein Refresh-Token für Servercode, der das Client-Secret verwendet. Das Secret gibst du nach der Zustimmung ein, gespeichert wird es nie.',
  temporary: 'API testen',
  temporaryHint: 'Nur ein Access-Token. Um es früher zu widerrufen, entferne die App.',
  credentials: 'Katalogdaten',
  credentialsHint: 'Öffentliche Daten, ohne Nutzerkonto. Braucht Client-ID und Client-Secret.',

  scopes: 'Scopes',
  scopeNumber: '{chosen} Scopes',
  change: 'Ändern',
  allScopes: ': alle {scopes} Scopes anzeigen',
  searchScopes: 'Scopes suchen',
  clearScopes: 'Alle abwählen',
  presets: 'Vorlagen',
  selectAll: 'Alle auswählen',
  connect: 'Mit Spotify verbinden',
  connectHint: 'Du stimmst bei Spotify zu und kommst zurück.',
  copyLink: 'Link mit diesen Angaben kopieren',

  clientSecret: 'Client-Secret',
  secretHint: 'Neben der Client-ID, unter **View client secret**. Geht nur an Spotify, wird nie gespeichert.',
  secretPractice: 'Das Secret der Demo-App:',
  show: 'Anzeigen',
  showSecret: 'Client-Secret anzeigen',
  getToken: 'Token holen',
  getTokenHint: 'Spotify antwortet sofort.',

  about: 'Keine Cookies, kein Tracking. [Freie Software](licence), unabhängig von Spotify.',
  revoke: 'Zugriff widerrufen',
  docs: 'Doku',
  source: 'Quellcode',
  report: 'Problem melden',
  languages: 'Sprache',
  newTab: '(wird in neuem Tab geöffnet)',
};
