// One chunk: all that is not needed to fill the form and press Connect.
export { app } from './app/app.ts';
export { RefrainError } from '../errors/refrain-error.ts';
