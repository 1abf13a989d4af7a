import type { Catalogue } from '../catalogue.ts';

// Spotify's dashboard is in English, so the names of its buttons and fields stay English.
export const spanishHtml: Catalogue['html'] = {
  description:
    'Consigue un refresh token de Spotify en menos de un minuto. Funciona en tu navegador y no necesita client secret.',
  title: 'Refrain: consigue un refresh token de Spotify',
  practice: 'Demo',
  subtitle: 'De client ID a refresh token de Spotify.',
  promise: 'El token solo va de Spotify a esta pestaña.',
  promisePractice: 'Aquí todo es inventado. Nada sale de esta página.',
  practiceRest: 'sin cuenta',
  leavePractice: 'Salir de la demo',
  haveToken: 'Ya tengo un token',

  noScripts: 'Esta página necesita JavaScript',
  noScriptsCure: 'Permite JavaScript en esta dirección y recarga la página.',
  broken: 'Una parte de esta página no se cargó',
  brokenCure: 'Recarga la página. No funciona como archivo abierto desde el disco: sírvela con `npm start`.',

  register: 'Registra una app',
  registerHow: 'En el [panel de Spotify](dashboard), elige **Create app**, marca **Web API** y añade esta dirección:',
  registerHowCredentials: 'En el [panel de Spotify](dashboard), elige **Create app** y marca **Web API**.',
  registerPractice: 'En la demo no hay nada que hacer: su app ya tiene la dirección de esta página.',
  redirectUri: 'Redirect URI',
  copyRedirectUri: 'Copiar redirect URI',
  copy: 'Copiar',
  copied: 'Copiado',
  redirectUriHint: 'Debe coincidir carácter por carácter.',
  steps: '¿Primera vez? Paso a paso',
  stepAccount: 'Inicia sesión con la cuenta de Spotify a la que pertenecerá la app. Necesita Premium.',
  stepTerms: 'Verifica tu correo y acepta los Developer Terms, si te lo piden.',
  stepCreate:
    '**Create app**. **App name**: cualquiera que no empiece por «Spot». **App description**: unas palabras. **Website** puede quedar vacío.',
  stepRedirectUri: '**Redirect URIs**: pega la dirección de arriba y pulsa **Add**.',
  stepRedirectUriCredentials:
    '**Redirect URIs**: aquí no hace falta. Si Spotify pide una, añade `http://127.0.0.1:8888/callback`.',
  stepApi: '**Which API/SDKs are you planning to use?** **Web API**. Acepta las condiciones y pulsa **Save**.',
  stepUsers:
    '**User Management**: añade a las demás personas que vayan a iniciar sesión, con su nombre y su correo de Spotify. Máximo cinco.',

  clientIdStep: 'Pega el client ID',
  clientIdHow: 'Está en los **Settings** de tu app. No es secreto. También sirve un `.env` entero.',
  clientIdPractice: 'El client ID de la app de demo ya está relleno.',
  clientId: 'Client ID',
  forget: 'Olvidar este client ID',

  need: '¿Qué necesitas?',
  sixMonths: 'seis meses',
  oneHour: 'una hora',
  pkce: 'Un refresh token',
  somethingElse: '¿Otra cosa?',
  code: 'Con client secret',
  codeHint:
    'Un refresh token para código de servidor que usa el client secret. Lo escribes después de autorizar la app. Nunca se guarda.',
  temporary: 'Probar la API',
  temporaryHint: 'Solo un access token. Para revocarlo antes, quita la app.',
  credentials: 'Datos del catálogo',
  credentialsHint: 'Datos públicos, sin cuenta de usuario. Necesita el client ID y el client secret.',

  scopes: 'Scopes',
  scopeNumber: '{chosen} scopes',
  change: 'Cambiar',
  allScopes: ': ver los {scopes} scopes',
  searchScopes: 'Buscar scopes',
  clearScopes: 'Quitar todos',
  presets: 'Selecciones rápidas',
  selectAll: 'Marcar todos',
  connect: 'Conectar con Spotify',
  connectHint: 'Autorizas la app en Spotify y vuelves aquí.',
  copyLink: 'Copiar enlace a esta configuración',

  clientSecret: 'Client secret',
  secretHint: 'Junto al client ID, en **View client secret**. Solo va a Spotify, nunca se guarda.',
  secretPractice: 'El client secret de la app de demo:',
  show: 'Mostrar',
  showSecret: 'Mostrar client secret',
  getToken: 'Obtener token',
  getTokenHint: 'Spotify responde al momento.',

  about: 'Sin cookies ni rastreo. [Software libre](licence), ajeno a Spotify.',
  revoke: 'Revocar acceso',
  docs: 'Documentación',
  source: 'Código fuente',
  report: 'Informar de un problema',
  languages: 'Idioma',
  newTab: '(se abre en una pestaña nueva)',
};
