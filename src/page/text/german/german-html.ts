import type { Catalogue } from '../catalogue.ts';

// Spotify's dashboard is in English, so the names of its buttons and fields stay English.
export const germanHtml: Catalogue['html'] = {
  description:
    'Hol dir in weniger als einer Minute ein Spotify-Refresh-Token: Client-ID rein, Refresh-Token raus. Läuft im Browser und braucht kein Client-Secret.',
  title: 'Refrain: Spotify-Refresh-Token holen',
  practice: 'Übung',
  subtitle: 'Client-ID rein, Spotify-Refresh-Token raus.',
  promise: 'Das Token geht von Spotify in diesen Tab, sonst nirgendwohin.',
  promisePractice: 'Hier ist alles erfunden. Nichts verlässt diese Seite.',
  practiceRest: 'ohne Konto',
  leavePractice: 'Übung beenden',
  haveToken: 'Ich habe schon ein Token',

  noScripts: 'Diese Seite braucht JavaScript',
  noScriptsCure:
    'Dein Browser fragt Spotify direkt nach dem Token, ohne Server. Erlaube Skripte für diese Adresse und lade neu.',
  broken: 'Ein Teil dieser Seite wurde nicht geladen',
  brokenCure:
    'Ihr Skript wurde nicht geladen, deshalb funktioniert noch nichts. Lade die Seite neu. Als Datei von der Festplatte läuft sie nicht: Stelle sie mit `npm start` bereit.',

  register: 'App anlegen',
  registerHow:
    'Wähle in [Spotifys Dashboard](dashboard) **Create app**, kreuze **Web API** an und füge diese Adresse hinzu:',
  registerHowCredentials: 'Wähle in [Spotifys Dashboard](dashboard) **Create app** und kreuze **Web API** an.',
  registerPractice: 'In der Übung ist nichts zu tun: Ihre App hat die Adresse dieser Seite schon.',
  redirectUri: 'Redirect-URI',
  copyRedirectUri: 'Redirect-URI kopieren',
  copy: 'Kopieren',
  copied: 'Kopiert',
  redirectUriHint: 'Muss bis zum letzten Zeichen übereinstimmen.',
  steps: 'Zum ersten Mal? Schritt für Schritt',
  stepAccount: 'Melde dich mit dem Spotify-Konto an, dem die App gehören soll. Es braucht Premium.',
  stepTerms: 'Bestätige deine E-Mail und nimm die Developer Terms an, falls du gefragt wirst.',
  stepCreate:
    '**Create app**. **App name**: alles, was nicht mit „Spot“ anfängt. **App description**: ein paar Wörter. **Website** darf leer bleiben.',
  stepRedirectUri: '**Redirect URIs**: Füge die Adresse von oben ein, drücke **Add**.',
  stepRedirectUriCredentials:
    '**Redirect URIs**: hierfür nicht nötig. Verlangt Spotify eine, nimm `http://127.0.0.1:8888/callback`.',
  stepApi: '**Which API/SDKs are you planning to use?** **Web API**. Nimm die Bedingungen an, **Save**.',
  stepUsers:
    '**User Management**: Füge alle anderen hinzu, die sich anmelden werden, mit Name und Spotify-E-Mail. Höchstens fünf.',

  clientIdStep: 'Client-ID einfügen',
  clientIdHow: 'Aus den **Settings** deiner App. Kein Geheimnis. Eine ganze `.env` geht auch.',
  clientIdPractice: 'Die Client-ID der Übungs-App ist eingetragen.',
  clientId: 'Client-ID',
  forget: 'Diese Client-ID vergessen',

  need: 'Was brauchst du?',
  sixMonths: 'sechs Monate',
  oneHour: 'eine Stunde',
  pkce: 'Refresh-Token',
  somethingElse: 'Etwas anderes?',
  code: 'Mit einem Secret',
  codeHint:
    'Ein Refresh-Token für Servercode, der das Client-Secret benutzt. Du gibst es nach der Zustimmung ein. Es wird nie gespeichert.',
  temporary: 'Nur die API ausprobieren',
  temporaryHint: 'Nur ein Access-Token. Um es früher zu widerrufen, entferne die App.',
  credentials: 'Katalogdaten',
  credentialsHint: 'Öffentliche Daten, kein Nutzer. Braucht Client-ID und Client-Secret.',

  scopes: 'Scopes',
  scopeNumber: '{chosen} Scopes',
  change: 'Ändern',
  allScopes: ': alle {scopes} Scopes zeigen',
  searchScopes: 'Scopes suchen',
  clearScopes: 'Leeren',
  presets: 'Vorlagen',
  selectAll: 'Alle wählen',
  connect: 'Mit Spotify verbinden',
  connectHint: 'Du stimmst bei Spotify zu und kommst zurück.',
  copyLink: 'Link zu dieser Auswahl kopieren',

  clientSecret: 'Client-Secret',
  secretHint: 'Neben der Client-ID, unter **View client secret**. Geht nur an Spotify, wird nie gespeichert.',
  secretPractice: 'Das Secret der Übungs-App:',
  show: 'Zeigen',
  showSecret: 'Client-Secret zeigen',
  getToken: 'Token holen',
  getTokenHint: 'Spotify antwortet sofort mit einem Access-Token für öffentliche Daten.',

  about: 'Keine Cookies, keine Analyse. [Freie Software](licence), kein Teil von Spotify.',
  revoke: 'Zugriff widerrufen',
  docs: 'Doku',
  source: 'Quellcode',
  report: 'Problem melden',
  languages: 'Sprache',
  newTab: '(öffnet einen neuen Tab)',
};
