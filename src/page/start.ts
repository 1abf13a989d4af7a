import { takeArrival } from './address/arrival.ts';
import { readLink } from './address/link.ts';
import { announce, byId } from './dom.ts';
import { copyBox } from './form/copy.ts';
import { takeOverForm } from './form/form.ts';
import { takeOverSecretBox } from './form/secret-box.ts';
import { lateIfLoaded, prefetchLate, withLate } from './late.ts';
import type { Page, World } from './page.ts';
import { takeOverPractice } from './practice.ts';
import { connect } from './trip/connect.ts';
import { loadPendingTry } from './trip/pending-try.ts';
import { rememberClientId, rememberedClientId } from './trip/remembered.ts';
import { redirectUriOf } from '../spotify/redirect-uri.ts';

/** Begins: what came by the address first, then the form as it stands. */
function start(): void {
  const { arrival, early } = takeArrival(window);
  const practice = takeOverPractice();
  const form = takeOverForm(practice);
  const { sent, registered, judgement } = redirectUriOf(location.href);
  const secretBox = takeOverSecretBox();
  const pending = () => loadPendingTry(() => sessionStorage);
  let isBusy = false;

  const page: Page = {
    window,
    now: () => Date.now(),
    fetch: (...request) => fetch(...request),
    redirectUri: { sent, registered },
    world: practice.world,
    endpoints: (world: World) => (world === 'practice' ? practice.endpoints : REFRAIN_ENDPOINTS),
    form,
    show(view) {
      delete document.documentElement.dataset['returning'];
      for (const id of ['heading', 'form', 'foot']) byId(id).hidden = view === 'after';
      for (const id of ['heading-after', 'after', 'foot-after']) byId(id).hidden = view === 'form';
      if (view === 'after') secretBox.empty();
    },
    announce,
    async connect() {
      // A second click starts no second try; whoever stops the navigation may press again.
      if (isBusy) return;
      isBusy = true;
      setTimeout(() => (isBusy = false), 3000);
      byId('notice').hidden = true;
      secretBox.mask();
      lateIfLoaded()?.after.clearError(page);
      await connect(page);
      if (byId('form').querySelector('[aria-invalid]')) isBusy = false;
    },
  };

  const uri = byId<HTMLInputElement>('redirect-uri');
  uri.value = registered;
  if (registered !== sent) {
    byId('redirect-uri-hint').textContent =
      `Registered without a port, it serves this page and the command. If Spotify refuses it, register ${sent} too.`;
  }
  const copy = byId<HTMLButtonElement>('copy-redirect-uri');
  copy.addEventListener('click', () => void copyBox(uri, copy, 'Redirect URI'));
  const element = byId<HTMLFormElement>('form');
  element.addEventListener('submit', (event) => {
    event.preventDefault();
    void page.connect();
  });
  element.addEventListener('input', prefetchLate, { once: true });
  byId('have-token').addEventListener('click', () => void withLate(({ after }) => after.openTokenCheck(page)));
  takeOverRemembering();

  const askDeadEnd = () => {
    const waiting = pending();
    if (waiting) void withLate(({ after }) => after.askDeadEnd(page, waiting));
  };
  addEventListener('pageshow', (event) => {
    isBusy = false;
    // By now the browser has put back what stood in the boxes.
    form.refresh();
    if (event.persisted) askDeadEnd();
  });

  if (arrival.kind === 'callback') {
    void withLate(async ({ after, RefrainError }) => {
      try {
        await after.handleCallback(page, arrival.parameters, arrival.fragment);
      } catch (error) {
        after.showError(page, error instanceof RefrainError ? error : new RefrainError('callback_malformed'));
      }
      delete document.documentElement.dataset['returning'];
    });
  } else {
    const link = readLink(arrival.parameters, form.choices);
    form.fillUntouched(link);
    name(link.unknown);
    if (judgement.verdict === 'refused') void withLate(({ after }) => after.showWrongAddress(page));
    else if (arrival.secret) {
      void withLate(({ after, RefrainError }) => after.showError(page, new RefrainError('secret_in_link')));
    } else askDeadEnd();
  }
  fillRemembered();
  form.refresh();

  if (early) {
    removeEventListener('click', early.note);
    for (const pressed of early.pressed) {
      const button =
        pressed instanceof Element && pressed.closest<HTMLButtonElement>('button[type=button]:not([popovertarget])');
      if (button) button.click();
    }
  }
}

/** Names once what a link asks for and nobody here knows. */
function name(unknown: readonly string[]): void {
  if (unknown.length === 0) return;
  const more = unknown.length > 5 ? ` and ${unknown.length - 5} more` : '';
  const words = `The link asks for what Refrain does not know: ${unknown.slice(0, 5).join(', ')}${more}. It was left out.`;
  const notice = byId('notice');
  notice.textContent = words;
  notice.hidden = false;
  announce(words);
}

function fillRemembered(): void {
  const remembered = rememberedClientId();
  const box = byId<HTMLInputElement>('client-id');
  if (!remembered) return;
  if (!box.value) box.value = remembered;
  if (box.value === remembered) byId<HTMLInputElement>('remember').checked = true;
}

function takeOverRemembering(): void {
  byId<HTMLInputElement>('remember').addEventListener('change', ({ target }) => {
    if ((target as HTMLInputElement).checked) return;
    try {
      rememberClientId('');
    } catch {
      // Blocked storage remembers nothing anyway.
    }
  });
}

// In a frame nothing is shown, and nothing is done: see head.js.
if (top === self) start();
