// The entry of the lazy chunk: everything that is not needed to fill in the form and press Connect.
export { app } from './app/app.ts';
export { loadPendingSignIn } from './sign-in/pending-sign-in.ts';
export { readClientId, readClientSecret } from '../text/values/credentials.ts';
export { RefrainError } from '../errors/refrain-error.ts';
