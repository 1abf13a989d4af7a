import workflow from '../../../../examples/static-site/pages.yml?raw';
import { packedFile } from '../../../text/install.ts';
import { quoteYaml } from '../../../text/quote.ts';
import { variablesOf } from '../snippets/snippet.ts';
import type { SiteCode, SiteOptions } from './site-code.ts';

/** A GitHub workflow that writes the lists as files: the lines that matter, and the whole file of `examples/static-site`. */
export function staticSite({ grant, clientId }: SiteOptions): SiteCode {
  const variables = variablesOf(grant);
  const secret = (name: string) => `          ${name}: \${{ secrets.${name} }}`;
  const head = ['# .github/workflows/listening.yml, the part that matters'];
  const lines = [
    "on: { schedule: [{ cron: '17,47 * * * *' }] }",
    'jobs:',
    '  publish:',
    '    steps:',
    `      - run: npm install --global ./${packedFile}`,
    '      - run: refrain snapshot site/listening',
    '        env:',
    `          SPOTIFY_CLIENT_ID: ${quoteYaml(clientId)}`,
    ...variables.map(secret),
  ];
  return {
    name: 'Static site',
    text: [...(variables.length > 1 ? [] : head), ...lines].join('\n'),
    whole: { fileName: 'listening.yml', text: fillWorkflow(clientId, variables.slice(1).map(secret)) },
  };
}

/** The workflow with the client ID in it, and with the lines of more secrets. */
function fillWorkflow(clientId: string, more: readonly string[]): string {
  return workflow
    .replace('${{ secrets.SPOTIFY_CLIENT_ID }}', () => quoteYaml(clientId))
    .replace(/^.*secrets\.SPOTIFY_REFRESH_TOKEN.*$/m, (line) => [line, ...more].join('\n'));
}
