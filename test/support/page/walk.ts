import type { Page } from 'playwright-core';

/** The words of the four answers to *What do you need?*, by their grant. */
export async function chooseGrant(page: Page, grant: string): Promise<void> {
  await page.getByRole('radiogroup', { name: 'What do you need?' }).locator(`input[value="${grant}"]`).check();
}

/** Chooses the emulator, whose client ID is filled in by that. */
export async function choosePractice(page: Page): Promise<void> {
  await page.getByRole('button', { name: 'Practice', exact: true }).click();
}

/** Connect, and the emulator's consent page, and back. */
export async function connectAndAgree(page: Page): Promise<void> {
  await page.getByRole('button', { name: 'Connect Spotify' }).click();
  await page.getByRole('button', { name: 'Agree' }).click();
}

/** The whole way with the default grant, until the refresh token stands there. */
export async function getRefreshToken(page: Page, pageUrl: string): Promise<string> {
  await page.goto(pageUrl);
  await choosePractice(page);
  await connectAndAgree(page);
  const box = page.getByRole('textbox', { name: 'Refresh token', exact: true });
  await box.waitFor();
  return box.inputValue();
}
