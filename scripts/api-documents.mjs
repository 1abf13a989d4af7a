// @ts-check
/**
 * `node scripts/api-documents.mjs`: writes `docs/listening.schema.json` and `docs/openapi.json` from the definitions of
 * the code. A test fails if they are out of date.
 */
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { runnerImport } from 'vite';
import { root } from './programs.mjs';

const { version } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8'));
/** @type {{ module: typeof import('./api/documents.ts') }} */
const { module } = await runnerImport(join(root, 'scripts', 'api', 'documents.ts'));
for (const [path, text] of Object.entries(module.createApiDocuments(version))) writeFileSync(join(root, path), text);
