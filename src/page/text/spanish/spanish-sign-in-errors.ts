import type { callbackErrors } from '../../../errors/table/callback-errors.ts';
import type { ErrorText } from '../catalogue.ts';

const connectAgain = 'Conéctate de nuevo. Solo lleva unos segundos.';

/** What can go wrong between Connect and the token. */
export const spanishSignInErrors: Pick<ErrorText, keyof typeof callbackErrors> = {
  access_denied: {
    title: 'Rechazaste la autorización en Spotify',
    reason: 'Spotify solo emite un token si autorizas la app.',
    cure: 'Conéctate de nuevo. Elige menos scopes si quieres permitir menos.',
  },
  authorization_refused: {
    title: 'Spotify terminó el inicio de sesión con un error',
    reason: 'Spotify no aceptó la petición, o tiene problemas ahora mismo.',
    cure: 'Conéctate de nuevo. Si el error continúa, búscalo en la documentación de Spotify.',
  },
  state_missing: {
    title: 'El inicio de sesión no coincide (sin state)',
    reason: 'La dirección está incompleta o no es de Spotify. No se usó.',
    cure: connectAgain,
  },
  state_mismatch: {
    title: 'El inicio de sesión no coincide (state)',
    reason:
      'Este callback es de otra pestaña o de un inicio de sesión anterior, o el enlace lo creó otra persona. No se usó.',
    cure: 'Termina en la pestaña donde empezaste, o conéctate de nuevo aquí.',
  },
  callback_replayed: {
    title: 'Este callback ya se usó',
    reason: 'Un código solo sirve una vez. La página se recargó o la dirección se abrió otra vez.',
    cure: connectAgain,
  },
  callback_malformed: {
    title: 'El callback de Spotify está incompleto',
    reason: 'La dirección está incompleta, se modificó o no es de Spotify. No se usó.',
    cure: connectAgain,
  },
  issuer_mismatch: {
    title: 'Este callback no es de Spotify',
    reason: 'Indica otro servidor, que quizá intenta robar tu inicio de sesión. No se usó.',
    cure: 'Conéctate de nuevo desde aquí. No uses el enlace por el que llegaste.',
  },
  try_missing: {
    title: 'En esta pestaña no hay un inicio de sesión en curso',
    reason: 'La dirección viene de tu historial, o el inicio de sesión empezó en otra pestaña o navegador.',
    cure: connectAgain,
  },
  try_elsewhere: {
    title: 'Este inicio de sesión empezó en otro sitio',
    reason: 'Empezó con otro servidor, o en esta página con otra dirección. No se envió nada.',
    cure: connectAgain,
  },
  implicit_grant_gone: {
    title: 'Spotify ha eliminado el implicit grant',
    reason: 'Desde el 27 de noviembre de 2025, Spotify ya no pone tokens en la dirección (response_type=token).',
    cure: 'Elige «Probar la API»: un access token de una hora, sin client secret.',
  },
  authorization_code_expired: {
    title: 'Esa autorización ha caducado',
    reason: 'Una autorización solo dura unos minutos.',
    cure: 'Autoriza otra vez: tus datos siguen en el formulario.',
  },
  authorization_code_invalid: {
    title: 'Spotify rechazó el código',
    reason: 'Un código solo sirve una vez. Este ya se usó o está incompleto.',
    cure: connectAgain,
  },
  redirect_uri_changed: {
    title: 'La redirect URI cambió durante el inicio de sesión',
    reason: 'Debe ser exactamente la misma al principio y al final.',
    cure: 'Conéctate de nuevo y no cambies de dirección hasta tener el token.',
  },
  code_verifier_wrong: {
    title: 'El inicio de sesión no coincide (code verifier)',
    reason: 'Este callback es de otro inicio de sesión, no del que empezó aquí.',
    cure: connectAgain,
  },
  refresh_token_missing: {
    title: 'Spotify no envió un refresh token',
    reason: 'Spotify no lo incluyó en su respuesta. Aquí no se perdió nada.',
    cure: 'Usa el access token durante una hora, o conéctate de nuevo para obtener un refresh token.',
  },
};
