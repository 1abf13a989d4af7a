import { minifySync, type Plugin } from 'vite';
import type { Endpoints } from '../../spotify/endpoints.ts';
import { englishHtml } from '../text/english-html.ts';
import { englishScopes } from '../text/english-scopes.ts';
import { footToHtml, type PackageFacts } from './foot-html.ts';
import { fillForm } from './form-html.ts';
import { inlineStyles } from './inline-styles.ts';
import { htmlValues } from './html-values.ts';
import { languagePaths } from './languages.ts';
import { headersFile, policyFor } from './policy.ts';
import { fillTexts } from './text-html.ts';

/** What the build reads from files and the environment for the page. */
export interface PageBuild {
  readonly endpoints: Endpoints;
  /** The source of head.js. */
  readonly headScript: string;
  /** The licences of Refrain and of the fonts. */
  readonly licence: string;
  /** package.json: the addresses and the version in the footer. */
  readonly packageFacts: PackageFacts;
}

/** Completes index.html (texts, form, inline script, policy), and writes `_headers` and `licence.txt`. */
export function pagePlugin({ endpoints, headScript, licence, packageFacts }: PageBuild): Plugin {
  const { selectAll, revoke, docs, source, report, ...texts } = englishHtml;
  const foot = footToHtml(packageFacts, { revoke, docs, source, report, newTab: texts.newTab });
  return {
    name: 'refrain-page',
    transformIndexHtml: {
      order: 'post',
      async handler(html, { bundle }) {
        const chunks = Object.values(bundle ?? {}).filter((output) => output.type === 'chunk');
        const languages = JSON.stringify(languagePaths(chunks));
        const script = minifySync(
          'head.js',
          headScript.replace('LANGUAGES', () => languages),
        ).code.trim();
        const template = html.replaceAll(/\s+/g, ' ').replaceAll(' />', '/>');
        const filled = fillForm(fillTexts(template, texts, htmlValues), englishScopes, selectAll)
          .replace('<!-- foot -->', () => foot)
          // Vite adds it. If the page is opened as a file, it would keep the script from loading.
          .replaceAll(/ crossorigin(?= href="[^"]*\.css"| src=)/g, '')
          .replace(/<script>\s*\/\* head.js \*\/\s*<\/script>/, () => `<script>${script}</script>`);
        // Vite's own server has no bundle: it serves the stylesheet as a file.
        const styled = bundle ? inlineStyles(filled, bundle) : { html: filled, css: undefined };
        const policy = await policyFor({ script, css: styled.css }, endpoints);
        return styled.html.replace(
          /(<meta charset="[^"]*" ?\/?>)/,
          (charset) => `${charset}\n<meta http-equiv="content-security-policy" content="${policy}">`,
        );
      },
    },
    generateBundle() {
      this.emitFile({ type: 'asset', fileName: '_headers', source: headersFile });
      this.emitFile({ type: 'asset', fileName: 'licence.txt', source: licence });
    },
  };
}
