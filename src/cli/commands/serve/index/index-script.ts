/**
 * The script of the index. Without it everything works too: links and forms load the page anew. With it, only `main`
 * changes, so the place on the page is kept.
 */
export const indexScript = `
const main = document.querySelector('main');
async function show(url, init) {
  const focused = document.activeElement?.id;
  const answer = await fetch(url, init);
  const next = new DOMParser().parseFromString(await answer.text(), 'text/html').querySelector('main');
  if (!next) return location.assign(url);
  main.replaceChildren(...next.childNodes);
  history.replaceState(null, '', answer.url);
  if (focused) document.getElementById(focused)?.focus();
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
    navigator.clipboard.writeText(document.getElementById(button.dataset.copy).textContent).then(() => {
      button.textContent = 'Copied';
    });
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
