// Runs before anything is drawn or fetched; the build puts it into the page and its hash into the policy.
(() => {
  const page = document.documentElement;
  // A policy in a meta element cannot forbid frames, so the page hides in one.
  if (top !== self) {
    page.hidden = true;
    return;
  }
  // Buttons pressed before the script has come are pressed again once it has.
  const early = (window.refrain = { pressed: [] });
  early.note = (event) => early.pressed.push(event.target);
  addEventListener('click', early.note);
  // Connect pressed so early brings the form back by its address: by no link, then.
  addEventListener('submit', ({ defaultPrevented }) => {
    try {
      if (!defaultPrevented) sessionStorage.setItem('refrain.early', '');
    } catch {}
  });
  // A code, a secret or a token leaves the address before all else. No form is shown before what follows from it.
  const { search, hash, pathname, hostname } = location;
  if (/(secret|token|password|verifier|[?&#](code|error|state))=/i.test(search + hash)) {
    early.search = search;
    early.hash = hash;
    history.replaceState(null, '', pathname);
    page.dataset.returning = '';
  }
  // Nor at the one address where another page follows for certain.
  if (/\blocalhost\.?$/.test(hostname)) page.dataset.returning = '';
  const say = ({ target }) => {
    if (target.type !== 'module') return;
    page.dataset.broken = '';
    document.getElementById('broken')?.setAttribute('role', 'alert');
  };
  addEventListener('error', say, true);
})();
