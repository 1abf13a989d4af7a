// One chunk: all that is not needed to fill the form and press Connect.
export { after } from './after/after.ts';
export { RefrainError } from '../spotify/refrain-error.ts';
