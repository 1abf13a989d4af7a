// Runs before anything is drawn or loaded. The build writes it into the page, and its hash into the policy.
(() => {
  const page = document.documentElement;
  // A policy in a meta element cannot forbid frames, so the page hides itself in one.
  if (top !== self) {
    page.hidden = true;
    return;
  }
  // Without this script, styles hide what cannot work.
  page.dataset.mode = 'spotify';
  // Clicks on buttons before start.ts has loaded are repeated by it.
  const early = (window.refrain = { pressed: [] });
  early.note = (event) => early.pressed.push(event.target);
  addEventListener('click', early.note);
  // If Connect is pressed before start.ts has loaded, the browser submits the form to its own address. This notes that
  // the query is not from a link.
  // Text that is not a client ID may be a secret, so it stays out of that query.
  addEventListener('submit', ({ target, defaultPrevented }) => {
    const box = target.elements.client_id;
    if (box && !/^\s*[\da-f]{32}\s*$/i.test(box.value)) box.name = '';
    try {
      if (!defaultPrevented) sessionStorage.setItem('refrain.early', '');
    } catch {}
  });
  // Removes a code, a secret or a token from the address before anything else, and shows no form until it is handled.
  const { search, hash, pathname, hostname, origin, protocol } = location;
  if (/(secret|token|password|verifier|[?&#](code|error|state))=/i.test(search + hash)) {
    early.search = search;
    early.hash = hash;
    // If the page is reloaded before the code is used, it can say so.
    history.replaceState({ lost: /\bcode=/.test(search) && 'code_lost' }, '', pathname);
    page.dataset.returning = '';
  }
  // Starts to load the language that the address, the pending sign-in or the browser asks for, if it is not English.
  const languages = new Map(LANGUAGES);
  // A region does not matter, and neither does case: `de-AT` is German.
  const find = (tags) =>
    tags.map((tag) => `${tag}`.toLowerCase().split(/[-_]/)[0]).find((tag) => tag === 'en' || languages.has(tag));
  let lang = new URLSearchParams(search).get('lang');
  try {
    lang ??= JSON.parse(sessionStorage.getItem('refrain.sign-in')).lang;
  } catch {}
  early.lang = find([lang]);
  const path = languages.get(early.lang ?? find(navigator.languages));
  if (path) early.language = import(path).catch(() => {});
  // On localhost another view follows, so the form is not shown there either.
  if (/\blocalhost\.?$/.test(hostname)) page.dataset.returning = '';
  const reportBroken = ({ target }) => {
    if (target.type !== 'module') return;
    page.dataset.broken = '';
    document.getElementById('broken')?.setAttribute('role', 'alert');
  };
  addEventListener('error', reportBroken, true);
  // A browser loads no module from a file.
  if (protocol === 'file:') page.dataset.broken = '';
  // Completes the form as soon as it is parsed: start.ts may come seconds later. What a link unfolds is unfolded here, so
  // that nothing moves then.
  const observer = new MutationObserver(() => {
    const box = document.getElementById('redirect-uri');
    if (!box) return;
    observer.disconnect();
    const path = document.querySelector('[name=refrain-callback]')?.content;
    // As `ownRedirectUriOf` does, which judges the address too.
    box.value = origin + (path ?? pathname.replace(/[^/]*$/, ''));
    const link = new URLSearchParams(search);
    const grants = [...document.getElementsByName('grant')];
    const radio = grants.find(({ value }) => value === link.get('grant'));
    // The default, not the choice: start.ts can tell it from a choice of the user.
    if (radio) for (const other of grants) other.defaultChecked = other === radio;
    radio?.closest('details')?.setAttribute('open', '');
    // oxlint-disable-next-line unicorn/no-array-sort -- browsers of 2022 have no `toSorted`
    const sorted = (names) => names.split(/[ ,]+/).sort().join();
    const scopes = sorted(link.getAll('scope').join());
    if (
      link.has('scope') &&
      !/\ball\b/.test(scopes) &&
      ![...document.querySelectorAll('[aria-pressed]')].some(({ value }) => sorted(value) === scopes)
    ) {
      document.getElementById('scopes').hidden = false;
    }
  });
  observer.observe(document, { childList: true, subtree: true });
})();
