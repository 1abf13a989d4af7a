/** What the lazy part (`app/`) says: everything after Connect. Titles and cures of errors are in `src/errors`. */
export const englishApp = {
  newTab: '(opens in a new tab)',
};
