import { listOptions, type ListOption } from '../../src/handler/list-options.ts';
import { contentHeaders } from '../../src/handler/responses.ts';
import { listNames, views, type Format, type ListName } from '../../src/listening/index.ts';
import { cardWidth, itemLimit } from '../../src/listening/views/look.ts';
import { createSchemas, type Schema, type SchemaName } from './schemas.ts';

const refer = (name: SchemaName): Schema => ({ $ref: `#/components/schemas/${name}` });

/** The media type without its charset. */
const mediaTypeOf = (format: Format | 'js') => contentHeaders(format)['content-type']?.split(';', 1)[0] ?? '';

const body = (format: Format | 'js', schema: Schema = { type: 'string' }) => ({ [mediaTypeOf(format)]: { schema } });

const titles: Readonly<Record<ListName, string>> = {
  'now-playing': 'What plays now',
  'recently-played': 'The last plays',
  'top/tracks': 'The top tracks',
  'top/artists': 'The top artists',
};

const formats: Readonly<Record<Format, string>> = {
  json: 'as JSON',
  svg: 'as a card',
  html: 'as HTML without script',
  txt: 'as text for terminals',
};

const optionDescriptions: Readonly<Record<keyof typeof listOptions, string>> = {
  limit: `How many items. Default: ${itemLimit.default}; in JSON ${itemLimit.json}.`,
  time_range: 'The period of a top list: about 4 weeks, 6 months, or a year. Default: medium_term.',
  layout: 'Cards only. Default: single for now-playing, else list.',
  item: 'Which item a single card shows, counted from 1. Default: 1.',
  theme: 'Cards only. auto follows the reader’s system. Default: auto.',
  background: 'Six or three hex digits for both themes, or none.',
  text: 'Six or three hex digits. It is made darker or lighter until its contrast is 4.5 : 1.',
  accent: 'Six or three hex digits, for what plays now.',
  width: `Cards only, pixels. Default: ${cardWidth.default}.`,
  artwork: '0 for none. Default: 1.',
};

function schemaOf({ range, pattern, values }: ListOption<unknown>): Schema {
  if (range) return { type: 'integer', minimum: range[0], maximum: range[1] };
  const forms: Schema[] = [];
  if (pattern) forms.push({ type: 'string', pattern: pattern.source });
  if (values) forms.push({ type: 'string', enum: values });
  return forms.length > 1 ? { type: 'string', anyOf: forms } : { ...forms[0] };
}

const parameters = Object.fromEntries(
  Object.entries<ListOption<unknown>>(listOptions).map(([name, option]) => {
    const description = optionDescriptions[name as keyof typeof listOptions];
    return [name, { name, in: 'query', description, schema: schemaOf(option) }];
  }),
);

/** Every list and format takes them all. */
const everyOption = Object.keys(parameters).map((name) => ({ $ref: `#/components/parameters/${name}` }));

const toId = (...words: readonly string[]) => words.join(' ').replace(/\W+(\w)/g, (_, letter) => letter.toUpperCase());

function describeList(list: ListName, format: Format) {
  const answer = format === 'json' ? refer(list === 'now-playing' ? 'NowPlaying' : 'List') : undefined;
  const wrong = format === 'json' ? body('json', refer('Failure')) : body('txt');
  const headers = {
    ETag: { description: 'Weak. In JSON it leaves out fetchedAt.', schema: { type: 'string' } },
    'Cache-Control': { schema: { type: 'string' } },
  };
  const get = {
    operationId: toId('get', list, format),
    summary: `${titles[list]} ${formats[format]}`,
    parameters: everyOption,
    responses: {
      200: {
        description: format === 'svg' ? 'The card. If an option is wrong, the card says so.' : 'The list.',
        headers,
        content: body(format, answer),
      },
      304: { description: 'Nothing has changed since the answer with this ETag.' },
      ...(format !== 'svg' && { 400: { description: 'A wrong option.', content: wrong } }),
    },
  };
  return { get };
}

function describeLink(list: ListName) {
  const isPlayer = list === 'now-playing';
  const position = {
    name: 'position',
    in: 'path',
    required: true,
    description: 'Counted from 1.',
    schema: { type: 'integer', minimum: 1, maximum: 99 },
  };
  const get = {
    operationId: toId('open', list),
    summary: `${titles[list]}: to an item on open.spotify.com`,
    parameters: [...(isPlayer ? [] : [position]), ...everyOption],
    responses: {
      302: {
        description: 'To the item.',
        headers: { Location: { schema: { type: 'string', pattern: '^https://open\\.spotify\\.com/' } } },
      },
      400: { description: 'A wrong option.', content: body('txt') },
      404: { description: 'There is no such item.', content: body('txt') },
    },
  };
  return [isPlayer ? `/${list}/open` : `/${list}/{position}/open`, { get }] as const;
}

/** `docs/openapi.json`: every route of `createHandler`. */
export function createOpenApi(version: string) {
  const lists = listNames.flatMap((list) =>
    Object.keys(views).map((format) => [`/${list}.${format}`, describeList(list, format as Format)] as const),
  );
  const health = (description: string) => ({ description, content: body('json', refer('Health')) });
  const page = (description: string) => ({ description, content: body('html') });
  return {
    openapi: '3.1.0',
    info: {
      title: 'Listening history on a site',
      version,
      description: 'The routes of createHandler. HEAD and OPTIONS are answered too. Times are epoch milliseconds.',
      license: { name: 'MIT', identifier: 'MIT' },
    },
    servers: [
      {
        url: 'http://127.0.0.1:8787{prefix}',
        description: 'refrain serve. On a site: its origin and any prefix.',
        variables: { prefix: { default: '' } },
      },
    ],
    security: [],
    paths: {
      ...Object.fromEntries(lists),
      ...Object.fromEntries(listNames.map(describeLink)),
      '/element.js': {
        get: {
          operationId: 'getElement',
          summary: 'The script that defines <refrain-listening>',
          responses: { 200: { description: 'The script.', content: body('js') } },
        },
      },
      '/health': {
        get: {
          operationId: 'getHealth',
          summary: 'Whether the lists can be shown, for the owner',
          responses: {
            200: health('ok or degraded.'),
            503: health('failing.'),
          },
        },
      },
      '/renew': {
        get: {
          operationId: 'showRenewal',
          summary: 'The form for the renewal key, and the callback from Spotify',
          description: '404 unless the handler is made with the option renew.',
          responses: {
            200: page('The form, or the result.'),
            400: page('The sign-in failed. The saved token was not changed.'),
            404: { description: 'Not configured.', content: body('txt') },
          },
        },
        post: {
          operationId: 'startRenewal',
          summary: 'Checks the renewal key, and leads to Spotify',
          requestBody: {
            required: true,
            content: {
              'application/x-www-form-urlencoded': {
                schema: { type: 'object', properties: { key: { type: 'string' } }, required: ['key'] },
              },
            },
          },
          responses: {
            303: page('To the consent at Spotify.'),
            400: page('The token could not be saved here.'),
            403: page('A wrong key, or a form of another site.'),
            404: { description: 'Not configured.', content: body('txt') },
            429: page('Too many wrong keys.'),
          },
        },
      },
    },
    components: { parameters, schemas: createSchemas(refer) },
  };
}
