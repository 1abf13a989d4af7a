import { useSignal } from '../signal.ts';
import type { ComponentChildren } from 'preact';
import { useRef } from 'preact/hooks';
import { appText } from '../../text/app-text.ts';
import { snippetsFor } from '../../use/snippets.ts';
import { CopyButton } from '../parts/copy-button.tsx';
import { Inline } from '../parts/inline.tsx';
import { prefilledFormUrl } from './prefilled-form-url.ts';
import type { ResultProps } from './result.ts';

const text = appText.useIt;

/** Programs with the user's client ID in them, a tab for each. Arrow keys move and choose, as in ARIA's tabs pattern. */
export function UseIt({ result, page, children }: ResultProps & { children?: ComponentChildren }) {
  const chosen = useSignal(0);
  const list = useRef<HTMLDivElement>(null);
  const panel = useRef<HTMLDivElement>(null);
  const { scopes, askedScopes } = result.tokens.value;
  const snippets = snippetsFor({
    grant: result.grant ?? 'authorization_code_pkce',
    clientId: result.clientId,
    scopes: scopes ?? askedScopes,
    endpoints: result.endpoints,
    formUrl: prefilledFormUrl(result, page),
  });
  const snippet = snippets[chosen.value] ?? snippets[0];
  if (!snippet) return null;

  const isFilledIn = snippet.text.includes(result.clientId);
  const filledIn = result.mode === 'practice' ? text.filledInPractice : text.filledIn;
  const choose = (index: number) => {
    chosen.value = (index + snippets.length) % snippets.length;
    list.current?.querySelectorAll<HTMLElement>('[role=tab]')[chosen.value]?.focus();
  };
  const steps: Record<string, () => void> = {
    ArrowRight: () => choose(chosen.value + 1),
    ArrowLeft: () => choose(chosen.value - 1),
    Home: () => choose(0),
    End: () => choose(snippets.length - 1),
  };
  const onKey = (event: KeyboardEvent) => {
    const step = event.ctrlKey || event.altKey || event.metaKey ? undefined : steps[event.key];
    if (!step) return;
    event.preventDefault();
    step();
  };
  const select = () => {
    if (panel.current) page.window.getSelection()?.selectAllChildren(panel.current);
  };

  return (
    <section class="part" aria-labelledby="use-it">
      <h2 id="use-it">{text.heading}</h2>
      <div class="two">
        <div>
          <div class="bars" role="tablist" aria-labelledby="use-it" ref={list} onKeyDown={onKey}>
            {snippets.map(({ name }, index) => (
              <button
                key={name}
                type="button"
                role="tab"
                id={`tab-${index}`}
                aria-selected={index === chosen.value}
                aria-controls="snippet"
                tabIndex={index === chosen.value ? 0 : -1}
                onClick={() => choose(index)}
              >
                {name}
              </button>
            ))}
          </div>
          <div id="snippet" role="tabpanel" aria-labelledby={`tab-${chosen.value}`} tabIndex={0} ref={panel}>
            <pre>
              <code>{snippet.text}</code>
            </pre>
          </div>
          <div class="row">
            <CopyButton
              page={page}
              name={text.copyName}
              copied={text.copied(snippet.name)}
              text={() => snippet.text}
              select={select}
            >
              {text.copy}
            </CopyButton>
            <span class="hint">
              <Inline text={isFilledIn ? filledIn : text.noToken} values={{ file: snippet.fileName }} />
              {result.mode === 'practice' && snippet.text.includes(result.endpoints.apiUrl) && ` ${text.practice}`}
            </span>
          </div>
        </div>
        {children}
      </div>
    </section>
  );
}
