import { minifySync, type Plugin } from 'vite';
import type { Endpoints } from '../../spotify/endpoints.ts';
import { fillForm } from './form-html.ts';
import { headersFile, policyFor } from './policy.ts';

/** What the build reads from files and the environment for the page. */
export interface PageBuild {
  readonly endpoints: Endpoints;
  /** The source of head.js. */
  readonly headScript: string;
  /** Refrain's own licence, and the fonts'. */
  readonly licence: string;
}

/** Makes index.html whole: form, inline script, policy; and puts `_headers` and `licence.txt` beside it. */
export function pagePlugin({ endpoints, headScript, licence }: PageBuild): Plugin {
  const script = minifySync('head.js', headScript).code.trim();
  const hosts = [endpoints.accountsUrl, endpoints.apiUrl].map((origin) => new URL(origin).host);
  return {
    name: 'refrain-page',
    transformIndexHtml: {
      order: 'post',
      async handler(html) {
        const policy = await policyFor(script, endpoints);
        return (
          fillForm(html.replaceAll(/\s+/g, ' ').replaceAll(' />', '/>'))
            // Vite's, and only in the way where the page is opened as a file: then not even its words would have their look.
            .replaceAll(/ crossorigin(?= href="[^"]*\.css"| src=)/g, '')
            .replace('<!-- hosts -->', [...new Set(hosts)].join(' and '))
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
