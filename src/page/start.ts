import { takeArrival, type Arrival, type Early } from './address/callback-address.ts';
import { readLink } from './address/link.ts';
import { isSurelyAllowed } from './address/own-address.ts';
import { announce, byId } from './shared/dom.ts';
import { copyBox } from './form/copy.ts';
import { takeOverForm, type Form } from './form/form.ts';
import { nameUnknown } from './form/notice.ts';
import { takeOverSecretBox } from './form/secret-box.ts';
import { clearMissing, lateIfLoaded, prefetchLate, withLate } from './lazy.ts';
import type { Page, PendingTry } from './shared/page.ts';
import { takeOverPractice } from './practice/practice.ts';
import { connect } from './sign-in/connect.ts';
import { loadPendingTry } from './sign-in/pending-sign-in.ts';
import { takeOverRemembering } from './sign-in/remembered.ts';
import { ownRedirectUriOf } from '../spotify/own-redirect-uri.ts';

/** Begins: what came by the address first, then the form as it stands, then whatever the arrival asks for. */
function start(): void {
  const { arrival, early } = takeArrival(window);
  const practice = takeOverPractice();
  const form = takeOverForm(practice);
  const secretBox = takeOverSecretBox();
  let isBusy = false;

  const page: Page = {
    window,
    now: () => Date.now(),
    fetch: (...request) => fetch(...request),
    redirectUri: ownRedirectUriOf(location.href),
    world: practice.world,
    endpoints: (world) => (world === 'practice' ? practice.endpoints : REFRAIN_ENDPOINTS),
    form,
    title: form.title,
    show(view) {
      delete document.documentElement.dataset['returning'];
      for (const id of ['heading', 'form', 'foot']) byId(id).hidden = view === 'after';
      for (const id of ['heading-after', 'after', 'foot-after']) byId(id).hidden = view === 'form';
      if (view === 'after') secretBox.empty();
    },
    announce,
    async connect() {
      // A second click starts no second try.
      if (isBusy) return;
      isBusy = true;
      byId('notice').hidden = true;
      secretBox.mask();
      clearMissing();
      lateIfLoaded()?.after.clearError(page);
      isBusy = await connect(page);
      // Whoever stops the navigation may press again.
      setTimeout(() => (isBusy = false), 3000);
    },
  };

  takeOverButtons(page);
  addEventListener('pageshow', ({ persisted }) => {
    isBusy = false;
    // By now the browser has put back what stood in the boxes.
    form.refresh();
    if (persisted) askDeadEnd(page);
  });
  goOn(page, form, arrival);
  takeOverRemembering();
  form.refresh();
  pressAgain(early);
}

function takeOverButtons(page: Page): void {
  const { sent, registered } = page.redirectUri;
  const uri = byId<HTMLInputElement>('redirect-uri');
  uri.value = registered;
  if (registered !== sent) {
    const words = ` Without a port it serves this page and the command; if Spotify refuses it so, register ${sent} too.`;
    byId('any-port').textContent = words;
  }
  const copy = byId<HTMLButtonElement>('copy-redirect-uri');
  copy.addEventListener('click', () => void copyBox(uri, copy, 'Redirect URI'));
  const form = byId('form');
  form.addEventListener('submit', (event) => {
    event.preventDefault();
    void page.connect();
  });
  form.addEventListener('input', prefetchLate, { once: true });
  byId('have-token').addEventListener('click', () => void withLate(({ after }) => after.openTokenCheck(page)));
}

/** What the arrival asks for: a callback is handled, a link fills the form, and what is wrong is said. */
function goOn(page: Page, form: Form, arrival: Arrival): void {
  if (arrival.kind === 'callback') {
    void withLate(({ after }) => after.handleCallback(page, arrival.parameters, arrival.fragment));
    return;
  }
  const link = readLink(arrival.parameters, form.choices);
  form.fillUntouched(link, takeEarlyConnect());
  nameUnknown(link.unknown);
  if (isSurelyAllowed(page.redirectUri.sent)) goOnHere(page, arrival.secret);
  else {
    void withLate(({ after, RefrainError }) => {
      if (!after.showWrongAddress(page)) goOnHere(page, arrival.secret);
      else if (arrival.secret) after.showError(page, new RefrainError('secret_in_link'));
    });
  }
}

/** The same, at an address that Spotify sends people back to. */
function goOnHere(page: Page, hasSecret: boolean): void {
  if (hasSecret) {
    fillFromPendingTry(page);
    void withLate(({ after, RefrainError }) => after.showError(page, new RefrainError('secret_in_link')));
  } else if ((history.state as { lost?: string } | null)?.lost) {
    void withLate(({ after }) => after.explainLoss(page));
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
function fillFromPendingTry(page: Page): PendingTry | undefined {
  const pending = loadPendingTry(() => sessionStorage);
  if (pending && !page.form.read().clientId && !location.search) page.form.fill(pending, pending.world);
  return pending;
}

/** Somebody is here without a callback while a try is pending: Spotify has stopped at a page with no way back. */
function askDeadEnd(page: Page): void {
  const pending = fillFromPendingTry(page);
  if (!pending) return;
  void withLate(({ after }) => after.askDeadEnd(page, pending));
}

/** Presses what was pressed before the script had come: see head.js. */
function pressAgain(early: Early | undefined): void {
  if (!early) return;
  removeEventListener('click', early.note);
  for (const pressed of early.pressed) {
    if (!(pressed instanceof Element)) continue;
    pressed.closest<HTMLButtonElement>('button[type=button]:not([popovertarget])')?.click();
  }
}

// In a frame nothing is shown, and nothing is done: see head.js.
if (top === self) start();
