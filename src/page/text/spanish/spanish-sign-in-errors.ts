import type { callbackErrors } from '../../../errors/table/callback-errors.ts';
import type { ErrorText } from '../catalogue.ts';

const connectAgain = 'Conecta de nuevo. Son unos segundos.';

/** What can go wrong between Connect and the token. */
export const spanishSignInErrors: Pick<ErrorText, keyof typeof callbackErrors> = {
  access_denied: {
    title: 'No autorizaste en Spotify',
    reason: 'Spotify solo da un token si autorizas.',
    cure: 'Conecta de nuevo. Elige menos scopes si quieres permitir menos.',
  },
  authorization_refused: {
    title: 'Spotify terminó el inicio de sesión con un error',
    reason: 'Spotify no aceptó la petición, o tiene problemas ahora mismo.',
    cure: 'Conecta de nuevo. Si el error sigue, búscalo en la documentación de Spotify.',
  },
  state_missing: {
    title: 'El inicio de sesión no coincide (sin state)',
    reason: 'La dirección está incompleta o no es de Spotify. No se usó.',
    cure: connectAgain,
  },
  state_mismatch: {
    title: 'El inicio de sesión no coincide (state)',
    reason:
      'Este retorno es de otra pestaña o de un inicio de sesión anterior, o el enlace lo hizo otra persona. No se usó.',
    cure: 'Termina en la pestaña donde empezaste, o conecta de nuevo aquí.',
  },
  callback_replayed: {
    title: 'Este retorno ya se usó',
    reason: 'Un código vale una sola vez. La página se recargó o la dirección se abrió otra vez.',
    cure: connectAgain,
  },
  callback_malformed: {
    title: 'El retorno de Spotify está incompleto',
    reason: 'La dirección está incompleta, se cambió o no es de Spotify. No se usó.',
    cure: connectAgain,
  },
  issuer_mismatch: {
    title: 'Este retorno no es de Spotify',
    reason: 'Nombra otro servidor, que quizá intenta robar tu inicio de sesión. No se usó.',
    cure: 'Conecta de nuevo desde aquí. No sigas el enlace por el que viniste.',
  },
  try_missing: {
    title: 'En esta pestaña no espera ningún inicio de sesión',
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
    cure: 'Elige «Solo probar la API»: un access token para una hora, sin secreto.',
  },
  authorization_code_expired: {
    title: 'Esa autorización ha caducado',
    reason: 'Vale solo unos minutos.',
    cure: 'Autoriza una vez más: todo sigue puesto.',
  },
  authorization_code_invalid: {
    title: 'Spotify rechazó el código',
    reason: 'Un código vale una sola vez. Este ya se usó o está incompleto.',
    cure: connectAgain,
  },
  redirect_uri_changed: {
    title: 'La redirect URI cambió durante el inicio de sesión',
    reason: 'Debe ser exactamente la misma al principio y al final.',
    cure: 'Conecta de nuevo y quédate en la misma dirección hasta tener el token.',
  },
  code_verifier_wrong: {
    title: 'El inicio de sesión no coincide (code verifier)',
    reason: 'Este retorno es de otro inicio de sesión, no del que empezó aquí.',
    cure: connectAgain,
  },
  refresh_token_missing: {
    title: 'Spotify no envió un refresh token',
    reason: 'Spotify no lo puso en su respuesta. Aquí no se perdió nada.',
    cure: 'Usa el access token durante una hora, o conecta de nuevo para obtener un refresh token.',
  },
};
