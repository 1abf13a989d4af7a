import { spotify } from '../../../spotify/endpoints.ts';
import { appText } from '../../text/app-text.ts';
import { siteCodeFor } from '../../use/site.ts';
import { hasRefreshToken } from '../../use/snippets/snippet.ts';
import { CodeTabs } from '../parts/code-tabs.tsx';
import type { ResultProps } from '../result/result.ts';
import { Card } from './card.tsx';

const text = appText.showIt;
const tabNames: Readonly<Record<string, string>> = text.tabs;

/** *Show it on your site*: a live card of the plays, and the ways to show it. */
export function ShowIt({ result, page }: ResultProps) {
  const { grant = 'authorization_code_pkce', clientId, mode } = result;
  if (grant === 'client_credentials') return null;
  const endpoints = mode === 'practice' ? spotify : result.endpoints;
  const tabs = siteCodeFor({ grant, clientId, endpoints }).map(({ name, text: code, whole }) => ({
    name: tabNames[name] ?? name,
    hint: text.hints[name],
    code,
    ...(whole && {
      file: { name: whole.fileName, text: whole.text, label: text.download, hint: text.file(whole.fileName) },
    }),
  }));
  return (
    <section class="part" aria-labelledby="show-it">
      <h2 id="show-it">{text.heading}</h2>
      <div class="two">
        <Card result={result} page={page} />
        <div>
          {hasRefreshToken(grant) ? <CodeTabs id="show-it" tabs={tabs} page={page} /> : <p>{text.needsRefreshToken}</p>}
        </div>
      </div>
    </section>
  );
}
