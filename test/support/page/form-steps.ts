import type { Page } from 'playwright-core';
import { practiceApp } from '../../../src/emulator/index.ts';

/** Answers *What do you need?* with a grant. */
export async function chooseGrant(page: Page, grant: string): Promise<void> {
  const group = page.getByRole('radiogroup', { name: 'What do you need?' });
  const radio = group.locator(`input[value="${grant}"]`);
  if (!(await radio.isVisible())) await group.getByText('Something else?').click();
  await radio.check();
}

/** Enters the client ID of the app that the emulator knows. The emulator answers instead of Spotify: see `openStage`. */
export async function enterClientId(page: Page): Promise<void> {
  await page.getByRole('textbox', { name: 'Client ID', exact: true }).fill(practiceApp.clientId);
}

/** Presses *Practice without an account*, and waits until practice is open. */
export async function openPractice(page: Page): Promise<void> {
  await page.getByRole('button', { name: 'Practice without an account' }).click();
  await page.getByRole('button', { name: 'Leave practice' }).waitFor();
}

/** Presses Connect and approves on the emulator's consent page. */
export async function connectAndAgree(page: Page): Promise<void> {
  await page.getByRole('button', { name: 'Connect Spotify' }).click();
  await page.getByRole('button', { name: 'Agree' }).click();
}

/** Gets a refresh token with the default grant, and returns it. */
export async function getRefreshToken(page: Page, pageUrl: string): Promise<string> {
  await page.goto(pageUrl);
  await enterClientId(page);
  await connectAndAgree(page);
  const box = page.getByRole('textbox', { name: 'Refresh token', exact: true });
  await box.waitFor();
  return box.inputValue();
}
