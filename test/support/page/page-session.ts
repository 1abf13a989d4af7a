import type { Locator } from 'playwright-core';
import { routeSpotify, type RoutedSpotify } from './routed-spotify.ts';
import { openStage, type Visit } from './stage.ts';
import { chooseGrant } from './form-steps.ts';

/** A client ID that looks like Spotify's. */
export const clientId = '3f9c0b7e5a2d4c18b6e1f07a9d245c83';

/** A window with the page, and a Spotify whose answers the test sets. */
export interface PageSession extends Visit {
  readonly pageUrl: string;
  readonly spotify: RoutedSpotify;
  box(name: string): Locator;
  button(name: string): Locator;
  region(name: string): Locator;
  /** The section with a heading. A section that holds a box of the same name is not a region: names stay unique. */
  section(heading: string): Locator;
  /** What unfolds by one press, such as *Access token* in the result. */
  fold(name: string): Locator;
  /** Every alert that has text. */
  alert(): Locator;
  /** Fills the form, chooses a grant and presses Connect. */
  connect(grant?: string): Promise<void>;
  /** Pastes a refresh token into *I already have a token* and presses *Check token*. `day` is when it was approved. */
  check(refreshToken: string, day?: string): Promise<void>;
}

/** Starts the built page and a browser for the sessions of one test file. */
export async function openPageSessions() {
  const stage = await openStage();
  return {
    close: () => stage.close(),
    /** Runs steps in a new session at the form. Fails on an exception, a console message or a violation of the page's policy. */
    async walk(steps: (walk: PageSession) => Promise<void>): Promise<void> {
      const visit = await stage.visit();
      try {
        await steps(await begin(visit, stage.pageUrl));
        // The browser writes failed requests to the console. The page never writes there.
        const ours = visit.complaints.filter((words) => !words.includes('Failed to load resource'));
        if (ours.length > 0) throw new Error(ours.join('\n'));
      } finally {
        await visit.close();
      }
    },
  };
}

async function begin(visit: Visit, pageUrl: string): Promise<PageSession> {
  const { page } = visit;
  const spotify = await routeSpotify(page);
  await page.goto(pageUrl);
  const button = (name: string) => page.getByRole('button', { name, exact: true });
  const box = (name: string) => page.getByRole('textbox', { name, exact: true });
  return {
    ...visit,
    pageUrl,
    spotify,
    box,
    button,
    region: (name) => page.getByRole('region', { name, exact: true }),
    section: (name) => page.locator('section').filter({ has: page.getByRole('heading', { name, exact: true }) }),
    fold: (name) => page.locator('details').filter({ has: page.locator('summary', { hasText: name }) }),
    alert: () => page.getByRole('alert').filter({ hasText: /\S/ }),
    async connect(grant = 'authorization_code_pkce') {
      await box('Client ID').fill(clientId);
      await chooseGrant(page, grant);
      await button('Connect Spotify').click();
    },
    async check(refreshToken, day) {
      await page.getByText('I already have a token').click();
      await box('Your refresh token').fill(refreshToken);
      await box('Client ID').fill(clientId);
      if (day) await page.locator('input[type=date]').fill(day);
      await button('Check token').click();
    },
  };
}
