import { takeAddress, type HeadState, type LinkSecret, type PageAddress } from './address/callback-address.ts';
import type { ignoredIn } from './address/ignored.ts';
import { readLink } from './address/link.ts';
import { isSurelyAllowed } from './address/own-address.ts';
import { announce, byId } from './shared/dom.ts';
import { initRedirectUri } from './form/redirect-uri.ts';
import { loadFormParts } from './form/load-form-parts.ts';
import { initForm, type ConnectForm } from './form/form.ts';
import { initSecretBox } from './form/secret-box.ts';
import { clearLoadError, lazyPartIfLoaded, prefetchLazyPart, withLazyPart, type LazyPart } from './lazy.ts';
import type { PageContext, PendingSignIn } from './shared/page-context.ts';
import { initPractice } from './practice/practice.ts';
import { connect } from './sign-in/connect.ts';
import { hasPendingSignIn } from './sign-in/save-pending-sign-in.ts';
import { fillRememberedClientId } from './sign-in/remembered-client-id.ts';
import { initLanguageSwitch } from './language/language-switch.ts';
import { loadLanguage } from './language/load-language.ts';
import { setLanguage } from './text/language.ts';
import { isLoopback } from '../spotify/loopback.ts';
import { ownFolderOf, ownRedirectUriOf } from '../spotify/own-redirect-uri.ts';

/** Starts the page: cleans the address, makes the form work, then handles what the address asks for. */
function start(): void {
  const callbackPath = document.querySelector<HTMLMetaElement>('meta[name=refrain-callback]')?.content;
  const { address, early } = takeAddress(window, callbackPath);
  const redirectUri = ownRedirectUriOf(location.href, callbackPath);
  const practice = initPractice(redirectUri.sent);
  const form = initForm(practice, early?.lang);
  const secretBox = initSecretBox();
  let isBusy = false;

  const page: PageContext = {
    window,
    now: () => practice.emulator()?.now() ?? Date.now(),
    realNow: () => Date.now(),
    fetch: practice.fetch,
    home: ownFolderOf(location.href),
    redirectUri,
    lang: early?.lang,
    mode: practice.mode,
    endpoints: (mode) => (mode === 'practice' ? practice.emulator()?.endpoints : REFRAIN_ENDPOINTS),
    practice: practice.emulator,
    leavePractice: practice.leave,
    form,
    title: form.title,
    show(view) {
      delete document.documentElement.dataset['returning'];
      for (const id of ['heading', 'form']) byId(id).hidden = view === 'app';
      for (const id of ['heading-app', 'app']) byId(id).hidden = view === 'form';
      if (view === 'app') secretBox.empty();
    },
    announce,
    async connect() {
      // A second click must not start a second sign-in.
      if (isBusy) return;
      isBusy = true;
      byId('notice').hidden = true;
      secretBox.mask();
      clearLoadError();
      lazyPartIfLoaded()?.app.clearError();
      isBusy = await connect(page);
      // If the user stops the navigation, the button works again.
      setTimeout(() => (isBusy = false), 3000);
    },
  };

  initButtons(page, form);
  addEventListener('pageshow', ({ persisted }) => {
    isBusy = false;
    // The browser has restored the values of the form by now.
    form.refresh();
    if (persisted) askDeadEnd(page);
  });
  handleAddress(page, form, address);
  // This page has none. Another program that used the same port may have left one.
  if (navigator.serviceWorker?.controller && isLoopback(location.hostname)) {
    void withLazyPart(({ app }) => app.warnOfServiceWorker(page));
  }
  fillRememberedClientId();
  form.refresh();
  replayClicks(early);
}

/** Starts the page when its language has arrived. */
async function startInLanguage(language: NonNullable<HeadState['language']>): Promise<void> {
  const isSubmitted = await loadLanguage(language);
  start();
  if (isSubmitted) byId<HTMLFormElement>('form').requestSubmit();
}

function initButtons(page: PageContext, { noteRegistered }: ConnectForm): void {
  initRedirectUri(page.redirectUri, noteRegistered);
  byId('copy-link').addEventListener('click', async () => (await loadFormParts())?.copyLink());
  initLanguageSwitch();
  const form = byId('form');
  form.addEventListener('submit', (event) => {
    event.preventDefault();
    void page.connect();
  });
  form.addEventListener('input', prefetchLazyPart, { once: true });
  byId('have-token').addEventListener('click', () => void withLazyPart(({ app }) => app.openTokenCheck(page)));
}

/** Handles a callback, or fills the form from a link and reports what is wrong with it. */
function handleAddress(page: PageContext, form: ConnectForm, address: PageAddress): void {
  if (address.kind === 'callback') {
    void withLazyPart(({ app }) => app.handleCallback(page, address.parameters, address.fragment));
    return;
  }
  const link = readLink(address.parameters, form.choices);
  const isOwn = takeEarlySubmit();
  form.fillUntouched(link, isOwn);
  if (address.parameters.size > 0 && !isOwn) void showIgnored(address.parameters, link, form.choices, page.lang);
  if (isSurelyAllowed(page.redirectUri.sent)) continueAtAllowedAddress(page, address.secret);
  else {
    void withLazyPart(({ app }) => {
      if (!app.showWrongAddress(page)) continueAtAllowedAddress(page, address.secret);
      else app.explainStart(page, address.secret);
    });
  }
}

/** Names what is ignored in a link. This loads later, because few links need it. */
async function showIgnored(...link: Parameters<typeof ignoredIn>): Promise<void> {
  (await loadFormParts())?.showIgnored(...link);
}

/** Continues if Spotify accepts the address of this page as a redirect URI. */
function continueAtAllowedAddress(page: PageContext, secret: LinkSecret | undefined): void {
  if (secret || (history.state as { lost?: string } | null)?.lost) {
    void withLazyPart((part) => {
      fillFromPendingSignIn(page, part);
      part.app.explainStart(page, secret);
    });
  } else {
    delete document.documentElement.dataset['returning'];
    askDeadEnd(page);
  }
}

/** Whether the query comes from our own form, submitted before this script had loaded. See head.js. */
function takeEarlySubmit(): boolean {
  try {
    const isOwn = sessionStorage.getItem('refrain.early') !== null;
    sessionStorage.removeItem('refrain.early');
    return isOwn;
  } catch {
    return false;
  }
}

/** Restores the form from the pending sign-in, unless something else has filled it. Returns the pending sign-in. */
function fillFromPendingSignIn(page: PageContext, { loadPendingSignIn }: LazyPart): PendingSignIn | undefined {
  const pending = loadPendingSignIn(() => sessionStorage);
  const isLink = [...new URLSearchParams(location.search).keys()].some((name) => name !== 'lang');
  if (pending && !page.form.read().clientId && !isLink) page.form.fill(pending, pending.mode);
  return pending;
}

/** If a sign-in is pending but there is no callback, Spotify has stopped at a page without a way back. Asks about it. */
function askDeadEnd(page: PageContext): void {
  if (!hasPendingSignIn(() => sessionStorage)) return;
  void withLazyPart((part) => {
    const pending = fillFromPendingSignIn(page, part);
    if (pending) part.app.askDeadEnd(page, pending);
  });
}

/** Repeats the clicks on buttons that came before this script had loaded. See head.js. */
function replayClicks(early: HeadState | undefined): void {
  if (!early) return;
  removeEventListener('click', early.note);
  for (const target of early.pressed) {
    if (!(target instanceof Element)) continue;
    target.closest<HTMLButtonElement>('button[type=button]:not([popovertarget])')?.click();
  }
}

// In a frame the page shows nothing and does nothing. See head.js.
if (top === self) {
  const { language } = (window as { refrain?: HeadState }).refrain ?? {};
  if (language) void startInLanguage(language);
  else {
    setLanguage(undefined, navigator.languages);
    start();
  }
}
