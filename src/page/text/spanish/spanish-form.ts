import type { FormText } from '../catalogue.ts';

const scopes = (count: number) => (count === 1 ? '1 scope' : `${count} scopes`);

export const spanishForm: FormText = {
  copied: (name) => `Copiado: ${name}`,
  copyRefused: (name) => `El navegador no permite copiar. El texto de ${name} está seleccionado: cópialo a mano.`,
  redirectUri: 'Redirect URI',
  link: 'Enlace',
  copyLinkRefused: 'El navegador no permite copiar. Copia en su lugar la dirección de esta página.',
  withoutPort: (other) =>
    `Según la documentación de Spotify, ${other} sirve para cualquier puerto: también puedes añadirla, para otros puertos.`,

  error: (text) => `Error: ${text}`,
  practice: (title) => `Demo. ${title}`,
  renew: 'Renovar',
  loadingPractice: 'Cargando la demo',
  practiceOpen: 'La demo está en marcha. Todo es inventado.',
  practiceAgain: 'La página se recargó, así que la demo empieza desde el principio.',
  noClientId: 'Escribe el client ID de tu app.',
  noClientSecret: 'Escribe el client secret de la app.',
  show: 'Mostrar',
  hide: 'Ocultar',
  showSecret: 'Mostrar client secret',
  hideSecret: 'Ocultar client secret',

  clientIdLength: (length) => `Suele tener 32 caracteres y este tiene ${length}`,
  clientIdCharacters: 'Suele tener solo 0–9 y a–f',

  fromLink: 'Del enlace',
  inLink: {
    parameter: (name) => `parámetro «${name}»`,
    clientId: (name) => `client ID «${name}»`,
    grant: (name) => `grant «${name}»`,
    scope: (name) => `scope «${name}»`,
    lang: (name) => `idioma «${name}»`,
  },
  ignored: (names, more) =>
    `Se ignoró del enlace, por ser desconocido o repetido: ${names.join(', ')}${more > 0 ? ` y ${more} más` : ''}.`,

  scopes,
  chosen: (count) => `${scopes(count)} ${count === 1 ? 'elegido' : 'elegidos'}`,
  ofAll: (chosen, all) => `${chosen} de ${all}. Elige solo lo que necesites.`,
  found: (count) => `${scopes(count)} ${count === 1 ? 'encontrado' : 'encontrados'}`,
  change: 'Cambiar',
  done: 'Listo',
  ownChoice: 'Tu selección',
  ownChoiceHint: 'Elegidos uno a uno.',
  noScopes: 'Ninguno',
  noScopesHint: 'Solo datos públicos y tu perfil público.',
  endpoints: (count) => (count === 1 ? 'endpoint' : 'endpoints'),
  endpointsOf: (scope) => `de ${scope}`,
  closed: 'No disponible en Development Mode:',

  loadFailed: 'Una parte de esta página no se cargó',
  loadFailedCure: 'Comprueba tu conexión e inténtalo de nuevo. Todo lo que escribiste sigue aquí.',
  loadAgain: 'Volver a cargar',
};
