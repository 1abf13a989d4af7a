import { keeperLines } from '../short/keeper.ts';
import { joinParts } from '../short/program.ts';
import type { SiteCode, SiteOptions } from './site-code.ts';

/** The handler as a route of Next.js. */
export function nextHandler(options: SiteOptions): SiteCode {
  return {
    name: 'Next.js',
    text: joinParts(
      [
        '// app/listening/[...path]/route.js',
        "import { createTokenKeeper, memoryStore } from 'refrain';",
        "import { createHandler } from 'refrain/handler';",
      ],
      [
        ...keeperLines(options, 'store: memoryStore()'),
        'const handler = createHandler({ keeper });',
        'export const GET = (request) => handler(request);',
      ],
    ),
  };
}
