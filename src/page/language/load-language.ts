import { byId } from '../shared/dom.ts';
import { setLanguage, type Language } from '../text/language.ts';

/** Milliseconds until the page starts in English if its language has not arrived. */
const patience = 4000;

/**
 * Waits for the language that head.js loads, and writes the page in it. If it fails to load, the page stays English.
 * Until then the form can be filled in, and a press on Connect is kept, like other clicks: see head.js.
 * @returns whether Connect was pressed meanwhile
 */
export async function loadLanguage(loading: Promise<Language | undefined>): Promise<boolean> {
  const form = byId('form');
  let isSubmitted = false;
  const keepSubmit = (event: Event) => {
    event.preventDefault();
    isSubmitted = true;
  };
  form.addEventListener('submit', keepSubmit);
  const late = new Promise<undefined>((resolve) => setTimeout(resolve, patience));
  const language = await Promise.race([loading, late]);
  form.removeEventListener('submit', keepSubmit);
  setLanguage(language, navigator.languages);
  language?.translatePage(document, language);
  return isSubmitted;
}
