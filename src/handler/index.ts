/**
 * Listening history on a site: one function that answers all routes.
 *
 * @packageDocumentation
 */

export { createHandler, type Handler, type HandlerOptions, type Platform } from './create-handler.ts';
export { renewal, type Renewal, type RenewalOptions } from './renew/renewal.ts';
