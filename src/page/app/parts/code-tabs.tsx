import type { ComponentChildren } from 'preact';
import { useRef } from 'preact/hooks';
import { packedFile } from '../../../text/install.ts';
import type { PageContext } from '../../shared/page-context.ts';
import { appText } from '../../text/app-text.ts';
import { useSignal } from '../signal.ts';
import { CopyButton } from './copy-button.tsx';
import { download } from './download.ts';
import { Inline } from './inline.tsx';

const text = appText.codeTabs;

/** Code to copy, in a tab of its own. */
interface CodeTab {
  readonly name: string;
  /** What it is for, and what it needs. `{packed}` is the file that Refrain is installed from. */
  readonly hint: string;
  readonly code: string;
  /** A file to download, and what is said about it. */
  readonly file?: { readonly name: string; readonly text: string; readonly label: string; readonly hint: string };
}

interface Properties {
  /** Unique on the page. The heading above has it as its ID. */
  readonly id: string;
  readonly tabs: readonly CodeTab[];
  readonly page: PageContext;
}

/**
 * Code in tabs. Arrow keys move and choose, as in ARIA's tabs pattern.
 * @see https://www.w3.org/WAI/ARIA/apg/patterns/tabs/
 */
export function CodeTabs({ id, tabs, page }: Properties) {
  const chosen = useSignal(0);
  const list = useRef<HTMLDivElement>(null);
  const tab = tabs[chosen.value] ?? tabs[0];
  if (!tab) return null;

  const choose = (index: number) => {
    chosen.value = (index + tabs.length) % tabs.length;
    list.current?.querySelectorAll<HTMLElement>('[role=tab]')[chosen.value]?.focus();
  };
  const onKey = (event: KeyboardEvent) => {
    if (event.ctrlKey || event.altKey || event.metaKey) return;
    const forward = page.window.getComputedStyle(event.currentTarget as Element).direction === 'rtl' ? -1 : 1;
    const steps: Record<string, number> = {
      ArrowRight: chosen.value + forward,
      ArrowLeft: chosen.value - forward,
      Home: 0,
      End: tabs.length - 1,
    };
    const step = steps[event.key];
    if (step === undefined) return;
    event.preventDefault();
    choose(step);
  };
  return (
    <>
      <div class="bars" role="tablist" aria-labelledby={id} ref={list} onKeyDown={onKey}>
        {tabs.map(({ name }, index) => (
          <button
            key={name}
            type="button"
            role="tab"
            id={`${id}-tab-${index}`}
            aria-selected={index === chosen.value}
            aria-controls={`${id}-panel`}
            tabIndex={index === chosen.value ? 0 : -1}
            onClick={() => choose(index)}
          >
            {name}
          </button>
        ))}
      </div>
      <div id={`${id}-panel`} role="tabpanel" aria-labelledby={`${id}-tab-${chosen.value}`}>
        <Code key={tab.name} tab={tab} page={page} />
      </div>
    </>
  );
}

function Code({ tab: { name, hint, code, file }, page }: { tab: CodeTab; page: PageContext }): ComponentChildren {
  const box = useRef<HTMLPreElement>(null);
  const select = () => {
    if (box.current) page.window.getSelection()?.selectAllChildren(box.current);
  };
  const save = () => {
    if (!file) return;
    download(page, file.name, 'text/plain', file.text);
    page.announce(text.downloaded(file.name));
  };
  return (
    <>
      <p class="hint">
        <Inline text={hint} values={{ packed: packedFile }} />
      </p>
      <pre tabIndex={0} role="group" aria-label={text.label(name)} ref={box}>
        <code>{code}</code>
      </pre>
      <div class="row">
        <CopyButton page={page} name={text.copyName(name)} copied={text.copied(name)} text={() => code} select={select}>
          {text.copy}
        </CopyButton>
        {file && (
          <button type="button" onClick={save}>
            {file.label}
          </button>
        )}
        {file && <bdi class="hint">{file.hint}</bdi>}
      </div>
    </>
  );
}
