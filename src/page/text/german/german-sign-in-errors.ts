import type { callbackErrors } from '../../../errors/table/callback-errors.ts';
import type { ErrorText } from '../catalogue.ts';

const connectAgain = 'Verbinde noch einmal. Es dauert nur Sekunden.';

/** What can go wrong between Connect and the token. */
export const germanSignInErrors: Pick<ErrorText, keyof typeof callbackErrors> = {
  access_denied: {
    title: 'Du hast bei Spotify abgelehnt',
    reason: 'Spotify gibt nur ein Token, wenn du zustimmst.',
    cure: 'Verbinde noch einmal. Wähle weniger Scopes, wenn du weniger erlauben willst.',
  },
  authorization_refused: {
    title: 'Spotify hat die Anmeldung mit einem Fehler beendet',
    reason: 'Spotify hat die Anfrage nicht akzeptiert, oder es hat gerade Probleme.',
    cure: 'Verbinde noch einmal. Bleibt der Fehler, suche in Spotifys Dokumentation danach.',
  },
  state_missing: {
    title: 'Anmeldung passt nicht (kein state)',
    reason: 'Die Adresse ist unvollständig oder nicht von Spotify. Sie wurde nicht benutzt.',
    cure: connectAgain,
  },
  state_mismatch: {
    title: 'Anmeldung passt nicht (state)',
    reason:
      'Dieser Rückruf ist von einem anderen Tab oder einer früheren Anmeldung, oder jemand anders hat den Link gemacht. Er wurde nicht benutzt.',
    cure: 'Mach in dem Tab weiter, in dem du angefangen hast, oder verbinde hier noch einmal.',
  },
  callback_replayed: {
    title: 'Dieser Rückruf wurde schon benutzt',
    reason: 'Ein Code gilt nur einmal. Die Seite wurde neu geladen oder die Adresse noch einmal geöffnet.',
    cure: connectAgain,
  },
  callback_malformed: {
    title: 'Spotifys Rückruf ist unvollständig',
    reason: 'Die Adresse ist unvollständig, geändert oder nicht von Spotify. Sie wurde nicht benutzt.',
    cure: connectAgain,
  },
  issuer_mismatch: {
    title: 'Dieser Rückruf ist nicht von Spotify',
    reason: 'Er nennt einen anderen Server, der vielleicht deine Anmeldung stehlen will. Er wurde nicht benutzt.',
    cure: 'Verbinde noch einmal von hier aus. Folge nicht dem Link, über den du gekommen bist.',
  },
  try_missing: {
    title: 'In diesem Tab wartet keine Anmeldung',
    reason: 'Die Adresse ist aus deinem Verlauf, oder die Anmeldung hat in einem anderen Tab oder Browser angefangen.',
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
    cure: 'Wähle stattdessen „Nur die API ausprobieren“: ein Access-Token für eine Stunde, ohne Secret.',
  },
  authorization_code_expired: {
    title: 'Diese Zustimmung ist abgelaufen',
    reason: 'Sie gilt nur ein paar Minuten.',
    cure: 'Stimme noch einmal zu: Alles ist noch ausgefüllt.',
  },
  authorization_code_invalid: {
    title: 'Spotify lehnt den Code ab',
    reason: 'Ein Code gilt nur einmal. Dieser wurde schon benutzt oder ist unvollständig.',
    cure: connectAgain,
  },
  redirect_uri_changed: {
    title: 'Die Redirect-URI hat sich während der Anmeldung geändert',
    reason: 'Sie muss am Anfang und am Ende genau gleich sein.',
    cure: 'Verbinde noch einmal und bleib bei derselben Adresse, bis du das Token hast.',
  },
  code_verifier_wrong: {
    title: 'Anmeldung passt nicht (code verifier)',
    reason: 'Dieser Rückruf gehört zu einer anderen Anmeldung als der, die hier angefangen hat.',
    cure: connectAgain,
  },
  refresh_token_missing: {
    title: 'Spotify hat kein Refresh-Token gesendet',
    reason: 'Spotify hat es in der Antwort weggelassen. Hier ging nichts verloren.',
    cure: 'Benutze das Access-Token eine Stunde lang, oder verbinde noch einmal für ein Refresh-Token.',
  },
};
