import type { AppText } from '../catalogue.ts';

const count = (number: number, one: string, many: string) => `${number} ${number === 1 ? one : many}`;
const days = (number: number) => count(number, 'Tag', 'Tage');

const treatLikePassword = 'Behandle es wie ein Passwort.';
const connectForRefreshToken = 'Spotify hat kein Refresh-Token gesendet. Verbinde dich erneut, um eines zu bekommen.';
const droppedRefreshToken =
  'Das mitgelieferte Refresh-Token wurde verworfen. Für Spotify bleibt es gültig, bis du die App';
const toSpotifyOnly = 'Geht nur an Spotify, wird nie gespeichert.';
const madeByPack = 'Die Datei entsteht mit `npm pack` in einer gebauten Kopie von Refrain.';
const install = `Installation: \`npm install ./{packed}\`. ${madeByPack}`;

export const germanApp: AppText = {
  newTab: '(wird in neuem Tab geöffnet)',
  otherWays: 'Andere Möglichkeiten',
  startAgain: 'Von vorn beginnen',
  practise: 'Demo',
  practiseRest: 'ohne Konto',
  getToken: 'Token holen',
  getAnother: 'Weiteres Token holen',

  title: {
    of: (title) => `${title}. Refrain`,
    error: (title) => `Fehler: ${title}. Refrain`,
    practice: (title) => `Demo: ${title}`,
  },

  dates: {
    at: (time) => `um ${time} Uhr`,
    onDay: (day, time) => `am ${day} um ${time} Uhr`,
    justNow: 'gerade eben',
    hours: (number) => (number === 1 ? 'eine Stunde' : `${number} Stunden`),
    minutes: (number) => (number === 1 ? 'eine Minute' : `${number} Minuten`),
    seconds: (number) => count(number, 'Sekunde', 'Sekunden'),
  },

  copy: {
    label: 'Kopieren',
    done: 'Kopiert',
    refused: 'Der Browser blockiert das Kopieren.',
    selected: 'Der Text ist markiert: Drücke Strg+C, auf dem Mac ⌘C.',
    byHand: 'Markiere den Text und kopiere ihn von Hand.',
  },

  alert: {
    spotifySaid: 'Meldung von Spotify:',
    stillFilledIn: 'Das Formular ist noch ausgefüllt.',
    connectAgain: 'Erneut verbinden',
    addressSent: 'Adresse zum Eintragen',
    copyAddress: 'Diese Adresse kopieren',
    addressCopied: 'Redirect-URI kopiert',
    withoutPort: (other) => `Oder ${other}: Laut Spotify-Dokumentation passt diese Adresse zu jedem Port.`,
    tryAgain: 'Erneut versuchen',
    againLater: 'Danach kannst du es hier erneut versuchen.',
    dashboard: 'Dashboard öffnen',
    openIssues: 'Aktuelle Störungen bei Spotify',
    retryAt: (time) => `Spotify nimmt ${time} wieder Anfragen an. Frühere Versuche helfen nicht.`,
    pauseUnknown:
      'Warte 30 Sekunden. Meist dauert die Pause nur ein paar Sekunden, manchmal aber Stunden. Wie lange, erfährt diese Seite nicht.',
    tokenInLink:
      'Entferne die App unter spotify.com/account/apps, um das Token zu widerrufen. Verbinde dich dann erneut, um ein neues zu bekommen.',
    otherWorker: (host) =>
      `Ein anderes Programm unter ${host} hat einen Service Worker hinterlassen, der diese Seite verändern kann. Lösche in den Browser-Einstellungen die Websitedaten dieser Adresse und lade die Seite neu.`,
    bug: 'Diese Seite hat einen Fehler',
    bugReason: 'Damit hat Refrain nicht gerechnet. Deine Token gingen nur an Spotify.',
    bugCure: 'Lade die Seite neu. Passiert es wieder, melde es bitte.',
  },

  leaving: {
    refreshing: 'Vielleicht sendet Spotify gerade ein neues Refresh-Token. Verlässt du die Seite, geht es verloren.',
    notCopied: 'Du hast das Token noch nicht kopiert. Verlässt du die Seite, geht es verloren.',
    confirm: (loss) => `${loss} Trotzdem verlassen?`,
  },

  field: {
    error: (text) => `Fehler: ${text}`,
    toSpotifyOnly,
    toEmulatorOnly: 'Bleibt auf dieser Seite, wird nie gespeichert.',
    clientSecret: 'Client-Secret',
    show: 'Anzeigen',
    hide: 'Verbergen',
    showSecret: 'Client-Secret anzeigen',
    hideSecret: 'Client-Secret verbergen',
    noSecret: 'Gib das Client-Secret ein',
    wrongSecret: 'Spotify lehnt dieses Secret für diese Client-ID ab',
  },

  waiting: {
    heading: 'Zustimmung erteilt',
    title: 'Dein Token wird geholt',
    subtitle: 'Der Code von Spotify wird gegen ein Token getauscht.',
  },

  asking: 'Das Token wird bei Spotify angefordert.',

  secretStep: {
    heading: 'Zustimmung erteilt',
    title: 'Noch ein Schritt',
    subtitle: 'Es fehlt nur noch das Client-Secret, dann hast du das Token.',
    enter: 'Client-Secret eingeben',
    how: 'Dein Servercode braucht es auch. Es steht neben der Client-ID, unter **View client secret**.',
    howPractice: 'Dein Servercode braucht es auch. Das Secret der Demo-App lautet `{secret}`.',
    getToken: 'Token holen',
    hint: 'Deine Zustimmung gilt ein paar Minuten. Läuft sie ab, verbinde dich erneut.',
  },

  practice: {
    consent: {
      heading: 'Stimmst du zu?',
      title: 'Stimmst du zu?',
      subtitle: 'Spotify fragt das auf einer eigenen Seite. Hier ist alles erfunden.',
      asks: 'Das darf die App dann sehen oder tun:',
      always: 'Dein Name, dein Bild und deine öffentlichen Playlists',
      clientId: 'Client-ID',
      goesTo: 'Beide Buttons führen zurück zu',
      agree: 'Zustimmen',
      cancel: 'Abbrechen',
    },
    controls: {
      heading: 'Demo',
      what: 'Titel, Namen und Token sind erfunden und funktionieren nur in diesem Tab. Die Programme unten sind für Spotify gedacht und brauchen ein echtes Token.',
      rotate: 'Beim nächsten Aktualisieren rotieren',
      rotates: 'Beim nächsten Aktualisieren ändert sich das Refresh-Token.',
      doesNotRotate: 'Beim nächsten Aktualisieren bleibt das Refresh-Token gleich.',
      renewDay: 'Fünf Monate später',
      isRenewDay: 'Tag 150: Zeit zum Erneuern.',
      afterEnd: 'Sechs Monate später',
      isOver: 'Tag 181: Das Refresh-Token ist abgelaufen.',
      leave: 'Demo beenden',
    },
  },

  deadEnd: {
    heading: 'Was hat Spotify angezeigt?',
    text: 'Du bist ohne Antwort von Spotify zurückgekommen. Hat Spotify eine weiße Seite mit einer Zeile Text gezeigt, wähle diese Zeile.',
    sameEntries: 'Alle Eingaben sind noch da.',
    other: 'Oder füge ein, was dort stand',
    explain: 'Erklären',
    none: 'Nichts davon',
    goOn: 'Weiter mit dem Formular.',
  },

  wrongAddress: {
    here: 'Du bist hier',
    whitePage: 'Spotify würde mit „redirect_uri: Insecure“ abbrechen.',
    onHere: 'Hier geht es weiter',
    openAt: (host) => `Unter ${host} öffnen`,
    samePage: 'Dieselbe Seite, derselbe Port. Öffnet sie sich nicht, lass deinen Server auf 127.0.0.1 lauschen.',
    samePageIfServed: 'Dieselbe Seite, falls sie dort bereitgestellt wird.',
    hyphenRefused: 'Spotify hat Adressen auf dem eigenen Rechner schon wegen eines Bindestrichs im Pfad abgelehnt.',
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
    heading: 'Refresh-Token prüfen',
    subtitle:
      'Funktioniert es, wem gehört es, wann läuft es ab? Die Prüfung verwendet es einmal: Ersetzt Spotify es, siehst du zuerst das neue.',
    paste: 'Token einfügen',
    token: 'Dein Refresh-Token',
    tokenHint: (destination) => `Oder eine ganze .env-Datei, die auch den Rest ausfüllt. ${destination}`,
    noToken: 'Füge das Refresh-Token ein',
    app: 'Und die App dazu',
    clientId: 'Client-ID',
    day: 'Tag der Zustimmung',
    optional: '(optional)',
    dayHint: 'Daraus ergibt sich, wann es abläuft.',
    wrongDay: 'Gib ein Datum ein oder lass das Feld leer',
    unbelievedDay: 'Nicht verwendet: Er liegt in der Zukunft oder vor 2020',
    differs: 'Der Text nennt eine andere Client-ID oder ein anderes Datum. Es gilt, was du eingegeben hast.',
    noClientId: 'Gib die Client-ID ein, zu der das Token gehört',
    needsSecret: 'Es braucht ein Client-Secret',
    secretHint: (destination) =>
      `Ein Token, das mit einem Client-Secret ausgestellt wurde, braucht es auch hier. ${destination}`,
    submit: 'Token prüfen',
    asking: 'Das Token wird bei Spotify geprüft.',
  },

  result: {
    refreshToken: 'Du hast ein Refresh-Token',
    accessToken: 'Du hast ein Access-Token',
    checked: 'Dein Refresh-Token',
    worksTitle: 'Dein Token funktioniert',
    replaced: 'Spotify hat dein Refresh-Token ersetzt',
    replacedTitle: 'Sichere das neue Refresh-Token',
    renew: 'Erneuere dein Refresh-Token',
    daysLeft: (number) => `Noch ${days(number)}`,
    expired: 'Dein Token ist abgelaufen',
    yourToken: 'Dein Token',
    until: (end) => `Dein Token, bis ${end}`,
    untilTime: (end) => `Dein Token, bis ${end} Uhr`,
  },

  expires: {
    heading: 'Gültig bis',
    unknown: 'Unbekannt: In einem Token steht kein Datum.',
    day: 'Tag der Zustimmung',
    dayHint: 'Das Token läuft 180 Tage danach ab. Mit dem Tag bekommst du auch eine Erinnerung.',
    wrongDay: 'Gib ein Datum ein',
    unbelievedDay: 'Nicht verwendet: Er liegt in der Zukunft oder vor 2020',
    otherDay: 'Anderen Tag eingeben',
    daysLeft: (number, renewFrom) =>
      `Noch **${number}** ${number === 1 ? 'Tag' : 'Tage'}, egal wie oft du aktualisierst. Zum Erneuern ab ${renewFrom} neu anmelden.`,
    renewNow: (number) =>
      `Noch **${number}** ${number === 1 ? 'Tag' : 'Tage'}. Stimme bei Spotify noch einmal zu (gleiche App, gleiche Scopes), dann hast du wieder 180.`,
    past: 'Abgelaufen. Erneuere es und du bekommst ein neues.',
    renew: 'Erneuern',
    reminder: 'Erinnerung herunterladen',
    reminderDays: (all) => `Eine Kalenderdatei (.ics): ${all.join(' und ')}.`,
    remember: 'Client-ID in diesem Browser merken',
    accessUnknown: 'Unbekannt: In der Antwort von Spotify steht es nicht. Meist gilt es eine Stunde.',
    accessToday: (day, lifetime) => `Heute, ${day}: Das Access-Token gilt ${lifetime} und lässt sich nicht verlängern.`,
    accessOn: (day, lifetime) => `Am ${day}: Das Access-Token gilt ${lifetime} und lässt sich nicht verlängern.`,
    clientCredentials: 'Dieser Grant hat kein Refresh-Token. Hol dir bei Bedarf ein neues Access-Token.',
    temporary: `${droppedRefreshToken} unter [spotify.com/account/apps](apps) entfernst.`,
    temporaryPractice: `${droppedRefreshToken} entfernst.`,
    noRefreshToken: connectForRefreshToken,
  },

  lifeBar: {
    label: (start, end, day, daysLeft, renewFrom) =>
      `180 Tage vom ${start} bis zum ${end}. Heute ist Tag ${day}, noch ${days(daysLeft)}. ` +
      `Erneuere es in den letzten 30 Tagen, ab dem ${renewFrom}.`,
    today: 'Heute',
    renew: 'Erneuern',
    from: (day) => `ab ${day}`,
  },

  token: {
    refresh: { name: 'Refresh-Token', copy: 'Refresh-Token kopieren', copied: 'Refresh-Token kopiert' },
    access: { name: 'Access-Token', copy: 'Access-Token kopieren', copied: 'Access-Token kopiert' },
    newRefreshToken: 'Neues Refresh-Token',
    saveNew: 'Sichere es jetzt. Das alte funktioniert vielleicht bald nicht mehr.',
    hint: `${treatLikePassword} Es ist weg, wenn du diesen Tab schließt.`,
    hintChecked: `${treatLikePassword} Es ist das geprüfte Token.`,
    hintOld: 'Das geprüfte Token. Ersetze es, sobald du es erneuert hast.',
    hintNotListed: 'Behalte es: Es funktioniert, sobald das Konto auf der Liste steht.',
  },

  env: {
    copy: '.env kopieren',
    copied: '.env-Datei kopiert',
    downloadInstead: 'Lade die Datei herunter.',
    download: '.env herunterladen',
    downloaded: 'Als spotify.env heruntergeladen.',
  },

  envFile: {
    practice: 'Demo: Diese Werte sind erfunden. Sie galten nur in dem Tab, aus dem diese Datei stammt.',
    keepSecret: 'Behandle diese Datei wie ein Passwort. Sie gehört nicht in die Versionsverwaltung.',
    addSecret: 'Refrain speichert das Client-Secret nicht. Trage es hier ein und entferne das #:',
    consentUnknown: 'Der Tag der Zustimmung ist unbekannt, deshalb steht hier nicht, wann das Refresh-Token abläuft.',
    expires: (end) => `Das Refresh-Token gilt bis ${end}, 180 Tage ab der Zustimmung.`,
    signInAgain: 'Aktualisieren verlängert es nicht: Melde dich vorher erneut an.',
    accessUnknown: 'Wann das Access-Token abläuft, ist unbekannt. Meist nach einer Stunde.',
    accessExpires: (end) => `Das Access-Token gilt bis ${end}.`,
  },

  accessToken: {
    expired: 'abgelaufen',
    expiryUnknown: 'Ablauf unbekannt',
    hours: (hours, minutes) => `noch ${hours} h ${minutes} min`,
    minutes: (minutes) => `noch ${minutes} min`,
    seconds: (seconds) => `noch ${seconds} s`,
    hasExpired: 'Das Access-Token ist abgelaufen.',
    refresh: 'Access-Token aktualisieren',
    refreshed: 'Neues Access-Token. Das Refresh-Token bleibt dasselbe.',
    refreshedBoth: 'Neues Access-Token und neues Refresh-Token: Sichere das Refresh-Token.',
    secretHint:
      'Ein Token, das mit einem Client-Secret ausgestellt wurde, wird damit aktualisiert. Diese Seite kennt das Secret nicht mehr: Gib es noch einmal ein.',
  },

  scopes: {
    granted: 'Erteilte Scopes',
    asAsked: (number) => `${number}, wie gewählt`,
    someMissing: (number, missing) => `${number}, ${missing} ${missing === 1 ? 'fehlt' : 'fehlen'}`,
    unknown: 'nicht genannt',
    notStated: 'Die Antwort von Spotify nennt sie nicht.',
    notStatedAsked: 'Die Antwort von Spotify nennt sie nicht. Gewählt hattest du:',
    none: 'Keine: Dieses Token kann nur öffentliche Daten lesen.',
    missing: 'Gewählt, nicht erteilt',
  },

  tryIt: {
    but: {
      user_not_registered: 'Aber Spotify lehnt dieses Konto ab',
      premium_required: 'Aber das Konto hinter der App braucht Premium',
      forbidden: 'Aber Spotify lehnt diese Anfrage ab',
    },
    heading: 'Ausprobieren',
    noUser:
      'Dieses Token liest öffentliche Katalogdaten. Es gehört der App und hat deshalb weder Konto noch Hörverlauf.',
    asking: 'Bei Spotify wird abgefragt, wem das Token gehört und was zuletzt lief.',
    playedBy: '**Funktioniert:** angemeldet als {name}, zuletzt lief {title} von {by}, {ago}.',
    playedFrom: '**Funktioniert:** angemeldet als {name}, zuletzt lief {title} aus {by}, {ago}.',
    played: '**Funktioniert:** angemeldet als {name}, zuletzt lief {title}, {ago}.',
    noPlays:
      '**Funktioniert:** angemeldet als {name}. Spotify kennt für dieses Konto noch keine Wiedergaben: Gezählt wird ab 30 Sekunden.',
    noScope:
      '**Funktioniert:** angemeldet als {name}. Um zu zeigen, was zuletzt lief, braucht es den Scope `user-read-recently-played`.',
    askAgain: 'Erneut fragen',
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
    row: (position: number) => `Zeile ${position}`,
    asking: 'Bei Spotify wird abgefragt, was zuletzt lief.',
    noScope: 'Die Karte braucht den Scope `user-read-recently-played`.',
    refused: 'Hier erscheint, was du gehört hast, sobald Spotify das Konto zulässt.',
    failed: 'Hier erscheint, was du gehört hast, sobald Spotify antwortet.',
    needsRefreshToken: 'Eine Website braucht ein Refresh-Token. Es gilt sechs Monate.',
    download: 'Ganze Datei herunterladen',
    file: (file) => `${file}, für GitHub Pages`,
    tabs: { 'Static site': 'Statisch', 'HTML element': 'HTML-Element' },
    hints: {
      'Static site': `Kein Server: Eine GitHub Action schreibt die Dateien zweimal pro Stunde, mit dem Token aus ihren Secrets. Lege \`{packed}\` ins Repository. ${madeByPack}`,
      README:
        'Eine helle und eine dunkle Karte, mit Link zum Titel. Ersetze `example.com/listening` durch die Adresse deines Handlers.',
      'HTML element':
        'Für jede Seite. Ersetze `example.com/listening` durch die Adresse deines Handlers. Auf einer statischen Website heißt das Skript `define-element.js`.',
      'Next.js': `Oder jeder Server, der auf einen Request eine Response liefert: Workers, Deno, Bun. ${install}`,
    },
  },

  useIt: {
    heading: 'Verwenden',
    download: 'Ganzes Programm herunterladen',
    file: (file) => `${file}, mit Fehlerbehandlung`,
    hints: {
      refrain: `Aktualisiert bei Bedarf, speichert ein neues Token, warnt vor dem Ablauf. ${install}`,
      JavaScript: 'Node 20 oder neuer, ohne Bibliothek.',
      Python: 'Mit `requests`.',
      curl: 'In einer Shell, in der das Token gesetzt ist. Mit `jq`.',
    },
  },

  calendar: {
    summary: (end) => `Spotify-Refresh-Token erneuern (läuft am ${end} ab)`,
    summaryPractice: (end) => `Demo: Spotify-Refresh-Token erneuern (läuft am ${end} ab)`,
    expires: (end) =>
      `Das Refresh-Token läuft am ${end} ab, sechs Monate nach deiner Zustimmung. Aktualisieren verlängert es nicht.`,
    approved: (day) => `Du hast am ${day} zugestimmt.`,
    signInAgain: 'Melde dich erneut an. Das Formular ist ausgefüllt wie zuvor:',
    startAgain: (query) =>
      `Starte Refrain wieder, mit npm start in seinem Ordner oder mit refrain page. Um das Formular auszufüllen, hänge dies an die Adresse an:\n${query}`,
  },
};
