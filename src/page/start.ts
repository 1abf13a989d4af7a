import { takeAddress, type PageAddress, type HeadState } from './address/callback-address.ts';
import { readLink } from './address/link.ts';
import { isSurelyAllowed } from './address/own-address.ts';
import { announce, byId } from './shared/dom.ts';
import { initRedirectUri } from './form/redirect-uri.ts';
import { initForm, type ConnectForm } from './form/form.ts';
import { showIgnored } from './form/notice.ts';
import { initSecretBox } from './form/secret-box.ts';
import { clearLoadError, lazyPartIfLoaded, prefetchLazyPart, withLazyPart } from './lazy.ts';
import type { PageContext, PendingSignIn } from './shared/page-context.ts';
import { initPractice } from './practice/practice.ts';
import { connect } from './sign-in/connect.ts';
import { loadPendingSignIn } from './sign-in/pending-sign-in.ts';
import { initRememberedClientId } from './sign-in/remembered.ts';
import { ownRedirectUriOf } from '../spotify/own-redirect-uri.ts';

/** Begins: what came by the address first, then the form as it stands, then whatever the arrival asks for. */
function start(): void {
  const { arrival, early } = takeAddress(window);
  const practice = initPractice();
  const form = initForm(practice);
  const secretBox = initSecretBox();
  let isBusy = false;

  const page: PageContext = {
    window,
    now: () => Date.now(),
    fetch: (...request) => fetch(...request),
    redirectUri: ownRedirectUriOf(location.href),
    mode: practice.mode,
    endpoints: (mode) => (mode === 'practice' ? practice.endpoints : REFRAIN_ENDPOINTS),
    form,
    title: form.title,
    show(view) {
      delete document.documentElement.dataset['returning'];
      for (const id of ['heading', 'form', 'foot']) byId(id).hidden = view === 'app';
      for (const id of ['heading-app', 'app', 'foot-app']) byId(id).hidden = view === 'form';
      if (view === 'app') secretBox.empty();
    },
    announce,
    async connect() {
      // A second click starts no second try.
      if (isBusy) return;
      isBusy = true;
      byId('notice').hidden = true;
      secretBox.mask();
      clearLoadError();
      lazyPartIfLoaded()?.app.clearError(page);
      isBusy = await connect(page);
      // Whoever stops the navigation may press again.
      setTimeout(() => (isBusy = false), 3000);
    },
  };

  initButtons(page);
  addEventListener('pageshow', ({ persisted }) => {
    isBusy = false;
    // By now the browser has put back what stood in the boxes.
    form.refresh();
    if (persisted) askDeadEnd(page);
  });
  handleAddress(page, form, arrival);
  initRememberedClientId();
  form.refresh();
  replayClicks(early);
}

function initButtons(page: PageContext): void {
  initRedirectUri(page.redirectUri);
  const form = byId('form');
  form.addEventListener('submit', (event) => {
    event.preventDefault();
    void page.connect();
  });
  form.addEventListener('input', prefetchLazyPart, { once: true });
  byId('have-token').addEventListener('click', () => void withLazyPart(({ app }) => app.openTokenCheck(page)));
}

/** What the arrival asks for: a callback is handled, a link fills the form, and what is wrong is said. */
function handleAddress(page: PageContext, form: ConnectForm, arrival: PageAddress): void {
  if (arrival.kind === 'callback') {
    void withLazyPart(({ app }) => app.handleCallback(page, arrival.parameters, arrival.fragment));
    return;
  }
  const link = readLink(arrival.parameters, form.choices);
  form.fillUntouched(link, takeEarlyConnect());
  showIgnored(link.unknown);
  if (isSurelyAllowed(page.redirectUri.sent)) continueAtAllowedAddress(page, arrival.secret);
  else {
    void withLazyPart(({ app, RefrainError }) => {
      if (!app.showWrongAddress(page)) continueAtAllowedAddress(page, arrival.secret);
      else if (arrival.secret) app.showError(page, new RefrainError('secret_in_link'));
    });
  }
}

/** The same, at an address that Spotify sends people back to. */
function continueAtAllowedAddress(page: PageContext, hasSecret: boolean): void {
  if (hasSecret) {
    fillFromPendingSignIn(page);
    void withLazyPart(({ app, RefrainError }) => app.showError(page, new RefrainError('secret_in_link')));
  } else if ((history.state as { lost?: string } | null)?.lost) {
    void withLazyPart(({ app }) => app.explainLoss(page));
  } else {
    delete document.documentElement.dataset['returning'];
    askDeadEnd(page);
  }
}

/** Whether the address is our own form come back, sent by a Connect pressed before the script had come: see head.js. */
function takeEarlyConnect(): boolean {
  try {
    const isOwn = sessionStorage.getItem('refrain.early') !== null;
    sessionStorage.removeItem('refrain.early');
    return isOwn;
  } catch {
    return false;
  }
}

/** The form as it was when Connect was pressed, where nothing else has filled it; gives the try that waits, if any. */
function fillFromPendingSignIn(page: PageContext): PendingSignIn | undefined {
  const pending = loadPendingSignIn(() => sessionStorage);
  if (pending && !page.form.read().clientId && !location.search) page.form.fill(pending, pending.mode);
  return pending;
}

/** Somebody is here without a callback while a try is pending: Spotify has stopped at a page with no way back. */
function askDeadEnd(page: PageContext): void {
  const pending = fillFromPendingSignIn(page);
  if (!pending) return;
  void withLazyPart(({ app }) => app.askDeadEnd(page, pending));
}

/** Presses what was pressed before the script had come: see head.js. */
function replayClicks(early: HeadState | undefined): void {
  if (!early) return;
  removeEventListener('click', early.note);
  for (const pressed of early.pressed) {
    if (!(pressed instanceof Element)) continue;
    pressed.closest<HTMLButtonElement>('button[type=button]:not([popovertarget])')?.click();
  }
}

// In a frame nothing is shown, and nothing is done: see head.js.
if (top === self) start();
