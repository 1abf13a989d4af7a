/**
 * The script of the index. Without it everything works too: links and forms load the whole page. With it, only `main`
 * changes, so the page stays where the user has scrolled to.
 */
export const indexScript = `
const main = document.querySelector('main');
let latest = 0;
async function show(url, init) {
  const turn = (latest += 1);
  const answer = await fetch(url, init).catch(() => undefined);
  const text = await answer?.text();
  if (turn !== latest) return;
  const next = text && new DOMParser().parseFromString(text, 'text/html').querySelector('main');
  if (!next) return location.assign(init ? location.href : url);
  // Tab changes a field and goes to the next one, so where the focus is shows only now.
  const focused = document.activeElement?.id;
  main.replaceChildren(...next.childNodes);
  history.replaceState(null, '', answer.url);
  const again = focused ? document.getElementById(focused) : null;
  again?.focus({ preventScroll: true });
  again?.select?.();
}
const query = (form) => new URLSearchParams([...new FormData(form)].filter(([, value]) => value !== ''));
main.addEventListener('click', (event) => {
  const link = event.target.closest('a[data-part]');
  if (link && !event.metaKey && !event.ctrlKey && !event.shiftKey) {
    event.preventDefault();
    show(link.href);
  }
  const button = event.target.closest('button[data-copy]');
  if (button) {
    const code = document.getElementById(button.dataset.copy);
    // Over http, only pages of this machine have a clipboard.
    const copied = navigator.clipboard?.writeText(code.textContent) ?? Promise.reject();
    copied.then(
      () => (button.textContent = 'Copied'),
      () => {
        getSelection().selectAllChildren(code);
        button.textContent = 'Selected: press Ctrl+C, or ⌘C on a Mac';
      },
    );
  }
});
main.addEventListener('change', (event) => event.target.form?.requestSubmit());
main.addEventListener('submit', (event) => {
  const form = event.target;
  event.preventDefault();
  if (form.method === 'get') return show('?' + query(form));
  const body = new URLSearchParams([[event.submitter.name, event.submitter.value]]);
  show(form.action, { method: 'POST', body });
});
`;
