// The entry of a lazy chunk: the parts of the form that few visitors need. They are the list of scopes when it is
// unfolded, the notice about a link with mistakes, and the link to copy.
export { copyLink } from './copy-link.ts';
export { describeOddity } from './odd-client-id.ts';
export { drawNotes } from './notes.ts';
export { showSecret } from './show-secret.ts';
export { showIgnored } from './ignored-notice.ts';
export { addEndpoints } from './scope-endpoints.ts';
export { initScopeSearch } from './scope-search.ts';
