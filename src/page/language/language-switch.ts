/** Makes the links to the other languages keep the rest of the address and, as on any reload, what is in the form. */
export function initLanguageSwitch(): void {
  for (const link of document.querySelectorAll<HTMLAnchorElement>('.languages a')) {
    link.ariaCurrent = link.lang === document.documentElement.lang ? 'true' : null;
    link.addEventListener('click', (event) => {
      const query = new URLSearchParams(location.search);
      query.set('lang', link.lang);
      link.search = String(query);
      if (event.ctrlKey || event.metaKey || event.shiftKey) return;
      event.preventDefault();
      // The history entry stays, because it knows whether this is practice.
      history.replaceState(history.state, '', link.href);
      location.reload();
    });
  }
}
