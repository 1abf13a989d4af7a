import type { callbackErrors } from '../../../errors/table/callback-errors.ts';
import type { ErrorText } from '../catalogue.ts';

const connectAgain = 'Verbinde dich erneut. Es dauert nur Sekunden.';

/** What can go wrong between Connect and the token. */
export const germanSignInErrors: Pick<ErrorText, keyof typeof callbackErrors> = {
  access_denied: {
    title: 'Du hast bei Spotify abgelehnt',
    reason: 'Spotify stellt nur dann ein Token aus, wenn du zustimmst.',
    cure: 'Verbinde dich erneut. Wähle weniger Scopes, wenn du weniger erlauben willst.',
  },
  authorization_refused: {
    title: 'Spotify hat die Anmeldung mit einem Fehler beendet',
    reason: 'Spotify hat die Anfrage nicht akzeptiert oder hat gerade Probleme.',
    cure: 'Verbinde dich erneut. Bleibt der Fehler, suche in der Spotify-Dokumentation danach.',
  },
  state_missing: {
    title: 'Anmeldung nicht zuzuordnen (kein state)',
    reason: 'Die Adresse ist unvollständig oder nicht von Spotify. Sie wurde nicht verwendet.',
    cure: connectAgain,
  },
  state_mismatch: {
    title: 'Anmeldung nicht zuzuordnen (state)',
    reason:
      'Dieser Callback stammt aus einem anderen Tab oder von einer früheren Anmeldung, oder jemand anders hat den Link erstellt. Er wurde nicht verwendet.',
    cure: 'Mach in dem Tab weiter, in dem du angefangen hast, oder verbinde dich hier erneut.',
  },
  callback_replayed: {
    title: 'Dieser Callback wurde schon verwendet',
    reason: 'Ein Code gilt nur einmal. Die Seite wurde neu geladen oder die Adresse noch einmal geöffnet.',
    cure: connectAgain,
  },
  callback_malformed: {
    title: 'Der Callback von Spotify ist unvollständig',
    reason: 'Die Adresse ist unvollständig, verändert oder nicht von Spotify. Sie wurde nicht verwendet.',
    cure: connectAgain,
  },
  issuer_mismatch: {
    title: 'Dieser Callback ist nicht von Spotify',
    reason: 'Er nennt einen anderen Server, der vielleicht deine Anmeldung abfangen will. Er wurde nicht verwendet.',
    cure: 'Verbinde dich von hier aus erneut. Folge nicht dem Link, über den du gekommen bist.',
  },
  try_missing: {
    title: 'In diesem Tab läuft keine Anmeldung',
    reason:
      'Die Adresse stammt aus deinem Verlauf, oder die Anmeldung hat in einem anderen Tab oder Browser angefangen.',
    cure: connectAgain,
  },
  try_elsewhere: {
    title: 'Diese Anmeldung hat anderswo angefangen',
    reason:
      'Sie begann mit einem anderen Server oder auf dieser Seite unter einer anderen Adresse. Nichts wurde gesendet.',
    cure: connectAgain,
  },
  implicit_grant_gone: {
    title: 'Spotify hat den Implicit Grant abgeschafft',
    reason: 'Seit dem 27. November 2025 schreibt Spotify keine Token mehr in die Adresse (response_type=token).',
    cure: 'Wähle stattdessen „API testen“: ein Access-Token für eine Stunde, ohne Secret.',
  },
  authorization_code_expired: {
    title: 'Diese Zustimmung ist abgelaufen',
    reason: 'Eine Zustimmung gilt nur ein paar Minuten.',
    cure: 'Stimme noch einmal zu: Das Formular ist noch ausgefüllt.',
  },
  authorization_code_invalid: {
    title: 'Spotify lehnt den Code ab',
    reason: 'Ein Code gilt nur einmal. Dieser wurde schon verwendet oder ist unvollständig.',
    cure: connectAgain,
  },
  redirect_uri_changed: {
    title: 'Die Redirect-URI hat sich während der Anmeldung geändert',
    reason: 'Sie muss am Anfang und am Ende genau gleich sein.',
    cure: 'Verbinde dich erneut und bleib bei derselben Adresse, bis du das Token hast.',
  },
  code_verifier_wrong: {
    title: 'Anmeldung nicht zuzuordnen (code verifier)',
    reason: 'Dieser Callback gehört zu einer anderen Anmeldung als der, die hier angefangen hat.',
    cure: connectAgain,
  },
  refresh_token_missing: {
    title: 'Spotify hat kein Refresh-Token gesendet',
    reason: 'Spotify hat es in der Antwort weggelassen. Hier ging nichts verloren.',
    cure: 'Verwende das Access-Token eine Stunde lang, oder verbinde dich erneut, um ein Refresh-Token zu bekommen.',
  },
};
