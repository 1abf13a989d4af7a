import type { ErrorText } from '../catalogue.ts';
import { spanishSignInErrors } from './spanish-sign-in-errors.ts';

const dashboard = 'En los Settings de tu app, en Redirect URIs, ';
const checkProxy = 'Comprueba si hay un proxy entre tú y Spotify, e inténtalo de nuevo.';

export const spanishErrors: ErrorText = {
  ...spanishSignInErrors,

  redirect_uri_mismatch: {
    title: 'Spotify aún no puede redirigir aquí',
    reason: 'Esta redirect URI no está en la lista de tu app. Debe coincidir carácter por carácter.',
    cure: `${dashboard}pega esta dirección, pulsa Add y luego Save.`,
  },
  redirect_uri_insecure: {
    title: 'Spotify exige https aquí',
    reason: 'Spotify acepta http solo en 127.0.0.1 y [::1], y rechaza localhost incluso con https.',
    cure: 'Usa https, o http://127.0.0.1 en tu propio equipo, y registra esa dirección.',
  },
  redirect_uri_localhost: {
    title: 'Usa 127.0.0.1, no localhost',
    reason: 'Spotify rechaza el nombre localhost en una redirect URI. 127.0.0.1 es el mismo equipo.',
    cure: 'Abre esta página en 127.0.0.1, con el mismo puerto, y registra esa dirección.',
  },
  redirect_uri_malformed: {
    title: 'Spotify no puede redirigir a esta dirección',
    reason: 'Una redirect URI es una dirección completa sin fragmento (#). Un archivo de tu disco no sirve.',
    cure: 'Sirve la página por https, o en tu equipo en http://127.0.0.1, y registra esa dirección.',
  },
  client_unknown: {
    title: 'Spotify no conoce este client ID',
    reason: 'Está incompleto o mal escrito, o se eliminó la app.',
    cure: 'Copia otra vez el client ID de los Settings de tu app, en Basic Information.',
  },
  scope_illegal: {
    title: 'Spotify no acepta uno de los scopes',
    reason: 'Un scope está mal escrito, ya no existe o no está disponible para tu app.',
    cure: 'Elige solo scopes de esta lista y conéctate de nuevo.',
  },
  response_type_wrong: {
    title: 'Spotify exige response_type=code',
    reason: 'La dirección se modificó, o la creó una herramienta antigua.',
    cure: 'Conéctate de nuevo desde esta página.',
  },

  invalid_client: {
    title: 'Spotify rechazó el client ID o el client secret',
    reason: 'El client ID es desconocido, o necesita un client secret que no se envió.',
    cure: 'Comprueba el client ID y, si lo hay, el client secret en los Settings de tu app.',
  },
  client_secret_wrong: {
    title: 'El client secret no es correcto',
    reason: 'Está incompleto o mal escrito, es de otra app o se sustituyó por uno nuevo.',
    cure: 'En los Settings de tu app, pulsa View client secret, cópialo entero e inténtalo de nuevo.',
  },
  refresh_token_refused: {
    title: 'Spotify rechazó el refresh token',
    reason:
      'Tiene más de seis meses, está incompleto, es de otra app o fue revocado. Spotify no dice cuál es el motivo.',
    cure: 'Comprueba que está completo y es de este client ID. Si es así, conéctate de nuevo para obtener otro.',
  },
  refresh_token_expired: {
    title: 'El refresh token ha caducado',
    reason: 'Un refresh token dura seis meses desde tu autorización. Refrescarlo no alarga el plazo.',
    cure: 'Conéctate de nuevo para obtener otro.',
  },
  refresh_token_suspect: {
    title: 'Spotify rechazó el token antes de tiempo',
    reason:
      'Lo más habitual es que hayas quitado el acceso a la app o cambiado tu contraseña. También puede que Spotify tenga una incidencia.',
    cure: 'Guarda el token e inténtalo de nuevo en 15 minutos. Si Spotify vuelve a rechazarlo, conéctate de nuevo.',
  },
  invalid_request: {
    title: 'Spotify rechazó la petición del token',
    reason: 'Un token creado con un client secret suele necesitarlo también aquí.',
    cure: 'Si el token se creó con un client secret, escríbelo también. Si no, conéctate de nuevo.',
  },
  unsupported_grant_type: {
    title: 'Spotify no admite este grant type',
    reason: 'Respondió otro servidor, o un proxy modificó la petición.',
    cure: checkProxy,
  },
  token_request_refused: {
    title: 'Spotify no emitió un token',
    reason: 'Spotify indica un error que Refrain no conoce.',
    cure: 'Inténtalo de nuevo. Si el error continúa, búscalo en el foro de desarrolladores de Spotify.',
  },
  answer_unreadable: {
    title: 'No se pudo leer la respuesta de Spotify',
    reason: 'Respondió en su lugar un proxy o la página de acceso de una red, o la respuesta está incompleta.',
    cure: 'Comprueba que puedes acceder a Spotify desde esta red e inténtalo de nuevo.',
  },
  answer_too_large: {
    title: 'La respuesta es demasiado grande',
    reason: 'Las respuestas de Spotify son pequeñas, y esta pasa de 1 MB. Probablemente respondió otro servidor.',
    cure: checkProxy,
  },
  timed_out: {
    title: 'Spotify no respondió a tiempo',
    reason: 'La red o los servidores de Spotify van lentos.',
    cure: 'Comprueba la conexión e inténtalo de nuevo.',
  },
  network: {
    title: 'No se pudo conectar con Spotify',
    reason:
      'No tienes conexión, un bloqueador o un proxy lo impide, la red exige iniciar sesión, o Spotify limita tus peticiones.',
    cure: 'Comprueba la conexión, desactiva los bloqueadores en esta página e inténtalo de nuevo. Si no funciona, espera 30 segundos.',
  },
  rate_limited: {
    title: 'Spotify limita las peticiones',
    reason: 'La app envió demasiadas peticiones en 30 segundos.',
    cure: 'Espera 30 segundos, o hasta la hora indicada, e inténtalo de nuevo.',
  },
  quota_exceeded: {
    title: 'Cuota agotada',
    reason:
      'Todas las apps de una cuenta de desarrollador comparten una cuota. Spotify puede tardar muchas horas en aceptar peticiones otra vez.',
    cure: 'Espera hasta la hora indicada o hasta mañana. Intentarlo antes no sirve de nada.',
  },
  spotify_unavailable: {
    title: 'Spotify tiene problemas ahora mismo',
    reason: 'Sus servidores están saturados o en mantenimiento. Tus datos y tus tokens no son la causa.',
    cure: 'Inténtalo de nuevo. Si no funciona, espera un minuto.',
  },
  client_id_missing: {
    title: 'Falta el client ID',
    reason: 'No se escribió ninguno, o el programa que abrió la dirección la cortó en el primer «&».',
    cure: 'Copia el client ID de los Settings de tu app, en Basic Information.',
  },
  endpoint_refused: {
    title: 'La dirección de Spotify no es válida',
    reason: 'Debe ser https:// (o http:// en este equipo, 127.0.0.1) y un host, sin ruta.',
    cure: 'Corrige la dirección, o quítala para usar la de Spotify.',
  },
  unexpected: {
    title: 'Ocurrió un error inesperado',
    reason: 'Es un fallo de Refrain, o un problema de este equipo.',
    cure: 'Inténtalo de nuevo. Si vuelve a pasar, avísanos y adjunta la línea de arriba, que no contiene ningún secreto.',
  },

  access_token_expired: {
    title: 'El access token ha caducado',
    reason: 'Un access token dura una hora, o menos si quitas el acceso a la app.',
    cure: 'Refréscalo o conéctate de nuevo.',
  },
  scope_missing: {
    title: 'Al token le falta un scope',
    reason: 'Esta petición necesita un scope que no pediste o no concediste.',
    cure: 'Añade el scope y conéctate de nuevo. Refrescarlo no añade scopes.',
  },
  user_not_registered: {
    title: 'Spotify rechaza esta cuenta',
    reason: 'No está en la lista de usuarios de la app (403).',
    cure: 'En el panel de Spotify, abre User Management de la app, añade el nombre y el correo de Spotify de la cuenta e inténtalo de nuevo.',
  },
  premium_required: {
    title: 'La cuenta propietaria de la app necesita Premium',
    reason: 'Una app en Development Mode solo funciona mientras la cuenta a la que pertenece tiene Spotify Premium.',
    cure: 'Pide al propietario de la app que renueve Premium, espera unos minutos e inténtalo de nuevo.',
  },
  forbidden: {
    title: 'Spotify rechaza esta petición',
    reason:
      'Lo más habitual es que la cuenta no esté en la lista de usuarios de la app, o que la cuenta propietaria no tenga Premium.',
    cure: 'Comprueba User Management en el panel de Spotify y si la cuenta propietaria de la app tiene Premium, e inténtalo de nuevo.',
  },
  web_api_refused: {
    title: 'Spotify respondió con un error',
    reason: 'Lo que se pidió no existe, o Spotify ha cambiado esta parte de su API.',
    cure: 'Comprueba la petición, o inténtalo más tarde. El token no es la causa.',
  },

  storage_blocked: {
    title: 'El navegador bloquea el almacenamiento de esta página',
    reason: 'La página debe recordar tu inicio de sesión mientras estás en Spotify.',
    cure: 'Permite los datos de este sitio, o usa otro navegador u otra ventana.',
  },
  secret_in_link: {
    title: 'El enlace contenía un secreto o un token',
    reason:
      'Se quitó y no se usó. Pero los historiales de los navegadores y los registros de los servidores guardan las direcciones: considéralo filtrado.',
    cure: 'Sustituye el client secret en el panel de Spotify, o quita la app en spotify.com/account/apps.',
  },
  tokens_wiped: {
    title: 'El token se borró al salir de la página',
    reason: 'Así, el botón Atrás no puede mostrarlo otra vez.',
    cure: 'Si no lo copiaste, conéctate de nuevo para obtener otro.',
  },
  code_lost: {
    title: 'Tu autorización se perdió',
    reason: 'Saliste de la página o la recargaste antes de tener el token, y el código de Spotify nunca se guarda.',
    cure: 'Autoriza otra vez: tus datos siguen en el formulario.',
  },
};
