import type { Catalogue } from '../catalogue.ts';

// Spotify's dashboard is in English, so the names of its buttons and fields stay English.
export const spanishHtml: Catalogue['html'] = {
  description:
    'Consigue un refresh token de Spotify en menos de un minuto: entra un client ID, sale un refresh token. Funciona en tu navegador y no necesita client secret.',
  title: 'Refrain: consigue un refresh token de Spotify',
  practice: 'Práctica',
  subtitle: 'Entra un client ID, sale un refresh token de Spotify.',
  promise: 'El token va de Spotify a esta pestaña y a ningún otro sitio.',
  promisePractice: 'Aquí todo es inventado. Nada sale de esta página.',
  practiceRest: 'sin cuenta',
  leavePractice: 'Salir de la práctica',
  haveToken: 'Ya tengo un token',

  noScripts: 'Esta página necesita JavaScript',
  noScriptsCure:
    'Tu navegador pide el token a Spotify directamente, sin servidor. Permite los scripts en esta dirección y recarga.',
  broken: 'Una parte de esta página no se cargó',
  brokenCure:
    'Su script no se cargó, así que aún no funciona nada. Recarga la página. No puede abrirse como archivo del disco: sírvela con `npm start`.',

  register: 'Registra una app',
  registerHow: 'En el [panel de Spotify](dashboard) elige **Create app**, marca **Web API** y añade esta dirección:',
  registerHowCredentials: 'En el [panel de Spotify](dashboard) elige **Create app** y marca **Web API**.',
  registerPractice: 'En la práctica no hay que hacer nada: su app ya tiene la dirección de esta página.',
  redirectUri: 'Redirect URI',
  copyRedirectUri: 'Copiar redirect URI',
  copy: 'Copiar',
  copied: 'Copiado',
  redirectUriHint: 'Debe coincidir hasta el último carácter.',
  steps: '¿Primera vez? Paso a paso',
  stepAccount: 'Inicia sesión con la cuenta de Spotify que será dueña de la app. Necesita Premium.',
  stepTerms: 'Verifica tu correo y acepta las condiciones para desarrolladores, si te lo piden.',
  stepCreate:
    '**Create app**. **App name**: cualquiera que no empiece por «Spot». **App description**: unas palabras. **Website** puede quedar vacío.',
  stepRedirectUri: '**Redirect URIs**: pega la dirección de arriba, pulsa **Add**.',
  stepRedirectUriCredentials:
    '**Redirect URIs**: aquí no se usa. Si Spotify pide una, añade `http://127.0.0.1:8888/callback`.',
  stepApi: '**Which API/SDKs are you planning to use?** **Web API**. Acepta las condiciones, **Save**.',
  stepUsers:
    '**User Management**: añade a quienes vayan a iniciar sesión, con nombre y correo de Spotify. Cinco personas como máximo.',

  clientIdStep: 'Pega el client ID',
  clientIdHow: 'De **Settings** en tu app. No es secreto. También vale un `.env` entero.',
  clientIdPractice: 'El client ID de la app de práctica ya está puesto.',
  clientId: 'Client ID',
  forget: 'Olvidar este client ID',

  need: '¿Qué necesitas?',
  sixMonths: 'seis meses',
  oneHour: 'una hora',
  pkce: 'Un refresh token',
  somethingElse: '¿Otra cosa?',
  code: 'Con un secreto',
  codeHint:
    'Un refresh token para código de servidor que usa el client secret. Lo escribes después de autorizar. Nunca se guarda.',
  temporary: 'Solo probar la API',
  temporaryHint: 'Solo un access token. Para revocarlo antes, quita la app.',
  credentials: 'Datos del catálogo',
  credentialsHint: 'Datos públicos, sin usuario. Necesita el client ID y el client secret.',

  scopes: 'Scopes',
  scopeNumber: '{chosen} scopes',
  change: 'Cambiar',
  allScopes: ': ver los {scopes} scopes',
  searchScopes: 'Buscar scopes',
  clearScopes: 'Vaciar',
  presets: 'Selecciones',
  selectAll: 'Elegir todos',
  connect: 'Conectar Spotify',
  connectHint: 'Autorizas en Spotify y luego vuelves aquí.',
  copyLink: 'Copiar enlace a esta configuración',

  clientSecret: 'Client secret',
  secretHint: 'Junto al client ID, en **View client secret**. Solo va a Spotify, nunca se guarda.',
  secretPractice: 'El secreto de la app de práctica:',
  show: 'Ver',
  showSecret: 'Ver client secret',
  getToken: 'Obtener token',
  getTokenHint: 'Spotify responde al momento con un access token para datos públicos.',

  about: 'Sin cookies, sin analítica. [Software libre](licence), ajeno a Spotify.',
  revoke: 'Revocar acceso',
  docs: 'Documentación',
  source: 'Código',
  report: 'Informar de un problema',
  languages: 'Idioma',
  newTab: '(se abre en una pestaña nueva)',
};
