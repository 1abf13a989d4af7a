import type { AppText } from '../catalogue.ts';

const count = (number: number, one: string, many: string) => `${number} ${number === 1 ? one : many}`;
const days = (number: number) => (number === 1 ? 'Queda 1 día' : `Quedan ${number} días`);
const boldDays = (number: number) => (number === 1 ? 'Queda **1** día' : `Quedan **${number}** días`);

/** `las 14:37`, but `la 1:05`. */
const theClock = (time: string) => `${/^0?1\D/.test(time) ? 'la' : 'las'} ${time}`;
const atClock = (time: string) => `a ${theClock(time)}`;

const treatLikePassword = 'Trátalo como una contraseña.';
const connectForRefreshToken = 'Spotify no envió un refresh token. Conéctate de nuevo para obtener uno.';
const droppedRefreshToken =
  'El refresh token que venía con él se descartó. Para Spotify sigue siendo válido hasta que quites la app';
const toSpotifyOnly = 'Solo va a Spotify, nunca se guarda.';
const madeByPack = 'El archivo se crea con `npm pack` en una copia compilada de Refrain.';
const install = `Instalación: \`npm install ./{packed}\`. ${madeByPack}`;

export const spanishApp: AppText = {
  newTab: '(se abre en una pestaña nueva)',
  otherWays: 'Otras opciones',
  startAgain: 'Empezar de nuevo',
  practise: 'Demo',
  practiseRest: 'sin cuenta',
  getToken: 'Obtener un token',
  getAnother: 'Obtener otro token',

  title: {
    of: (title) => `${title}. Refrain`,
    error: (title) => `Error: ${title}. Refrain`,
    practice: (title) => `Demo: ${title}`,
  },

  dates: {
    at: atClock,
    onDay: (day, time) => `el ${day} ${atClock(time)}`,
    justNow: 'ahora mismo',
    hours: (number) => (number === 1 ? 'una hora' : `${number} horas`),
    minutes: (number) => (number === 1 ? 'un minuto' : `${number} minutos`),
    seconds: (number) => count(number, 'segundo', 'segundos'),
  },

  copy: {
    label: 'Copiar',
    done: 'Copiado',
    refused: 'El navegador no permite copiar.',
    selected: 'El texto está seleccionado: pulsa Ctrl+C, o ⌘C en un Mac.',
    byHand: 'Selecciona el texto y cópialo a mano.',
  },

  alert: {
    spotifySaid: 'Mensaje de Spotify:',
    stillFilledIn: 'Tus datos siguen en el formulario.',
    connectAgain: 'Conectar de nuevo',
    addressSent: 'Añade esta dirección',
    copyAddress: 'Copiar esta dirección',
    addressCopied: 'Redirect URI copiada',
    withoutPort: (other) => `O ${other}: según la documentación de Spotify, sirve para cualquier puerto.`,
    tryAgain: 'Reintentar',
    againLater: 'Después podrás reintentarlo aquí.',
    dashboard: 'Abrir el panel',
    openIssues: 'Ver las incidencias de Spotify',
    retryAt: (time) => `Spotify volverá a aceptar peticiones ${time}. Intentarlo antes no sirve de nada.`,
    pauseUnknown:
      'Espera 30 segundos. La pausa suele durar unos segundos, pero a veces dura horas. Esta página no puede saber cuánto.',
    tokenInLink:
      'Quita la app en spotify.com/account/apps para revocar el token. Luego conéctate de nuevo para obtener otro.',
    otherWorker: (host) =>
      `Otro programa que usó ${host} dejó un service worker, que puede cambiar esta página. En los ajustes del navegador, borra los datos de esta dirección y recarga la página.`,
    bug: 'Esta página tiene un fallo',
    bugReason: 'Refrain no esperaba esto. Tus tokens solo se enviaron a Spotify.',
    bugCure: 'Recarga la página. Si vuelve a pasar, avísanos, por favor.',
  },

  leaving: {
    refreshing: 'Puede que Spotify esté enviando un refresh token nuevo. Si sales, se perderá.',
    notCopied: 'No has copiado el token. Si sales, se perderá.',
    confirm: (loss) => `${loss} ¿Salir de todos modos?`,
  },

  field: {
    error: (text) => `Error: ${text}`,
    toSpotifyOnly,
    toEmulatorOnly: 'Se queda en esta página, nunca se guarda.',
    clientSecret: 'Client secret',
    show: 'Mostrar',
    hide: 'Ocultar',
    showSecret: 'Mostrar client secret',
    hideSecret: 'Ocultar client secret',
    noSecret: 'Escribe el client secret',
    wrongSecret: 'Spotify rechaza este client secret para este client ID',
  },

  waiting: {
    heading: 'Autorizado',
    title: 'Obteniendo tu token',
    subtitle: 'Canjeando el código de Spotify por un token.',
  },

  asking: 'Pidiendo el token a Spotify.',

  secretStep: {
    heading: 'Autorizado',
    title: 'Un paso más',
    subtitle: 'Un paso más: el client secret, y ya tienes el token.',
    enter: 'Escribe el client secret',
    how: 'Tu código de servidor también lo necesita. Está junto al client ID, en **View client secret**.',
    howPractice: 'Tu código de servidor también lo necesita. El client secret de la app de demo es `{secret}`.',
    getToken: 'Obtener token',
    hint: 'Tu autorización dura unos minutos. Si caduca, conéctate de nuevo.',
  },

  practice: {
    consent: {
      heading: '¿Aceptas?',
      title: '¿Aceptas?',
      subtitle: 'Spotify lo pregunta en su propia página. Aquí todo es inventado.',
      asks: 'La app podrá ver o hacer esto:',
      always: 'Tu nombre, tu foto y tus playlists públicas',
      clientId: 'Client ID',
      goesTo: 'Ambos botones te llevan de vuelta a',
      agree: 'Aceptar',
      cancel: 'Cancelar',
    },
    controls: {
      heading: 'Demo',
      what: 'Las canciones, nombres y tokens son inventados y solo funcionan en esta pestaña. Los programas de abajo son para Spotify y necesitan un token real.',
      rotate: 'Rotar la próxima vez que refresques',
      rotates: 'La próxima vez que refresques, cambiará el refresh token.',
      doesNotRotate: 'La próxima vez que refresques, el refresh token seguirá igual.',
      renewDay: 'Cinco meses después',
      isRenewDay: 'Día 150: hora de renovar.',
      afterEnd: 'Seis meses después',
      isOver: 'Día 181: el refresh token ha caducado.',
      leave: 'Salir de la demo',
    },
  },

  deadEnd: {
    heading: '¿Qué mensaje mostró Spotify?',
    text: 'Volviste sin respuesta de Spotify. Si mostró una página blanca con una línea de texto, elige esa línea.',
    sameEntries: 'Todo lo que escribiste sigue aquí.',
    other: 'O pega lo que decía',
    explain: 'Explicar',
    none: 'Ninguna de estas',
    goOn: 'Sigue con el formulario.',
  },

  wrongAddress: {
    here: 'Estás aquí',
    whitePage: 'Spotify mostraría el error «redirect_uri: Insecure».',
    onHere: 'Continúa aquí',
    openAt: (host) => `Abrir en ${host}`,
    samePage: 'La misma página, el mismo puerto. Si no se abre, haz que tu servidor escuche en 127.0.0.1.',
    samePageIfServed: 'La misma página, si se sirve allí.',
    hyphenRefused: 'Spotify ha rechazado los guiones en la ruta de una dirección de tu propio equipo.',
    hyphen: 'Sirve esta página en 127.0.0.1 desde una carpeta sin guiones en su ruta,',
    https: 'Sirve esta página por https,',
    orStart: 'o en tu propio equipo con `npm start`, que la abre en `http://127.0.0.1:8888/`.',
  },

  looksLike: {
    placeholder: 'Esto es un texto de ejemplo',
    address: 'Esto es una dirección',
    access_token: 'Esto es un access token',
    refresh_token: 'Esto es un refresh token',
    client_secret: 'Esto es un client secret',
    client_id_or_secret: 'Esto es un client ID o un client secret',
  },

  check: {
    heading: 'Comprueba un refresh token',
    subtitle:
      'Averigua si funciona, de quién es y cuándo caduca. Al comprobarlo se usa una vez: si Spotify lo sustituye, verás primero el nuevo.',
    paste: 'Pega el token',
    token: 'Tu refresh token',
    tokenHint: (destination) => `O un archivo .env entero, que rellena el resto. ${destination}`,
    noToken: 'Pega el refresh token',
    app: 'Y su app',
    clientId: 'Client ID',
    day: 'Día de la autorización',
    optional: '(opcional)',
    dayHint: 'Hace falta para saber cuándo caduca.',
    wrongDay: 'Escribe una fecha o deja el campo vacío',
    unbelievedDay: 'No se usó: es posterior a hoy o anterior a 2020',
    differs: 'El texto indica otro client ID u otra fecha. Se usa lo que escribiste.',
    noClientId: 'Escribe el client ID al que pertenece el token',
    needsSecret: 'Necesita un client secret',
    secretHint: (destination) => `Un token emitido con un client secret también lo necesita aquí. ${destination}`,
    submit: 'Comprobar token',
    asking: 'Preguntando a Spotify por el token.',
  },

  result: {
    refreshToken: 'Tienes un refresh token',
    accessToken: 'Tienes un access token',
    checked: 'Tu refresh token',
    worksTitle: 'Tu token funciona',
    replaced: 'Spotify sustituyó tu refresh token',
    replacedTitle: 'Guarda el refresh token nuevo',
    renew: 'Renueva tu refresh token',
    daysLeft: (number) => days(number),
    expired: 'Tu token ha caducado',
    yourToken: 'Tu token',
    until: (end) => `Tu token, hasta el ${end}`,
    untilTime: (end) => `Tu token, hasta ${theClock(end)}`,
  },

  expires: {
    heading: 'Válido hasta',
    unknown: 'No se sabe: un token no lleva su fecha.',
    day: 'Día de la autorización',
    dayHint: 'El token caduca 180 días después. Con el día también puedes descargar un recordatorio.',
    wrongDay: 'Escribe una fecha',
    unbelievedDay: 'No se usó: es posterior a hoy o anterior a 2020',
    otherDay: 'Escribir otro día',
    daysLeft: (number, renewFrom) =>
      `${boldDays(number)}, lo refresques o no. Renuévalo a partir del ${renewFrom}: inicia sesión.`,
    renewNow: (number) =>
      `${boldDays(number)}. Autoriza otra vez en Spotify, con la misma app y los mismos scopes, y volverás a tener 180.`,
    past: 'Caducado. Renuévalo para obtener un token nuevo.',
    renew: 'Renovar',
    reminder: 'Descargar un recordatorio',
    reminderDays: (all) => `Calendario (.ics): ${all.join(' y ')}.`,
    remember: 'Recordar el client ID en este navegador',
    accessUnknown: 'No se sabe: la respuesta de Spotify no lo dice. Suele durar una hora.',
    accessToday: (day, lifetime) => `Hoy, ${day}: este access token dura ${lifetime} y no se puede prolongar.`,
    accessOn: (day, lifetime) => `El ${day}: este access token dura ${lifetime} y no se puede prolongar.`,
    clientCredentials: 'Este grant no tiene refresh token. Obtén un access token nuevo cuando lo necesites.',
    temporary: `${droppedRefreshToken} en [spotify.com/account/apps](apps).`,
    temporaryPractice: `${droppedRefreshToken}.`,
    noRefreshToken: connectForRefreshToken,
  },

  lifeBar: {
    label: (start, end, day, daysLeft, renewFrom) =>
      `180 días, del ${start} al ${end}. Hoy es el día ${day}. ${days(daysLeft)}. ` +
      `Renuévalo en los últimos 30 días, a partir del ${renewFrom}.`,
    today: 'Hoy',
    renew: 'Renovar',
    from: (day) => `desde el ${day}`,
  },

  token: {
    refresh: { name: 'Refresh token', copy: 'Copiar refresh token', copied: 'Refresh token copiado' },
    access: { name: 'Access token', copy: 'Copiar access token', copied: 'Access token copiado' },
    newRefreshToken: 'Refresh token nuevo',
    saveNew: 'Guarda este ahora. El anterior puede dejar de funcionar.',
    hint: `${treatLikePassword} Desaparece al cerrar esta pestaña.`,
    hintChecked: `${treatLikePassword} Es el que comprobaste.`,
    hintOld: 'El que comprobaste. Sustitúyelo cuando lo hayas renovado.',
    hintNotListed: 'Guárdalo: funcionará en cuanto la cuenta esté en la lista.',
  },

  env: {
    copy: 'Copiar .env',
    copied: 'Archivo .env copiado',
    downloadInstead: 'Descarga el archivo.',
    download: 'Descargar .env',
    downloaded: 'Descargado como spotify.env.',
  },

  envFile: {
    practice: 'Demo: estos valores son inventados. Solo funcionaban en la pestaña que creó este archivo.',
    keepSecret: 'Trata este archivo como una contraseña. No lo incluyas en el control de versiones.',
    addSecret: 'Refrain no guarda el client secret. Añádelo aquí y quita el #:',
    consentUnknown:
      'No se sabe el día de la autorización, así que este archivo no dice cuándo caduca el refresh token.',
    expires: (end) => `El refresh token caduca el ${end}, 180 días después de la autorización.`,
    signInAgain: 'Refrescarlo no alarga el plazo: inicia sesión de nuevo antes.',
    accessUnknown: 'No se sabe cuándo caduca el access token. Suele durar una hora.',
    accessExpires: (end) => `El access token caduca el ${end}.`,
  },

  accessToken: {
    expired: 'caducado',
    expiryUnknown: 'no se sabe cuándo caduca',
    hours: (hours, minutes) => `${hours === 1 ? 'queda' : 'quedan'} ${hours} h ${minutes} min`,
    minutes: (minutes) => `${minutes === 1 ? 'queda' : 'quedan'} ${minutes} min`,
    seconds: (seconds) => `${seconds === 1 ? 'queda' : 'quedan'} ${seconds} s`,
    hasExpired: 'El access token ha caducado.',
    refresh: 'Refrescar access token',
    refreshed: 'Access token nuevo. El refresh token sigue igual.',
    refreshedBoth: 'Access token nuevo y refresh token nuevo: guarda este último.',
    secretHint:
      'Un token emitido con un client secret se refresca con él. Esta página ya no lo tiene: escríbelo otra vez.',
  },

  scopes: {
    granted: 'Scopes concedidos',
    asAsked: (number) => `${number}, como pediste`,
    someMissing: (number, missing) => `${number}, ${missing === 1 ? 'falta' : 'faltan'} ${missing}`,
    unknown: 'no indicados',
    notStated: 'La respuesta de Spotify no los indica.',
    notStatedAsked: 'La respuesta de Spotify no los indica. Pediste:',
    none: 'Ninguno: este token solo puede leer datos públicos.',
    missing: 'Pedidos, no concedidos',
  },

  tryIt: {
    but: {
      user_not_registered: 'Pero Spotify rechaza esta cuenta',
      premium_required: 'Pero la cuenta propietaria de la app necesita Premium',
      forbidden: 'Pero Spotify rechaza esta petición',
    },
    heading: 'Pruébalo',
    noUser: 'Este token lee datos públicos del catálogo. Es de la app, así que no tiene cuenta ni historial.',
    asking: 'Preguntando a Spotify de quién es este token y qué fue lo último que sonó.',
    playedBy: '**Funciona:** sesión de {name}. Lo último: {title}, de {by}, {ago}.',
    playedFrom: '**Funciona:** sesión de {name}. Lo último: {title}, de {by}, {ago}.',
    played: '**Funciona:** sesión de {name}. Lo último: {title}, {ago}.',
    noPlays:
      '**Funciona:** sesión de {name}. Spotify aún no tiene reproducciones de esta cuenta: registra una a los 30 segundos.',
    noScope:
      '**Funciona:** sesión de {name}. Para mostrar lo último que sonó, necesita el scope `user-read-recently-played`.',
    askAgain: 'Preguntar otra vez',
    untitled: 'Sin título',
  },

  codeTabs: {
    label: (name) => `Código: ${name}`,
    copy: 'Copiar',
    copyName: (name) => `Copiar código: ${name}`,
    copied: (name) => `Código copiado: ${name}`,
    downloaded: (file) => `Descargado como ${file}.`,
  },

  showIt: {
    heading: 'Muéstralo en tu web',
    card: 'Tu tarjeta, en vivo',
    row: (position: number) => `fila ${position}`,
    asking: 'Preguntando a Spotify qué fue lo último que sonó.',
    noScope: 'La tarjeta necesita el scope `user-read-recently-played`.',
    refused: 'Lo que escuchas aparecerá aquí cuando Spotify admita la cuenta.',
    failed: 'Lo que escuchas aparecerá aquí cuando Spotify responda.',
    needsRefreshToken: 'Una web necesita un refresh token, que dura seis meses.',
    download: 'Descargar el archivo completo',
    file: (file) => `${file}, para GitHub Pages`,
    tabs: { 'Static site': 'Estática', 'HTML element': 'Elemento HTML' },
    hints: {
      'Static site': `Sin servidor: una GitHub Action escribe los archivos dos veces por hora, con el token de sus secretos. Pon \`{packed}\` en el repositorio. ${madeByPack}`,
      README:
        'Una tarjeta clara y otra oscura, con enlace a la canción. Cambia `example.com/listening` por la dirección de tu handler.',
      'HTML element':
        'Para cualquier página. Cambia `example.com/listening` por la dirección de tu handler. En una web estática, el script es `define-element.js`.',
      'Next.js': `O cualquier servidor que reciba un Request y devuelva una Response: Workers, Deno, Bun. ${install}`,
    },
  },

  useIt: {
    heading: 'Úsalo',
    download: 'Descargar el programa completo',
    file: (file) => `${file}, con gestión de errores`,
    hints: {
      refrain: `Refresca cuando hace falta, guarda un token nuevo y avisa antes de que caduque. ${install}`,
      JavaScript: 'Node 20 o posterior, sin bibliotecas.',
      Python: 'Con `requests`.',
      curl: 'En una shell con el token definido. Con `jq`.',
    },
  },

  calendar: {
    summary: (end) => `Renovar el refresh token de Spotify, que caduca el ${end}`,
    summaryPractice: (end) => `Demo: renovar el refresh token de Spotify, que caduca el ${end}`,
    expires: (end) =>
      `El refresh token caduca el ${end}, seis meses después de que lo autorizaras. Refrescarlo no alarga el plazo.`,
    approved: (day) => `Lo autorizaste el ${day}.`,
    signInAgain: 'Inicia sesión de nuevo. El formulario está relleno como antes:',
    startAgain: (query) =>
      `Inicia Refrain otra vez, con npm start en su carpeta o con refrain page. Para que el formulario aparezca relleno, añade esto a la dirección:\n${query}`,
  },
};
