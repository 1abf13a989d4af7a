import type { ErrorText } from '../catalogue.ts';
import { germanSignInErrors } from './german-sign-in-errors.ts';

const dashboard = 'Füge in den Settings deiner App unter Redirect URIs ';
const checkProxy = 'Prüfe, ob ein Proxy zwischen dir und Spotify steht, und versuche es noch einmal.';

export const germanErrors: ErrorText = {
  ...germanSignInErrors,

  redirect_uri_mismatch: {
    title: 'Spotify kann noch nicht hierher weiterleiten',
    reason: 'Diese Redirect-URI steht nicht in der Liste deiner App. Sie muss bis zum letzten Zeichen übereinstimmen.',
    cure: `${dashboard}diese Adresse ein, drücke Add und dann Save.`,
  },
  redirect_uri_insecure: {
    title: 'Spotify verlangt hier https',
    reason: 'Spotify erlaubt http nur bei 127.0.0.1 und [::1] und lehnt localhost auch mit https ab.',
    cure: 'Nimm https, oder http://127.0.0.1 auf deinem eigenen Rechner, und trage diese Adresse ein.',
  },
  redirect_uri_localhost: {
    title: 'Nimm 127.0.0.1 statt localhost',
    reason: 'Spotify lehnt den Namen localhost in einer Redirect-URI ab. 127.0.0.1 ist derselbe Rechner.',
    cure: 'Öffne diese Seite unter 127.0.0.1 mit demselben Port und trage diese Adresse ein.',
  },
  redirect_uri_malformed: {
    title: 'Spotify kann nicht zu dieser Adresse weiterleiten',
    reason:
      'Eine Redirect-URI ist eine vollständige Adresse ohne Fragment (#). Eine Datei auf der Festplatte geht nicht.',
    cure: 'Stelle die Seite über https bereit, oder auf deinem Rechner unter http://127.0.0.1, und trage diese Adresse ein.',
  },
  client_unknown: {
    title: 'Spotify kennt diese Client-ID nicht',
    reason: 'Sie ist unvollständig oder falsch getippt, oder die App wurde gelöscht.',
    cure: 'Kopiere die Client-ID noch einmal aus den Settings deiner App, unter Basic Information.',
  },
  scope_illegal: {
    title: 'Spotify akzeptiert einen der Scopes nicht',
    reason: 'Ein Scope ist falsch geschrieben, wurde abgeschafft oder ist für deine App nicht verfügbar.',
    cure: 'Wähle nur Scopes aus dieser Liste und verbinde dann noch einmal.',
  },
  response_type_wrong: {
    title: 'Spotify verlangt response_type=code',
    reason: 'Die Adresse wurde geändert, oder sie stammt von einem älteren Werkzeug.',
    cure: 'Verbinde noch einmal von dieser Seite aus.',
  },

  invalid_client: {
    title: 'Spotify lehnt Client-ID oder Client-Secret ab',
    reason: 'Die Client-ID ist unbekannt, oder sie braucht ein Client-Secret, das nicht gesendet wurde.',
    cure: 'Prüfe die Client-ID und, falls es eines gibt, das Client-Secret in den Settings deiner App.',
  },
  client_secret_wrong: {
    title: 'Das Client-Secret ist falsch',
    reason: 'Es ist unvollständig oder falsch getippt, gehört zu einer anderen App oder wurde durch ein neues ersetzt.',
    cure: 'Drücke in den Settings deiner App View client secret, kopiere es ganz und versuche es noch einmal.',
  },
  refresh_token_refused: {
    title: 'Spotify lehnt das Refresh-Token ab',
    reason:
      'Es ist älter als sechs Monate, unvollständig, von einer anderen App oder widerrufen. Spotify sagt nicht, was davon.',
    cure: 'Prüfe, ob es vollständig ist und zu dieser Client-ID gehört. Wenn ja, verbinde noch einmal für ein neues.',
  },
  refresh_token_expired: {
    title: 'Das Refresh-Token ist abgelaufen',
    reason: 'Es gilt sechs Monate ab deiner Zustimmung. Auffrischen verlängert es nicht.',
    cure: 'Verbinde noch einmal für ein neues.',
  },
  refresh_token_suspect: {
    title: 'Spotify lehnt das Token vorzeitig ab',
    reason:
      'Meist hast du der App den Zugriff entzogen oder dein Passwort geändert. Vielleicht hat Spotify auch eine Störung.',
    cure: 'Behalte das Token und versuche es in 15 Minuten noch einmal. Lehnt Spotify es wieder ab, verbinde neu.',
  },
  invalid_request: {
    title: 'Spotify lehnt die Anfrage ab',
    reason: 'Ein Token, das mit einem Client-Secret erstellt wurde, braucht dieses meist auch hier.',
    cure: 'Wurde das Token mit einem Client-Secret erstellt, gib auch das Secret ein. Wenn nicht, verbinde noch einmal.',
  },
  unsupported_grant_type: {
    title: 'Spotify unterstützt diesen Grant-Typ nicht',
    reason: 'Ein anderer Server hat geantwortet, oder ein Proxy hat die Anfrage geändert.',
    cure: checkProxy,
  },
  token_request_refused: {
    title: 'Spotify hat kein Token ausgestellt',
    reason: 'Spotify nennt einen Fehler, den Refrain nicht kennt.',
    cure: 'Versuche es noch einmal. Bleibt der Fehler, suche im Developer-Forum von Spotify danach.',
  },
  answer_unreadable: {
    title: 'Spotifys Antwort ist nicht lesbar',
    reason:
      'Ein Proxy oder die Anmeldeseite eines Netzwerks hat stattdessen geantwortet, oder die Antwort ist unvollständig.',
    cure: 'Prüfe, ob du in diesem Netzwerk Spotify erreichst, und versuche es noch einmal.',
  },
  answer_too_large: {
    title: 'Die Antwort ist zu groß',
    reason: 'Spotifys Antworten sind klein, diese hat mehr als 1 MB. Ein anderer Server hat geantwortet.',
    cure: checkProxy,
  },
  timed_out: {
    title: 'Spotify hat nicht rechtzeitig geantwortet',
    reason: 'Das Netzwerk oder Spotify ist langsam.',
    cure: 'Versuche es noch einmal. Sagt Spotify, dass der Code benutzt wurde, verbinde neu.',
  },
  network: {
    title: 'Spotify ist nicht erreichbar',
    reason:
      'Du bist offline, ein Blocker oder Proxy hält die Anfrage auf, das Netzwerk verlangt eine Anmeldung, oder Spotify begrenzt deine Anfragen.',
    cure: 'Prüfe die Verbindung, schalte Blocker für diese Seite aus, warte 30 Sekunden und versuche es noch einmal.',
  },
  rate_limited: {
    title: 'Spotify begrenzt die Anfragen',
    reason: 'Die App hat in 30 Sekunden zu viele Anfragen gesendet.',
    cure: 'Warte 30 Sekunden oder bis zur angezeigten Zeit und versuche es noch einmal.',
  },
  quota_exceeded: {
    title: 'Kontingent aufgebraucht',
    reason:
      'Alle Apps eines Entwicklers teilen sich ein Kontingent. Es kann viele Stunden dauern, bis Spotify wieder Anfragen annimmt.',
    cure: 'Warte bis zur angezeigten Zeit oder bis morgen. Frühere Versuche helfen nicht.',
  },
  spotify_unavailable: {
    title: 'Spotify hat gerade Probleme',
    reason: 'Die Server sind überlastet oder werden gewartet. An deinen Eingaben und Token liegt es nicht.',
    cure: 'Versuche es in einer Minute noch einmal.',
  },
  client_id_missing: {
    title: 'Die Client-ID fehlt',
    reason:
      'Es wurde keine eingegeben, oder das Programm, das die Adresse geöffnet hat, schnitt sie beim ersten „&“ ab.',
    cure: 'Kopiere die Client-ID aus den Settings deiner App, unter Basic Information.',
  },
  endpoint_refused: {
    title: 'Die Adresse für Spotify ist ungültig',
    reason: 'Sie muss aus https:// (oder http:// auf diesem Rechner, 127.0.0.1) und einem Host bestehen, ohne Pfad.',
    cure: 'Berichtige die Adresse, oder entferne sie, um Spotify zu nehmen.',
  },
  unexpected: {
    title: 'Etwas Unerwartetes ist schiefgegangen',
    reason: 'Das ist ein Fehler in Refrain oder ein Problem mit diesem Rechner.',
    cure: 'Versuche es noch einmal. Passiert es wieder, melde es mit der Zeile oben. Sie enthält kein Geheimnis.',
  },

  access_token_expired: {
    title: 'Das Access-Token ist abgelaufen',
    reason: 'Es gilt eine Stunde, oder kürzer, wenn du der App den Zugriff entziehst.',
    cure: 'Frische es auf, oder verbinde noch einmal.',
  },
  scope_missing: {
    title: 'Dem Token fehlt ein Scope',
    reason: 'Diese Anfrage braucht einen Scope, den du nicht gewählt oder nicht erlaubt hast.',
    cure: 'Füge den Scope hinzu und verbinde noch einmal. Auffrischen fügt keine Scopes hinzu.',
  },
  user_not_registered: {
    title: 'Spotify lehnt dieses Konto ab',
    reason: 'Es steht nicht auf der Nutzerliste der App (403).',
    cure: 'Öffne in Spotifys Dashboard das User Management der App, füge Name und Spotify-E-Mail des Kontos hinzu und versuche es noch einmal.',
  },
  premium_required: {
    title: 'Der Besitzer der App braucht Premium',
    reason: 'Eine App im Development Mode funktioniert nur, solange ihr Besitzer Spotify Premium hat.',
    cure: 'Bitte den Besitzer der App, Premium zu erneuern, warte ein paar Minuten und versuche es noch einmal.',
  },
  forbidden: {
    title: 'Spotify lehnt diese Anfrage ab',
    reason: 'Meist steht das Konto nicht auf der Nutzerliste der App, oder ihr Besitzer hat kein Premium.',
    cure: 'Prüfe User Management in Spotifys Dashboard und das Premium des Besitzers, dann versuche es noch einmal.',
  },
  web_api_refused: {
    title: 'Spotify antwortet mit einem Fehler',
    reason: 'Das Angefragte gibt es nicht, oder Spotify hat diese Anfrage geändert.',
    cure: 'Prüfe, was angefragt wurde, oder versuche es später noch einmal. Am Token liegt es nicht.',
  },

  storage_blocked: {
    title: 'Der Browser sperrt den Speicher für diese Seite',
    reason: 'Die Seite muss sich deine Anmeldung merken, während du bei Spotify bist.',
    cure: 'Erlaube Websitedaten für diese Adresse, oder nimm einen anderen Browser oder ein anderes Fenster.',
  },
  secret_in_link: {
    title: 'Der Link enthielt ein Geheimnis',
    reason:
      'Es wurde entfernt und nicht benutzt. Aber Browserverläufe und Server-Logs behalten Adressen: Behandle es als öffentlich.',
    cure: 'Ersetze das Client-Secret in Spotifys Dashboard, oder entferne die App unter spotify.com/account/apps.',
  },
  tokens_wiped: {
    title: 'Das Token wurde gelöscht, als du die Seite verlassen hast',
    reason: 'So kann die Zurück-Taste es nicht wieder zeigen.',
    cure: 'Hast du es nicht kopiert, verbinde noch einmal für ein neues.',
  },
  code_lost: {
    title: 'Deine Zustimmung ging verloren',
    reason:
      'Die Seite wurde neu geladen, bevor du das Client-Secret eingegeben hast, und der Code wird nie gespeichert.',
    cure: 'Stimme noch einmal zu: Alles ist noch ausgefüllt.',
  },
};
