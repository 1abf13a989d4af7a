import type { ComponentChildren } from 'preact';
import { spotify } from '../../../spotify/endpoints.ts';
import { appText } from '../../text/app-text.ts';
import { programsFor } from '../../use/programs.ts';
import { CodeTabs } from '../parts/code-tabs.tsx';
import { prefilledFormUrl } from './prefilled-form-url.ts';
import type { ResultProps } from './result.ts';

const text = appText.useIt;

/**
 * Short programs with the user's client ID in them, each with its whole program to download.
 * @param children what is shown beside them
 */
export function UseIt({ result, page, children }: ResultProps & { readonly children?: ComponentChildren }) {
  const { scopes, askedScopes } = result.tokens.value;
  const programs = programsFor({
    grant: result.grant ?? 'authorization_code_pkce',
    clientId: result.clientId,
    scopes: scopes ?? askedScopes,
    // A token of practice works on this page only, so the programs are those for Spotify.
    endpoints: result.mode === 'practice' ? spotify : result.endpoints,
    formUrl: prefilledFormUrl(result, page),
  });
  const tabs = programs.map(({ name, text: code, whole }) => ({
    name,
    hint: text.hints[name],
    code,
    file: { name: whole.fileName, text: whole.text, label: text.download, hint: text.file(whole.fileName) },
  }));
  return (
    <section class="part" aria-labelledby="use-it">
      <h2 id="use-it">{text.heading}</h2>
      <div class="two">
        <div>
          <CodeTabs id="use-it" tabs={tabs} page={page} />
        </div>
        {children}
      </div>
    </section>
  );
}
