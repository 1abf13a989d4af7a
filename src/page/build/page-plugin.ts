import { minifySync, type Plugin } from 'vite';
import type { Endpoints } from '../../spotify/endpoints.ts';
import { scopes } from '../../spotify/scopes.ts';
import { englishHtml } from '../text/english-html.ts';
import { englishScopes } from '../text/english-scopes.ts';
import { fillForm } from './form-html.ts';
import { headersFile, policyFor } from './policy.ts';
import { fillTexts } from './text-html.ts';

/** What the build reads from files and the environment for the page. */
export interface PageBuild {
  readonly endpoints: Endpoints;
  /** The source of head.js. */
  readonly headScript: string;
  /** The licences of Refrain and of the fonts. */
  readonly licence: string;
}

/** Completes index.html (texts, form, inline script, policy), and writes `_headers` and `licence.txt`. */
export function pagePlugin({ endpoints, headScript, licence }: PageBuild): Plugin {
  const script = minifySync('head.js', headScript).code.trim();
  const hosts = [endpoints.accountsUrl, endpoints.apiUrl].map((origin) => new URL(origin).host);
  const values = { hosts: [...new Set(hosts)].join(' and '), scopes: String(scopes.length) };
  const { selectAll, ...texts } = englishHtml;
  return {
    name: 'refrain-page',
    transformIndexHtml: {
      order: 'post',
      async handler(html) {
        const policy = await policyFor(script, endpoints);
        const template = html.replaceAll(/\s+/g, ' ').replaceAll(' />', '/>');
        return (
          fillForm(fillTexts(template, texts, values), englishScopes, selectAll)
            // Vite adds it. If the page is opened as a file, it would keep the styles from loading.
            .replaceAll(/ crossorigin(?= href="[^"]*\.css"| src=)/g, '')
            .replace(/<script>\s*\/\* head.js \*\/\s*<\/script>/, () => `<script>${script}</script>`)
            .replace(
              /(<meta charset="[^"]*" ?\/?>)/,
              `$1\n<meta http-equiv="content-security-policy" content="${policy}">`,
            )
        );
      },
    },
    generateBundle() {
      this.emitFile({ type: 'asset', fileName: '_headers', source: headersFile });
      this.emitFile({ type: 'asset', fileName: 'licence.txt', source: licence });
    },
  };
}
