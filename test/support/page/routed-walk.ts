import type { Locator } from 'playwright-core';
import { routeSpotify, type RoutedSpotify } from './routed-spotify.ts';
import { openStage, type Visit } from './stage.ts';
import { chooseGrant } from './walk.ts';

/** A client ID such as Spotify gives out; nobody's. */
export const clientId = '3f9c0b7e5a2d4c18b6e1f07a9d245c83';

/** One reader at the page, with a Spotify whose answers the test sets. */
export interface Walk extends Visit {
  readonly pageUrl: string;
  readonly spotify: RoutedSpotify;
  box(name: string): Locator;
  button(name: string): Locator;
  region(name: string): Locator;
  /** The section below a heading; one that holds a box of that name is no region, so that names stay unique. */
  section(heading: string): Locator;
  /** Every alert that is visible and says something. */
  alert(): Locator;
  /** Fills the form, chooses a grant and presses Connect. */
  connect(grant?: string): Promise<void>;
}

/** The built page and a browser, for as many walks as a test file takes. */
export async function openWalks() {
  const stage = await openStage();
  return {
    close: () => stage.close(),
    /** One walk, from the form on. Fails if the page has complained: an exception, the console, its own policy. */
    async walk(steps: (walk: Walk) => Promise<void>): Promise<void> {
      const visit = await stage.visit();
      try {
        await steps(await begin(visit, stage.pageUrl));
        // The browser itself notes what was refused or broken off; the page never writes there.
        const ours = visit.complaints.filter((words) => !words.includes('Failed to load resource'));
        if (ours.length > 0) throw new Error(ours.join('\n'));
      } finally {
        await visit.close();
      }
    },
  };
}

async function begin(visit: Visit, pageUrl: string): Promise<Walk> {
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
    alert: () => page.getByRole('alert').filter({ hasText: /\S/ }),
    async connect(grant = 'authorization_code_pkce') {
      await box('Client ID').fill(clientId);
      await chooseGrant(page, grant);
      await button('Connect Spotify').click();
    },
  };
}
