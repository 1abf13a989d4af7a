import type { Page } from 'playwright-core';

/** Chromium's roles of what a person can use. It calls a `summary` a triangle. */
const controls = new Set([
  'button',
  'checkbox',
  'combobox',
  'Date',
  'DisclosureTriangle',
  'link',
  'radio',
  'searchbox',
  'tab',
  'textbox',
]);

/** The accessible names that several visible controls have, or a control without a name (as an empty text). */
export async function sharedNames(page: Page): Promise<string[]> {
  const session = await page.context().newCDPSession(page);
  const { nodes } = await session.send('Accessibility.getFullAXTree');
  await session.detach();
  const names = nodes
    .filter(({ ignored, role }) => !ignored && controls.has(String(role?.value)))
    .map(({ name }) => String(name?.value ?? '').trim());
  return names.filter((name, index) => name === '' || names.indexOf(name) !== index);
}
