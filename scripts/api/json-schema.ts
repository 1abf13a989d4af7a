import { createSchemas } from './schemas.ts';

/** `docs/listening.schema.json`: what a `.json` route answers with status 200. */
export function createJsonSchema() {
  return {
    $schema: 'https://json-schema.org/draft/2020-12/schema',
    title: 'A list of the listening history, version 1',
    description: 'The answer of a .json route with status 200. Times are epoch milliseconds.',
    oneOf: [{ $ref: '#/$defs/NowPlaying' }, { $ref: '#/$defs/List' }],
    $defs: createSchemas((name) => ({ $ref: `#/$defs/${name}` })),
  };
}
