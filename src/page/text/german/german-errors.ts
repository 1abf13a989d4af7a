import type { ErrorText } from '../catalogue.ts';
import { germanSignInErrors } from './german-sign-in-errors.ts';

const dashboard = 'Füge in den Settings deiner App unter Redirect URIs ';
const checkProxy = 'Prüfe, ob ein Proxy zwischen dir und Spotify steht, und versuche es erneut.';

export const germanErrors: ErrorText = {
  ...germanSignInErrors,

  redirect_uri_mismatch: {
    title: 'Spotify kann noch nicht hierher weiterleiten',
    reason: 'Diese Redirect-URI steht nicht in der Liste deiner App. Sie muss Zeichen für Zeichen übereinstimmen.',
    cure: `${dashboard}diese Adresse ein, klicke auf Add und dann auf Save.`,
  },
  redirect_uri_insecure: {
    title: 'Spotify verlangt hier https',
    reason: 'Spotify erlaubt http nur bei 127.0.0.1 und [::1] und lehnt localhost auch mit https ab.',
    cure: 'Verwende https, auf deinem eigenen Rechner auch http://127.0.0.1, und trage diese Adresse ein.',
  },
  redirect_uri_localhost: {
    title: 'Verwende 127.0.0.1 statt localhost',
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
    reason: 'Sie ist unvollständig oder falsch geschrieben, oder die App wurde gelöscht.',
    cure: 'Kopiere die Client-ID noch einmal aus den Settings deiner App, unter Basic Information.',
  },
  scope_illegal: {
    title: 'Spotify akzeptiert einen der Scopes nicht',
    reason: 'Ein Scope ist falsch geschrieben, wurde abgeschafft oder ist für deine App nicht verfügbar.',
    cure: 'Wähle nur Scopes aus dieser Liste und verbinde dich dann erneut.',
  },
  response_type_wrong: {
    title: 'Spotify verlangt response_type=code',
    reason: 'Die Adresse wurde geändert, oder sie stammt von einem älteren Tool.',
    cure: 'Verbinde dich erneut von dieser Seite aus.',
  },

  invalid_client: {
    title: 'Spotify lehnt Client-ID oder Client-Secret ab',
    reason: 'Die Client-ID ist unbekannt, oder sie braucht ein Client-Secret, das nicht gesendet wurde.',
    cure: 'Prüfe die Client-ID und, falls es eines gibt, das Client-Secret in den Settings deiner App.',
  },
  client_secret_wrong: {
    title: 'Das Client-Secret ist falsch',
    reason:
      'Es ist unvollständig oder falsch geschrieben, gehört zu einer anderen App oder wurde durch ein neues ersetzt.',
    cure: 'Klicke in den Settings deiner App auf View client secret, kopiere es ganz und versuche es erneut.',
  },
  refresh_token_refused: {
    title: 'Spotify lehnt das Refresh-Token ab',
    reason:
      'Es ist älter als sechs Monate, unvollständig, von einer anderen App oder widerrufen. Was davon zutrifft, verrät Spotify nicht.',
    cure: 'Prüfe, ob es vollständig ist und zu dieser Client-ID gehört. Wenn ja, verbinde dich erneut, um ein neues zu bekommen.',
  },
  refresh_token_expired: {
    title: 'Das Refresh-Token ist abgelaufen',
    reason: 'Ein Refresh-Token gilt sechs Monate ab der Zustimmung. Aktualisieren verlängert es nicht.',
    cure: 'Verbinde dich erneut, um ein neues zu bekommen.',
  },
  refresh_token_suspect: {
    title: 'Spotify lehnt das Token vorzeitig ab',
    reason:
      'Meist hast du der App den Zugriff entzogen oder dein Passwort geändert. Vielleicht hat Spotify auch eine Störung.',
    cure: 'Behalte das Token und versuche es in 15 Minuten erneut. Lehnt Spotify es wieder ab, verbinde dich neu.',
  },
  invalid_request: {
    title: 'Spotify lehnt die Token-Anfrage ab',
    reason: 'Ein Token, das mit einem Client-Secret erstellt wurde, braucht es meist auch hier.',
    cure: 'Wurde das Token mit einem Client-Secret erstellt, gib auch das Secret ein. Wenn nicht, verbinde dich erneut.',
  },
  unsupported_grant_type: {
    title: 'Spotify unterstützt diesen Grant Type nicht',
    reason: 'Ein anderer Server hat geantwortet, oder ein Proxy hat die Anfrage geändert.',
    cure: checkProxy,
  },
  token_request_refused: {
    title: 'Spotify hat kein Token ausgestellt',
    reason: 'Spotify nennt einen Fehler, den Refrain nicht kennt.',
    cure: 'Versuche es erneut. Bleibt der Fehler, suche im Developer-Forum von Spotify danach.',
  },
  answer_unreadable: {
    title: 'Die Antwort von Spotify ist nicht lesbar',
    reason:
      'Ein Proxy oder die Anmeldeseite eines Netzwerks hat stattdessen geantwortet, oder die Antwort ist unvollständig.',
    cure: 'Prüfe, ob du Spotify in diesem Netzwerk erreichst, und versuche es erneut.',
  },
  answer_too_large: {
    title: 'Die Antwort ist zu groß',
    reason:
      'Antworten von Spotify sind klein, diese ist größer als 1 MB. Vermutlich hat ein anderer Server geantwortet.',
    cure: checkProxy,
  },
  timed_out: {
    title: 'Spotify hat nicht rechtzeitig geantwortet',
    reason: 'Das Netzwerk oder Spotify ist langsam.',
    cure: 'Prüfe die Verbindung und versuche es erneut.',
  },
  network: {
    title: 'Spotify ist nicht erreichbar',
    reason:
      'Du bist offline, ein Blocker oder Proxy verhindert die Anfrage, das Netzwerk verlangt eine Anmeldung, oder Spotify begrenzt deine Anfragen.',
    cure: 'Prüfe die Verbindung, schalte Blocker für diese Seite aus und versuche es erneut. Klappt es nicht, warte 30 Sekunden.',
  },
  rate_limited: {
    title: 'Spotify begrenzt die Anfragen',
    reason: 'Die App hat in 30 Sekunden zu viele Anfragen gesendet.',
    cure: 'Warte 30 Sekunden oder bis zur angezeigten Zeit und versuche es erneut.',
  },
  quota_exceeded: {
    title: 'Kontingent aufgebraucht',
    reason:
      'Alle Apps eines Entwicklerkontos teilen sich ein Kontingent. Es kann viele Stunden dauern, bis Spotify wieder Anfragen annimmt.',
    cure: 'Warte bis zur angezeigten Zeit oder bis morgen. Frühere Versuche helfen nicht.',
  },
  spotify_unavailable: {
    title: 'Spotify hat gerade Probleme',
    reason: 'Die Server sind überlastet oder werden gewartet. An deinen Eingaben oder Token liegt es nicht.',
    cure: 'Versuche es erneut. Klappt es nicht, warte eine Minute.',
  },
  client_id_missing: {
    title: 'Die Client-ID fehlt',
    reason:
      'Es wurde keine eingegeben, oder das Programm, das die Adresse geöffnet hat, hat sie beim ersten „&“ abgeschnitten.',
    cure: 'Kopiere die Client-ID aus den Settings deiner App, unter Basic Information.',
  },
  endpoint_refused: {
    title: 'Die Adresse für Spotify ist ungültig',
    reason: 'Sie muss aus https:// (oder http:// auf diesem Rechner, 127.0.0.1) und einem Host bestehen, ohne Pfad.',
    cure: 'Korrigiere die Adresse, oder entferne sie, um Spotify zu verwenden.',
  },
  unexpected: {
    title: 'Unerwarteter Fehler',
    reason: 'Das ist ein Fehler in Refrain oder ein Problem mit diesem Rechner.',
    cure: 'Versuche es erneut. Passiert es wieder, melde es mit der Zeile oben. Sie enthält nichts Geheimes.',
  },

  access_token_expired: {
    title: 'Das Access-Token ist abgelaufen',
    reason: 'Ein Access-Token gilt eine Stunde, oder kürzer, wenn du der App den Zugriff entziehst.',
    cure: 'Aktualisiere es, oder verbinde dich erneut.',
  },
  scope_missing: {
    title: 'Dem Token fehlt ein Scope',
    reason: 'Diese Anfrage braucht einen Scope, den du nicht gewählt oder nicht erlaubt hast.',
    cure: 'Füge den Scope hinzu und verbinde dich erneut. Durch Aktualisieren kommen keine Scopes hinzu.',
  },
  user_not_registered: {
    title: 'Spotify lehnt dieses Konto ab',
    reason: 'Es steht nicht auf der Nutzerliste der App (403).',
    cure: 'Trage Namen und Spotify-E-Mail des Kontos im Spotify-Dashboard ins User Management der App ein und versuche es erneut.',
  },
  premium_required: {
    title: 'Das Konto hinter der App braucht Premium',
    reason: 'Eine App im Development Mode funktioniert nur, solange das Konto, dem sie gehört, Spotify Premium hat.',
    cure: 'Bitte die Person hinter der App, Premium zu verlängern, warte ein paar Minuten und versuche es erneut.',
  },
  forbidden: {
    title: 'Spotify lehnt diese Anfrage ab',
    reason: 'Meist steht das Konto nicht auf der Nutzerliste der App, oder das Konto hinter der App hat kein Premium.',
    cure: 'Prüfe im Spotify-Dashboard das User Management und ob das Konto hinter der App Premium hat, und versuche es erneut.',
  },
  web_api_refused: {
    title: 'Spotify antwortet mit einem Fehler',
    reason: 'Das Angefragte gibt es nicht, oder Spotify hat diesen Teil seiner API geändert.',
    cure: 'Prüfe die Anfrage, oder versuche es später erneut. Am Token liegt es nicht.',
  },

  storage_blocked: {
    title: 'Der Browser blockiert den Speicher für diese Seite',
    reason: 'Die Seite muss sich deine Anmeldung merken, während du bei Spotify bist.',
    cure: 'Erlaube Websitedaten für diese Adresse, oder nimm einen anderen Browser oder ein anderes Fenster.',
  },
  secret_in_link: {
    title: 'Der Link enthielt ein Secret oder Token',
    reason:
      'Es wurde entfernt und nicht verwendet. Aber Browserverläufe und Server-Logs speichern Adressen: Betrachte es als kompromittiert.',
    cure: 'Ersetze das Client-Secret im Spotify-Dashboard, oder entferne die App unter spotify.com/account/apps.',
  },
  tokens_wiped: {
    title: 'Das Token wurde beim Verlassen der Seite gelöscht',
    reason: 'So kann der Zurück-Button es nicht wieder anzeigen.',
    cure: 'Hast du es nicht kopiert, verbinde dich erneut, um ein neues zu bekommen.',
  },
  code_lost: {
    title: 'Deine Zustimmung ging verloren',
    reason:
      'Du hast die Seite verlassen oder neu geladen, bevor das Token da war, und Spotifys Code wird nie gespeichert.',
    cure: 'Stimme noch einmal zu: Das Formular ist noch ausgefüllt.',
  },
};
