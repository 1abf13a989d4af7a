import type { FormText } from '../catalogue.ts';

const scopes = (count: number) => (count === 1 ? '1 scope' : `${count} scopes`);

export const spanishForm: FormText = {
  copied: (name) => `Copiado: ${name}`,
  copyRefused: (name) => `El navegador no dejó copiar. Está seleccionado: ${name}. Cópialo tú.`,
  redirectUri: 'Redirect URI',
  link: 'Enlace',
  copyLinkRefused: 'El navegador no dejó copiar. Copia la dirección de esta página.',
  withoutPort: (other) =>
    `Según la documentación de Spotify, ${other} vale para cualquier puerto: puedes añadirla también para otros puertos.`,

  error: (text) => `Error: ${text}`,
  practice: (title) => `Práctica. ${title}`,
  renew: 'Renovar',
  loadingPractice: 'Cargando la práctica',
  practiceOpen: 'La práctica está abierta. Todo en ella es inventado.',
  practiceAgain: 'La página se recargó, así que la práctica empieza de nuevo.',
  noClientId: 'Escribe el client ID de tu app. Está en Settings de la app.',
  noClientSecret: 'Escribe el client secret de la app. Está junto al client ID, en View client secret.',
  show: 'Ver',
  hide: 'Ocultar',
  showSecret: 'Ver client secret',
  hideSecret: 'Ocultar client secret',

  clientIdLength: (length) => `Suele tener 32 caracteres, este tiene ${length}`,
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
    `No se usó del enlace, por desconocido o repetido: ${names.join(', ')}${more > 0 ? ` y ${more} más` : ''}.`,

  scopes,
  chosen: (count) => `${scopes(count)} ${count === 1 ? 'elegido' : 'elegidos'}`,
  ofAll: (chosen, all) => `${chosen} de ${all}. Elige solo lo que necesites.`,
  found: (count) => `${scopes(count)} ${count === 1 ? 'encontrado' : 'encontrados'}`,
  change: 'Cambiar',
  done: 'Listo',
  ownChoice: 'Tu elección',
  ownChoiceHint: 'Elegidos uno a uno.',
  noScopes: 'Ninguno',
  noScopesHint: 'Solo datos públicos y tu perfil público.',
  endpoints: (count) => (count === 1 ? 'endpoint' : 'endpoints'),
  endpointsOf: (scope) => `de ${scope}`,
  closed: 'No disponible en development mode:',

  loadFailed: 'Una parte de esta página no se cargó',
  loadFailedCure: 'Comprueba tu conexión e inténtalo de nuevo. Todo lo que escribiste sigue aquí.',
  tryAgain: 'Intentar de nuevo',
};
