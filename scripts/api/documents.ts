import { createJsonSchema } from './json-schema.ts';
import { createOpenApi } from './open-api.ts';

/** The text of each document that `scripts/api-documents.mjs` writes, by its path. */
export function createApiDocuments(version: string): Readonly<Record<string, string>> {
  const toText = (value: unknown) => `${JSON.stringify(value, null, 2)}\n`;
  return {
    'docs/listening.schema.json': toText(createJsonSchema()),
    'docs/openapi.json': toText(createOpenApi(version)),
  };
}
