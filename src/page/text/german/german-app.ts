import type { AppText } from '../catalogue.ts';

const count = (number: number, one: string, many: string) => `${number} ${number === 1 ? one : many}`;
const days = (number: number) => count(number, 'Tag', 'Tage');

const treatLikePassword = 'Behandle es wie ein Passwort.';
const connectForRefreshToken = 'Spotify hat kein Refresh-Token gesendet. Verbinde noch einmal, um eines zu bekommen.';
const droppedRefreshToken =
  'Das Refresh-Token, das mitkam, wurde verworfen. Für Spotify bleibt es gültig, bis du die App entfernst';
const toSpotifyOnly = 'Geht nur an Spotify, wird nie gespeichert.';

export const germanApp: AppText = {
  newTab: '(öffnet einen neuen Tab)',
  otherWays: 'Andere Wege',
  startAgain: 'Von vorn anfangen',
  practise: 'Übung',
  practiseRest: 'ohne Konto',
  getToken: 'Token holen',
  getAnother: 'Noch ein Token holen',

  title: {
    of: (title) => `${title}. Refrain`,
    error: (title) => `Fehler: ${title}. Refrain`,
    practice: (title) => `Übung: ${title}`,
  },

  dates: {
    at: (time) => `um ${time}`,
    onDay: (day, time) => `am ${day} um ${time}`,
    justNow: 'gerade eben',
    hours: (number) => (number === 1 ? 'eine Stunde' : `${number} Stunden`),
    minutes: (number) => (number === 1 ? 'eine Minute' : `${number} Minuten`),
    seconds: (number) => count(number, 'Sekunde', 'Sekunden'),
  },

  copy: {
    label: 'Kopieren',
    done: 'Kopiert',
    refused: 'Der Browser lässt das Kopieren nicht zu.',
    selected: 'Der Text ist markiert: Drücke Strg+C, auf dem Mac ⌘C.',
    byHand: 'Markiere den Text und kopiere ihn selbst.',
  },

  alert: {
    spotifySaid: 'Spotify sagt:',
    stillFilledIn: 'Alles ist noch ausgefüllt.',
    connectAgain: 'Noch einmal verbinden',
    addressSent: 'Adresse zum Eintragen',
    copyAddress: 'Diese Adresse kopieren',
    addressCopied: 'Redirect-URI kopiert',
    withoutPort: (other) => `Oder ${other}: Laut Spotifys Dokumentation passt das zu jedem Port.`,
    tryAgain: 'Noch einmal versuchen',
    againLater: 'Ein Button für einen neuen Versuch erscheint dann hier.',
    dashboard: 'Spotifys Dashboard',
    openIssues: 'Aktuelle Störungen bei Spotify',
    retryAt: (time) => `Spotify nimmt ${time} wieder Anfragen an. Frühere Versuche helfen nicht.`,
    pauseUnknown:
      'Warte 30 Sekunden. Meist dauert die Pause ein paar Sekunden, in letzter Zeit manchmal Stunden: Diese Seite kann das nicht sehen.',
    tokenInLink:
      'Entferne die App unter spotify.com/account/apps, das widerruft das Token. Verbinde dann noch einmal für ein neues.',
    otherWorker: (host) =>
      `Ein anderes Programm unter ${host} hat einen Service Worker hinterlassen, der diese Seite verändern kann. Lösche in den Browser-Einstellungen die Websitedaten dieser Adresse und lade neu.`,
    bug: 'Diese Seite hat einen Fehler',
    bugReason: 'Damit hat Refrain nicht gerechnet. Deine Token gingen nur an Spotify.',
    bugCure: 'Lade die Seite neu. Passiert es wieder, melde es bitte.',
  },

  leaving: {
    refreshing: 'Vielleicht sendet Spotify gerade ein neues Refresh-Token. Wenn du jetzt gehst, ist es verloren.',
    notCopied: 'Du hast das Token noch nicht kopiert. Wenn du jetzt gehst, ist es verloren.',
    confirm: (loss) => `${loss} Trotzdem gehen?`,
  },

  field: {
    error: (text) => `Fehler: ${text}`,
    toSpotifyOnly,
    toEmulatorOnly: 'Bleibt in dieser Seite und wird nie gespeichert.',
    clientSecret: 'Client-Secret',
    show: 'Zeigen',
    hide: 'Verbergen',
    showSecret: 'Client-Secret zeigen',
    hideSecret: 'Client-Secret verbergen',
    noSecret: 'Gib das Client-Secret ein',
    wrongSecret: 'Spotify lehnt dieses Secret für diese Client-ID ab',
  },

  waiting: {
    heading: 'Zugestimmt',
    title: 'Dein Token kommt',
    subtitle: 'Spotifys Code wird gegen ein Token getauscht.',
  },

  asking: 'Spotify wird nach dem Token gefragt.',

  secretStep: {
    heading: 'Zugestimmt',
    title: 'Noch ein Schritt',
    subtitle: 'Noch ein Schritt: das Client-Secret, dann hast du das Token.',
    enter: 'Client-Secret eingeben',
    how: 'Dein Servercode braucht es auch. Es steht neben der Client-ID, unter **View client secret**.',
    howPractice: 'Dein Servercode braucht es auch. Das Secret der Übungs-App ist `{secret}`.',
    getToken: 'Token holen',
    hint: 'Deine Zustimmung gilt ein paar Minuten. Läuft sie ab, verbinde noch einmal.',
  },

  practice: {
    consent: {
      heading: 'Stimmst du zu?',
      title: 'Stimmst du zu?',
      subtitle: 'Das fragt Spotify auf seiner eigenen Seite. Hier ist alles erfunden.',
      asks: 'Die App kann dann dies sehen oder tun:',
      always: 'Dein Name, dein Bild und öffentliche Playlists',
      clientId: 'Client-ID',
      goesTo: 'Beide Buttons führen zurück zu',
      agree: 'Zustimmen',
      cancel: 'Abbrechen',
    },
    controls: {
      heading: 'Übung',
      what: 'Titel, Namen und Token sind erfunden und gelten nur in diesem Tab. Die Programme unten sind für Spotify und brauchen ein echtes Token.',
      rotate: 'Beim nächsten Auffrischen rotieren',
      rotates: 'Das nächste Auffrischen ersetzt das Refresh-Token.',
      doesNotRotate: 'Das nächste Auffrischen behält das Refresh-Token.',
      renewDay: 'Fünf Monate später',
      isRenewDay: 'Tag 150: Zeit zum Erneuern.',
      afterEnd: 'Sechs Monate später',
      isOver: 'Tag 181: Das Refresh-Token ist abgelaufen.',
      leave: 'Übung beenden',
    },
  },

  deadEnd: {
    heading: 'Was hat Spotify gesagt?',
    text: 'Du bist ohne Antwort von Spotify zurückgekommen. War da eine weiße Seite mit einer Zeile Text, wähle diese Zeile.',
    sameEntries: 'Alle Eingaben sind noch da.',
    other: 'Oder füge ein, was dort stand',
    explain: 'Erklären',
    none: 'Nichts davon',
    goOn: 'Weiter mit dem Formular.',
  },

  wrongAddress: {
    here: 'Du bist hier',
    whitePage: 'Spotify würde mit „redirect_uri: Insecure“ abbrechen.',
    onHere: 'Mach hier weiter',
    openAt: (host) => `Unter ${host} öffnen`,
    samePage: 'Dieselbe Seite, derselbe Port. Öffnet sie sich nicht, lass deinen Server auf 127.0.0.1 hören.',
    samePageIfServed: 'Dieselbe Seite, wenn sie dort bereitgestellt wird.',
    hyphenRefused: 'Spotify lehnt Bindestriche im Pfad einer Adresse auf deinem eigenen Rechner ab.',
    hyphen: 'Stelle diese Seite unter 127.0.0.1 aus einem Ordner ohne Bindestrich im Pfad bereit,',
    https: 'Stelle diese Seite über https bereit,',
    orStart: 'oder auf deinem eigenen Rechner mit `npm start`. Das öffnet sie unter `http://127.0.0.1:8888/`.',
  },

  looksLike: {
    placeholder: 'Das ist ein Platzhalter',
    address: 'Das ist eine Adresse',
    access_token: 'Das ist ein Access-Token',
    refresh_token: 'Das ist ein Refresh-Token',
    client_secret: 'Das ist ein Client-Secret',
    client_id_or_secret: 'Das ist eine Client-ID oder ein Client-Secret',
  },

  check: {
    heading: 'Ein Refresh-Token prüfen',
    subtitle:
      'Sieh, ob es funktioniert, wem es gehört und wann es abläuft. Die Prüfung benutzt es einmal: Ersetzt Spotify es, siehst du zuerst das neue.',
    paste: 'Token einfügen',
    token: 'Dein Refresh-Token',
    tokenHint: (destination) => `Oder eine ganze .env-Datei: Sie füllt den Rest aus. ${destination}`,
    noToken: 'Füge das Refresh-Token ein',
    app: 'Und seine App',
    clientId: 'Client-ID',
    day: 'Wann du zugestimmt hast',
    optional: '(optional)',
    dayHint: 'Nötig, um zu wissen, wann es abläuft.',
    wrongDay: 'Gib ein Datum ein, oder lass es leer',
    unbelievedDay: 'Nicht benutzt: Es liegt in der Zukunft oder vor 2020',
    differs: 'Der Text nennt eine andere Client-ID oder ein anderes Datum. Es gilt, was du eingegeben hast.',
    noClientId: 'Gib die Client-ID ein, zu der das Token gehört',
    needsSecret: 'Es braucht ein Client-Secret',
    secretHint: (destination) =>
      `Ein Token, das mit einem Client-Secret ausgestellt wurde, braucht es hier wieder. ${destination}`,
    submit: 'Token prüfen',
    asking: 'Spotify wird nach dem Token gefragt.',
  },

  result: {
    refreshToken: 'Du hast ein Refresh-Token',
    accessToken: 'Du hast ein Access-Token',
    checked: 'Dein Refresh-Token',
    worksTitle: 'Dein Token funktioniert',
    replaced: 'Spotify hat dein Refresh-Token ersetzt',
    replacedTitle: 'Behalte das neue Refresh-Token',
    renew: 'Erneuere dein Refresh-Token',
    daysLeft: (number) => `noch ${days(number)}`,
    expired: 'Dein Token ist abgelaufen',
    yourToken: 'Dein Token',
    until: (end) => `Dein Token, bis ${end}`,
  },

  expires: {
    heading: 'Läuft ab',
    unknown: 'Unbekannt: In einem Token steht kein Datum.',
    day: 'Wann du zugestimmt hast',
    dayHint: 'Es endet 180 Tage später. Mit dem Tag bekommst du auch eine Erinnerung.',
    wrongDay: 'Gib ein Datum ein',
    unbelievedDay: 'Nicht benutzt: Es liegt in der Zukunft oder vor 2020',
    otherDay: 'Anderen Tag eingeben',
    daysLeft: (number, renewFrom) =>
      `Noch **${number}** ${number === 1 ? 'Tag' : 'Tage'}. Auffrischen verlängert es nicht. Erneuere ab ${renewFrom}: Melde dich neu an.`,
    renewNow: (number) =>
      `Noch **${number}** ${number === 1 ? 'Tag' : 'Tage'}. Eine Zustimmung bei Spotify, gleiche App, gleiche Scopes, und du hast 180 mehr.`,
    past: 'Abgelaufen. Erneuere, um ein neues Token zu bekommen.',
    renew: 'Erneuern',
    reminder: 'Erinnerung herunterladen',
    reminderDays: (all) => `Eine Kalenderdatei (.ics): ${all.join(' und ')}.`,
    remember: 'Client-ID in diesem Browser merken',
    accessUnknown: 'Unbekannt: Spotifys Antwort sagt es nicht. Meist gilt es eine Stunde.',
    accessToday: (day, lifetime) =>
      `Heute, ${day}: Dieses Access-Token gilt ${lifetime} und lässt sich nicht verlängern.`,
    accessOn: (day, lifetime) => `Am ${day}: Dieses Access-Token gilt ${lifetime} und lässt sich nicht verlängern.`,
    clientCredentials:
      'Bei diesem Grant gibt es kein Refresh-Token. Hol dir ein neues Access-Token, wann du eines brauchst.',
    temporary: `${droppedRefreshToken}: [spotify.com/account/apps](apps).`,
    temporaryPractice: `${droppedRefreshToken}.`,
    noRefreshToken: connectForRefreshToken,
  },

  lifeBar: {
    label: (start, end, day, daysLeft, renewFrom) =>
      `180 Tage vom ${start} bis zum ${end}. Heute ist Tag ${day}, noch ${days(daysLeft)}. ` +
      `Erneuere in den letzten 30 Tagen, ab ${renewFrom}.`,
    today: 'Heute',
    renew: 'Erneuern',
    from: (day) => `ab ${day}`,
  },

  token: {
    refresh: { name: 'Refresh-Token', copy: 'Refresh-Token kopieren', copied: 'Refresh-Token kopiert' },
    access: { name: 'Access-Token', copy: 'Access-Token kopieren', copied: 'Access-Token kopiert' },
    newRefreshToken: 'Neues Refresh-Token',
    saveNew: 'Sichere dieses jetzt. Das alte gilt vielleicht nicht mehr.',
    hint: `${treatLikePassword} Es ist weg, wenn du diesen Tab schließt.`,
    hintChecked: `${treatLikePassword} Es ist das, was du geprüft hast.`,
    hintOld: 'Das, was du geprüft hast. Ersetze es, sobald du erneuert hast.',
    hintNotListed: 'Behalte es: Es gilt, sobald das Konto auf der Liste steht.',
  },

  env: {
    copy: '.env kopieren',
    copied: '.env-Datei kopiert',
    downloadInstead: 'Lade sie stattdessen herunter.',
    download: '.env herunterladen',
    downloaded: 'Als spotify.env heruntergeladen.',
  },

  envFile: {
    practice: 'Übung: Diese Werte sind erfunden. Sie galten nur in dem Tab, der diese Datei schrieb.',
    keepSecret: 'Behandle diese Datei wie ein Passwort. Nimm sie nicht in die Versionsverwaltung auf.',
    addSecret: 'Refrain behält das Client-Secret nicht. Trage es hier ein und entferne das #:',
    consentUnknown:
      'Das Datum der Zustimmung ist unbekannt, deshalb sagt diese Datei nicht, wann das Refresh-Token abläuft.',
    expires: (end) => `Das Refresh-Token läuft am ${end} ab, 180 Tage nach der Zustimmung.`,
    signInAgain: 'Auffrischen verlängert es nicht: Melde dich vorher neu an.',
    accessUnknown: 'Wann das Access-Token abläuft, ist unbekannt. Meist nach einer Stunde.',
    accessExpires: (end) => `Das Access-Token läuft um ${end} ab.`,
  },

  accessToken: {
    expired: 'abgelaufen',
    expiryUnknown: 'Ablauf unbekannt',
    hours: (hours, minutes) => `noch ${hours} h ${minutes} min`,
    minutes: (minutes) => `noch ${minutes} min`,
    seconds: (seconds) => `noch ${seconds} s`,
    hasExpired: 'Das Access-Token ist abgelaufen.',
    refresh: 'Access-Token auffrischen',
    refreshed: 'Neues Access-Token. Das Refresh-Token bleibt dasselbe.',
    refreshedBoth: 'Neues Access-Token und ein neues Refresh-Token: Behalte dieses.',
    secretHint:
      'Ein Token, das mit einem Client-Secret ausgestellt wurde, wird damit aufgefrischt. Diese Seite hat es nicht mehr: Gib es noch einmal ein.',
  },

  scopes: {
    granted: 'Erteilte Scopes',
    asAsked: (number) => `${number}, wie gewählt`,
    someMissing: (number, missing) => `${number}, ${missing} ${missing === 1 ? 'fehlt' : 'fehlen'}`,
    unknown: 'nicht genannt',
    notStated: 'Spotifys Antwort nennt sie nicht.',
    notStatedAsked: 'Spotifys Antwort nennt sie nicht. Gewählt hattest du:',
    none: 'Keine: Dieses Token kann nur öffentliche Daten lesen.',
    missing: 'Gewählt, nicht erteilt',
  },

  tryIt: {
    but: {
      user_not_registered: 'Aber Spotify lehnt dieses Konto ab',
      premium_required: 'Aber der Besitzer der App braucht Premium',
      forbidden: 'Aber Spotify lehnt diese Anfrage ab',
    },
    heading: 'Ausprobieren',
    noUser: 'Für öffentliche Katalogdaten: Dieses Token gilt für die App und hat kein Konto und keinen Hörverlauf.',
    asking: 'Spotify wird gefragt, wem das Token gehört und was zuletzt lief.',
    playedBy: '**Funktioniert:** angemeldet als {name}, zuletzt gehört {title} von {by}, {ago}.',
    playedFrom: '**Funktioniert:** angemeldet als {name}, zuletzt gehört {title} aus {by}, {ago}.',
    played: '**Funktioniert:** angemeldet als {name}, zuletzt gehört {title}, {ago}.',
    noPlays:
      '**Funktioniert:** angemeldet als {name}. Spotify hat für dieses Konto noch nichts Gehörtes: Es zählt nach 30 Sekunden.',
    noScope:
      '**Funktioniert:** angemeldet als {name}. Um zuletzt Gehörtes zu zeigen, braucht es den Scope `user-read-recently-played`.',
    askAgain: 'Noch einmal fragen',
    untitled: 'Ohne Titel',
  },

  codeTabs: {
    label: (name) => `Code: ${name}`,
    copy: 'Kopieren',
    copyName: (name) => `Code kopieren: ${name}`,
    copied: (name) => `Code kopiert: ${name}`,
    downloaded: (file) => `Als ${file} heruntergeladen.`,
  },

  showIt: {
    heading: 'Zeig es auf deiner Website',
    card: 'Deine Karte, live',
    asking: 'Spotify wird gefragt, was zuletzt lief.',
    noScope: 'Die Karte braucht den Scope `user-read-recently-played`.',
    refused: 'Hier erscheint, was du gehört hast, sobald Spotify das Konto zulässt.',
    failed: 'Hier erscheint, was du gehört hast, sobald Spotify antwortet.',
    needsRefreshToken: 'Eine Website braucht ein Refresh-Token. Es gilt sechs Monate.',
    download: 'Ganze Datei herunterladen',
    file: (file) => `${file}, für GitHub Pages`,
    tabs: { 'Static site': 'Statische Website', 'HTML element': 'HTML-Element' },
    hints: {
      'Static site':
        'Kein Server: Eine GitHub Action schreibt die Dateien zweimal pro Stunde, mit dem Token aus ihren Secrets.',
      README:
        'Eine Karte in Hell und Dunkel, mit dem Titel verlinkt. Ersetze `example.com/listening` durch die Adresse deines Handlers.',
      'HTML element':
        'Für jede Seite. Ersetze `example.com/listening` durch die Adresse deines Handlers. Eine statische Website hat `define-element.js`.',
      'Next.js': 'Oder jeder Server, der einen Request nimmt und eine Response gibt: Workers, Deno, Bun.',
    },
  },

  useIt: {
    heading: 'Benutzen',
    download: 'Ganzes Programm herunterladen',
    file: (file) => `${file}, mit Fehlerbehandlung`,
    hints: {
      refrain: 'Frischt auf, wenn nötig, speichert ein neues Token, warnt vor dem Ende.',
      JavaScript: 'Node 20 oder neuer, ohne Bibliothek.',
      Python: 'Mit `requests`.',
      curl: 'In einer Shell, in der das Token gesetzt ist. Mit `jq`.',
    },
  },

  calendar: {
    summary: (end) => `Spotify-Refresh-Token erneuern: Es läuft am ${end} ab`,
    summaryPractice: (end) => `Übung: Spotify-Refresh-Token erneuern: Es läuft am ${end} ab`,
    expires: (end) =>
      `Das Refresh-Token läuft am ${end} ab, sechs Monate nach deiner Zustimmung. Auffrischen verlängert es nicht.`,
    approved: (day) => `Du hast am ${day} zugestimmt.`,
    signInAgain: 'Melde dich neu an. Das Formular ist ausgefüllt wie zuvor:',
    startAgain: (query) =>
      `Starte Refrain wieder: npm start in seinem Ordner, oder refrain page. Um das Formular auszufüllen, hänge dies an seine Adresse:\n${query}`,
  },
};
