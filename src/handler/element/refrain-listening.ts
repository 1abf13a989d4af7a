/** Milliseconds after a read in which a return to the page does not read again. A return sends two events. */
const pause = 5000;
/** Milliseconds until the next try: after a failure or the end of a track, and if the handler has nothing yet. */
const retryDelay = 30_000;
const warmingDelay = 6000;
const maxTries = 4;
const minute = 60_000;
/** The most that a cache makes the server's time differ, in milliseconds. If it differs more, the reader's clock is wrong. */
const clockTolerance = 10 * minute;

/** On a server, the module can be imported and does nothing. */
const Base = (globalThis.HTMLElement ?? Object) as typeof HTMLElement;

let sheet: CSSStyleSheet | undefined;

/**
 * Shows a list of the handler in a page, in light DOM. Until the list is there, the content of the element is shown. The
 * list is read again when a track ends and when the reader comes back to the page; a hidden page does nothing. `src` is
 * trusted like a script of the page.
 */
export class RefrainListeningElement extends Base {
  static readonly observedAttributes = ['src'];

  #text = '';
  #readAt = 0;
  #tries = maxTries;
  /** Milliseconds to add to the reader's clock. */
  #clockError = 0;
  #next: ReturnType<typeof setTimeout> | undefined;
  #clock: ReturnType<typeof setInterval> | undefined;
  #request: AbortController | undefined;

  get src(): string {
    return this.getAttribute('src') ?? '';
  }

  set src(src: string) {
    this.setAttribute('src', src);
  }

  connectedCallback(): void {
    addEventListener('focus', this);
    document.addEventListener('visibilitychange', this);
    this.handleEvent();
  }

  disconnectedCallback(): void {
    removeEventListener('focus', this);
    document.removeEventListener('visibilitychange', this);
    // It may move into another root, which has no style yet.
    this.#text = '';
    this.#stop();
  }

  attributeChangedCallback(): void {
    this.#readAt = 0;
    if (this.isConnected) this.handleEvent();
  }

  /** Reads the list if the page is visible. Stops if it is hidden. */
  handleEvent(): void {
    if (document.hidden) return this.#stop();
    this.#clock ??= setInterval(() => this.#localiseTimes(), minute);
    if (Date.now() - this.#readAt < pause) return;
    this.#tries = maxTries;
    void this.refresh();
  }

  /** Reads the list now. If that fails, what is shown stays. */
  refresh(): Promise<void> {
    return this.#read(false);
  }

  async #read(hasEnded: boolean): Promise<void> {
    this.#cancel();
    const { signal } = (this.#request = new AbortController());
    this.#readAt = Date.now();
    let isShown = false;
    try {
      const response = await fetch(this.src, { signal });
      const text = await response.text();
      this.#correctClock(response.headers);
      isShown = response.ok && this.#show(text);
    } catch {
      // Offline, or stopped.
    }
    if (signal.aborted) return;
    const left = isShown ? this.#moveProgress() : undefined;
    if (left !== undefined) {
      this.#tries = maxTries;
      this.#next = setTimeout(() => void this.#read(true), Math.max(left + 1000, retryDelay / 2));
      return;
    }
    const isWarming = this.querySelector('[data-state=warming]') !== null;
    if ((isShown && !hasEnded && !isWarming) || !this.#tries) return;
    this.#tries -= 1;
    this.#next = setTimeout(() => void this.#read(hasEnded), isWarming ? warmingDelay : retryDelay);
  }

  /** Ages and progress are counted by the server's clock. Without its time, by the reader's. */
  #correctClock(headers: Headers): void {
    const served = Date.parse(headers.get('date') ?? '') + Number(headers.get('age')) * 1000;
    const difference = served - Date.now();
    this.#clockError = Math.abs(difference) > clockTolerance ? difference : 0;
  }

  get #now(): number {
    return Date.now() + this.#clockError;
  }

  #cancel(): void {
    clearTimeout(this.#next);
    this.#request?.abort();
  }

  #stop(): void {
    this.#cancel();
    clearInterval(this.#clock);
    this.#clock = undefined;
    this.#readAt = 0;
  }

  /** Shows the figure of a document, and keeps the focus on a link that is there again. */
  #show(text: string): boolean {
    // A page may have put its own content back.
    if (text === this.#text && this.querySelector('figure')) return true;
    // A parser reports each style element to a page whose policy forbids inline styles, so it gets what follows them.
    const parts = text.split(/<\/?style>/);
    const figure = new DOMParser().parseFromString(parts.at(-1) ?? '', 'text/html').querySelector('figure');
    if (!figure) return false;
    this.#text = text;
    this.#adoptStyle(parts[1] ?? '');
    const focused = this.contains(document.activeElement) ? document.activeElement?.getAttribute('href') : null;
    this.replaceChildren(document.adoptNode(figure));
    this.#localiseTimes();
    if (focused) this.querySelector<HTMLElement>(`[href="${CSS.escape(focused)}"]`)?.focus({ preventScroll: true });
    return true;
  }

  /** All elements share one sheet. It needs no permission for inline styles. */
  #adoptStyle(style: string): void {
    if (!sheet) {
      sheet = new CSSStyleSheet();
      sheet.replaceSync(style);
    }
    const root = this.getRootNode() as Document | ShadowRoot;
    if (!root.adoptedStyleSheets.includes(sheet)) root.adoptedStyleSheets.push(sheet);
  }

  /** Shows each time in the language of the page or of the reader, and keeps the ages up to date. */
  #localiseTimes(): void {
    const language = this.closest<HTMLElement>('[lang]')?.lang || navigator.language;
    const format = new Intl.RelativeTimeFormat(language, { style: 'short' });
    for (const element of this.querySelectorAll('time')) {
      const date = new Date(element.dateTime);
      // If the clock of the visitor is slow, a play is not in the future: it was just now.
      const minutes = Math.min(Math.ceil((date.getTime() - this.#now) / minute), -1);
      const hours = Math.ceil(minutes / 60);
      const days = Math.ceil(hours / 24);
      element.dir = 'auto';
      element.title = date.toLocaleString(language);
      element.textContent = days
        ? format.format(days, 'day')
        : hours
          ? format.format(hours, 'hour')
          : format.format(minutes, 'minute');
    }
  }

  /** Starts the progress bar at the place of the track. Returns the milliseconds to its end, or undefined if nothing plays. */
  #moveProgress(): number | undefined {
    const bar = this.querySelector<HTMLElement>('[data-started-at]');
    if (!bar) return undefined;
    const length = Number(bar.dataset['duration']);
    const elapsed = Math.min(length, Math.max(0, this.#now - Number(bar.dataset['startedAt'])));
    bar.style.setProperty('--refrain-from', `${(100 * elapsed) / length}%`);
    bar.style.setProperty('--refrain-left', `${length - elapsed}ms`);
    return length - elapsed;
  }
}
