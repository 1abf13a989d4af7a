import type { Page } from 'playwright-core';

/** Answers *What do you need?* with a grant. */
export async function chooseGrant(page: Page, grant: string): Promise<void> {
  const group = page.getByRole('radiogroup', { name: 'What do you need?' });
  const radio = group.locator(`input[value="${grant}"]`);
  if (!(await radio.isVisible())) await group.getByText('Something else?').click();
  await radio.check();
}

/** Chooses practice, which fills in the client ID of the emulator. */
export async function choosePractice(page: Page): Promise<void> {
  await page.getByRole('button', { name: 'Practice without an account' }).click();
}

/** Presses Connect and approves on the emulator's consent page. */
export async function connectAndAgree(page: Page): Promise<void> {
  await page.getByRole('button', { name: 'Connect Spotify' }).click();
  await page.getByRole('button', { name: 'Agree' }).click();
}

/** Gets a refresh token with the default grant, and returns it. */
export async function getRefreshToken(page: Page, pageUrl: string): Promise<string> {
  await page.goto(pageUrl);
  await choosePractice(page);
  await connectAndAgree(page);
  const box = page.getByRole('textbox', { name: 'Refresh token', exact: true });
  await box.waitFor();
  return box.inputValue();
}
