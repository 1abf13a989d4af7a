import { loadLazyPart } from '../lazy.ts';

/**
 * Loads every part of the page that loads on demand, so that nothing is left to load in practice. A test compares this
 * list with the `import()`s of the page.
 */
export async function loadAll() {
  const [{ openEmulator }] = await Promise.all([
    import('./open-emulator.ts'),
    loadLazyPart(),
    import('../form/form-parts.ts'),
  ]);
  return openEmulator;
}
