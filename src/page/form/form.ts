import type { Grant } from '../../grants/grant.ts';
import { findUsualClientId, isClientId } from '../../text/values/client-id.ts';
import { loadFormParts } from './load-form-parts.ts';
import { readTypedClientId } from './read-client-id.ts';
import { isSameSet, writeLink, type ScopeChoices, type Link } from '../address/link.ts';
import { byId, setText } from '../shared/dom.ts';
import type { FormValues, PageContext, Mode } from '../shared/page-context.ts';
import type { PracticeSwitch } from '../practice/practice.ts';
import { formText } from '../text/form-text.ts';
import { initScopes } from './scope-list.ts';

/** The values that a link filled in. The history entry has them, so that they are marked again after a reload. */
type LinkValues = Omit<Link, 'isRenewal'>;

interface SavedForm {
  readonly mode: Mode;
  readonly formerClientId: string;
  readonly linked: LinkValues;
}

export type ConnectForm = PageContext['form'] & {
  /** Fills the unchanged fields from a link, and marks them unless the page wrote that link itself. */
  fillUntouched(link: Link, isOwn: boolean): void;
  /** Updates everything that follows from the form: address, marks, notes, hints. */
  refresh(): void;
  /** Marks the second measure as done: the redirect URI was copied. */
  noteRegistered(): void;
  readonly choices: ScopeChoices;
  title(): string;
};

const fields = { clientId: 'client-id', clientSecret: 'client-secret' } as const;

/**
 * Makes the form in the page work. What was typed and checked before stays.
 * @param lang the language that the address asks for
 */
export function initForm(practice: PracticeSwitch, lang: string | undefined): ConnectForm {
  const ownTitle = document.title;
  const form = byId<HTMLFormElement>('form');
  const clientId = byId<HTMLInputElement>('client-id');
  const grants = [...form.querySelectorAll<HTMLInputElement>('[name=grant]')];
  const scopes = initScopes(refresh);
  const saved = (history.state as { form?: SavedForm } | null)?.form;
  let linked: LinkValues = saved?.linked ?? {};
  let odd = '';
  let isRegistered = false;
  let isRenewal = false;

  const read = (): FormValues => ({
    clientId: readTypedClientId(clientId.value),
    grant: (grants.find((radio) => radio.checked)?.value ?? 'authorization_code_pkce') as Grant,
    scopes: scopes.chosen(),
  });
  const choose = (grant: Grant) => {
    for (const radio of grants) radio.checked = radio.value === grant;
    showGrant();
  };
  /** Unfolds the rare grants if one of them is chosen. */
  function showGrant(): void {
    const rare = byId<HTMLDetailsElement>('grants');
    if (rare.querySelector(':checked')) rare.open = true;
  }

  const title = () => (practice.mode() === 'practice' ? formText.practice(ownTitle) : ownTitle);

  function refresh(): void {
    const values = read();
    const isPractice = practice.mode() === 'practice';
    scopes.refresh();
    form.classList.toggle('registered', isRegistered || values.clientId !== '');
    form.classList.toggle('ready', isClientId(values.clientId) || (isPractice && values.clientId !== ''));
    const mark = (id: string, isLinked: boolean, otherwise = '') =>
      setText(`${id}-mark`, isLinked ? formText.fromLink : otherwise);
    mark('client-id', values.clientId !== '' && values.clientId === linked.clientId, odd);
    mark('grant', values.grant === linked.grant);
    mark('scopes', linked.scopes !== undefined && isSameSet(values.scopes, linked.scopes));
    const search = writeLink({ ...values, clientId: isPractice ? '' : values.clientId, isRenewal, lang }, scopes);
    byId('copy-link').hidden = search === (lang ? `?lang=${lang}` : '');
    if (isRenewal) setText('connect', formText.renew);
    const savedForm: SavedForm = { mode: practice.mode(), formerClientId: practice.formerClientId(), linked };
    try {
      history.replaceState({ ...history.state, form: savedForm }, '', location.pathname + search + location.hash);
    } catch {
      // Safari allows 100 calls in ten seconds. The next one updates the address.
    }
  }

  function clear(field: keyof typeof fields): void {
    const box = byId<HTMLInputElement>(fields[field]);
    if (!box.ariaInvalid) return;
    box.ariaInvalid = null;
    setText(`${fields[field]}-error`, '');
    document.title = title();
  }

  form.addEventListener('input', ({ target }) => {
    if (target === clientId) {
      clear('clientId');
      odd = '';
      // A pasted `.env` file may hold a secret too: only its client ID stays in the box.
      const found = readTypedClientId(clientId.value);
      if (isClientId(found) && found !== clientId.value) clientId.value = found;
    }
    const secret = byId<HTMLInputElement>('client-secret');
    if (target === secret) {
      clear('clientSecret');
      // A `.env` file names the client ID too. One that was entered counts.
      if ((clientId.value ||= findUsualClientId(secret.value) ?? '')) clear('clientId');
    }
    if (target !== byId('search-scopes')) refresh();
  });
  clientId.addEventListener('change', async () => {
    const id = (clientId.value = readTypedClientId(clientId.value));
    refresh();
    if (!id || isClientId(id) || practice.mode() === 'practice') return;
    const part = await loadFormParts();
    if (clientId.value !== id) return;
    odd = part?.describeOddity(id) ?? '';
    refresh();
  });
  practice.onSwitch(() => {
    clear('clientId');
    odd = '';
    document.title = title();
    refresh();
  });
  if (saved) {
    practice.restore(saved.mode, saved.formerClientId);
    document.title = title();
  }
  // The browser may have restored a choice.
  showGrant();

  return {
    choices: scopes,
    title,
    read,
    preset: scopes.preset,
    refresh,
    noteRegistered() {
      isRegistered = true;
      refresh();
    },
    fill(values, mode) {
      practice.show(mode);
      clientId.value = values.clientId;
      choose(values.grant);
      scopes.choose(values.scopes);
      linked = {};
      odd = '';
      clear('clientId');
      document.title = title();
      refresh();
    },
    fillUntouched(link, isOwn) {
      const { isRenewal: asksRenewal, ...asked } = link;
      isRenewal = asksRenewal === true;
      const used: { -readonly [Name in keyof LinkValues]: LinkValues[Name] } = {};
      if (asked.clientId && !clientId.value) clientId.value = used.clientId = asked.clientId;
      if (asked.grant && grants.every((radio) => radio.checked === radio.defaultChecked)) {
        choose((used.grant = asked.grant));
      }
      if (asked.scopes && !scopes.isTouched()) scopes.choose((used.scopes = asked.scopes));
      scopes.openIfUnusual();
      // An address that the page wrote itself is not a link.
      if (!saved && !isOwn) linked = used;
    },
    fail(field, text) {
      const box = byId<HTMLInputElement>(fields[field]);
      box.ariaInvalid = 'true';
      setText(`${fields[field]}-error`, formText.error(text));
      document.title = formText.error(title());
      box.focus();
    },
  };
}
