/** What few visitors need of the form; undefined if it fails to load. */
export const loadFormParts = () => import('./form-parts.ts').catch(() => undefined);
