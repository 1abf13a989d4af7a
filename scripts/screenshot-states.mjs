// @ts-check
/** Every state of the page, and the steps that lead a fresh window there. */

/**
 * @typedef {{ page: import('playwright-core').Page, url: string,
 *   controls: import('../src/emulator/controls/controls.ts').Controls }} Stage
 * @typedef {(stage: Stage) => Promise<unknown>} Reach
 */

// The app that every emulator knows.
const clientId = '0ac71ce0decade5eed0facade0c0ffee';
const secret = '5ec2e7fade5ec2e7decade5ec2e7c0de';

/** @param {Stage} stage @param {string} name */
const press = ({ page }, name) => page.getByRole('button', { name, exact: true }).first().click();
/** @param {Stage} stage @param {string} name @param {string} text */
const type = ({ page }, name, text) => page.getByRole('textbox', { name, exact: true }).fill(text);
/** @param {Stage} stage @param {string} [query] */
const open = async ({ page, url }, query = '') => {
  await page.goto(url + query);
  await page.waitForFunction('document.querySelector("#redirect-uri")?.value');
  // If there is a status text, wait for it: nothing is shown before.
  await page.waitForFunction('!document.documentElement.hasAttribute("data-returning")');
};
/** @param {Stage} stage */
const openFilled = async (stage) => {
  await open(stage);
  await type(stage, 'Client ID', clientId);
};
/** @param {Stage} stage */
const practise = async (stage) => {
  await open(stage);
  await press(stage, 'Practice without an account');
  await stage.page.getByRole('button', { name: 'Leave practice' }).waitFor();
};
/** @param {Stage} stage */
const practiseToResult = async (stage) => {
  await practise(stage);
  await connect(stage);
  await seePlays(stage);
};
/** @param {Stage} stage @param {string} grant */
const choose = async ({ page }, grant) => {
  const radio = page.locator(`input[name="grant"][value="${grant}"]`);
  if (!(await radio.isVisible())) await page.getByText('Something else?').click();
  await radio.check();
};
/** @param {Stage} stage @param {string} [answer] */
const connect = async (stage, answer = 'Agree') => {
  await press(stage, 'Connect Spotify');
  await press(stage, answer);
};
/** @param {Stage} stage @param {string} text */
const see = ({ page }, text) => page.getByText(text).first().waitFor();
/** An alert or a notice. @param {Stage} stage */
const seeAlert = ({ page }) => page.locator('#alert .alert').waitFor();
/** @param {Stage} stage @param {string} name */
const seeBox = ({ page }, name) => page.getByRole('textbox', { name, exact: true }).waitFor();
/** What it played, artwork included: the last that comes. @param {Stage} stage */
const seePlays = async ({ page }) => {
  await page.getByRole('region', { name: 'Try it' }).getByText('Works:').waitFor();
  await page.waitForLoadState('networkidle');
};
/** @param {Stage} stage */
const getToken = async (stage) => {
  await openFilled(stage);
  await connect(stage);
  await seePlays(stage);
};
/** @param {Stage} stage */
const toSecretStep = async (stage) => {
  await openFilled(stage);
  await choose(stage, 'authorization_code');
  await connect(stage);
  await seeBox(stage, 'Client secret');
};
/** @param {Stage} stage */
const toTokenCheck = async (stage) => {
  await getToken(stage);
  const token = await stage.page.getByRole('textbox', { name: 'Refresh token', exact: true }).inputValue();
  stage.page.on('dialog', (dialog) => dialog.accept());
  await stage.page.goto('about:blank');
  await openFilled(stage);
  await press(stage, 'I already have a token');
  await seeBox(stage, 'Your refresh token');
  return token;
};

/** Checks a token that was approved some days ago, or at an unknown time. @param {Stage} stage @param {number} [days] */
const checkToken = async (stage, days) => {
  const token = await toTokenCheck(stage);
  await type(stage, 'Your refresh token', token);
  const day = new Date(Date.now() - (days ?? 0) * 86_400_000).toISOString().slice(0, 10);
  if (days !== undefined) await stage.page.locator('input[type=date]').fill(day);
  await press(stage, 'Check token');
  await seePlays(stage);
};
/** Spotify's next answers have the longest values. @param {Stage} stage */
const withLongestValues = ({ controls }) => {
  const url = 'https://open.spotify.com/track/3n3Ppam7vgaVa1iaRUc9Lp';
  const track = {
    type: 'track',
    name: 'Concerto for Two Violins in D Minor, BWV 1043: II. Largo ma non tanto',
    artists: [{ name: 'Academy of St Martin in the Fields' }, { name: 'Sir Neville Marriner' }],
    album: { name: 'Bach: Violin Concertos', images: [] },
    external_urls: { spotify: url },
    duration_ms: 405_000,
  };
  const played = (/** @type {number} */ minutes) => ({
    played_at: new Date(Date.now() - minutes * 60_000).toISOString(),
    track,
  });
  controls.answerNext({ path: '/api/token', amend: { refresh_token: `AQ${'Dk3v9Xw0c1mJpQx7RtZ2yLb'.repeat(10)}` } });
  controls.answerNext({ path: '/v1/me', amend: { display_name: 'Wolfeschlegelsteinhausenbergerdorff the Second' } });
  controls.answerNext({
    path: '/v1/me/player/recently-played',
    amend: { items: [5, 12, 19, 26, 33].map(played) },
  });
};

/** @type {Record<string, Reach>} */
export const states = {
  form: open,
  'form-scopes': async (stage) => {
    await open(stage);
    await stage.page.locator('#all-scopes').click();
  },
  'form-search': async (stage) => {
    await open(stage);
    await stage.page.locator('#all-scopes').click();
    await stage.page.getByRole('searchbox', { name: 'Search scopes' }).fill('playlist');
  },
  'form-first-app': async (stage) => {
    await open(stage);
    await stage.page.locator('summary').filter({ hasText: 'First time? Step by step' }).click();
  },
  'form-by-link': (stage) =>
    open(
      stage,
      '?client_id=0123456789abcdef0123456789abcdef&scope=user-top-read&scope=user-read-nonsense&grant=temporary',
    ),
  'form-secret-in-link': (stage) => open(stage, '?client_secret=0123456789abcdef0123456789abcdef'),
  'form-nothing-typed': async (stage) => {
    await open(stage);
    await press(stage, 'Connect Spotify');
  },
  'form-practice': practise,
  'practice-consent': async (stage) => {
    await practise(stage);
    await press(stage, 'Connect Spotify');
    await stage.page.getByRole('button', { name: 'Agree' }).waitFor();
  },
  'practice-result': practiseToResult,
  'practice-renew': async (stage) => {
    await practiseToResult(stage);
    await press(stage, 'Five months later');
  },
  'practice-expired': async (stage) => {
    await practiseToResult(stage);
    await press(stage, 'Six months later');
  },
  'form-client-credentials': async (stage) => {
    await open(stage);
    await choose(stage, 'client_credentials');
  },
  localhost: async (stage) => {
    await stage.page.goto(stage.url.replace('127.0.0.1', 'localhost'));
    await stage.page.waitForLoadState('networkidle');
  },
  'no-script': ({ page, url }) => page.goto(url),
  denied: async (stage) => {
    await openFilled(stage);
    await connect(stage, 'Cancel');
    await seeAlert(stage);
  },
  'dead-end': async (stage) => {
    await openFilled(stage);
    await press(stage, 'Connect Spotify');
    await stage.page.getByRole('button', { name: 'Agree' }).waitFor();
    await stage.page.goto(stage.url);
    await see(stage, 'What did Spotify say?');
  },
  'dead-end-cure': async (stage) => {
    await states['dead-end']?.(stage);
    await stage.page.getByRole('button', { name: /Not matching configuration/ }).click();
    await seeAlert(stage);
  },
  'dead-end-pasted': async (stage) => {
    await states['dead-end']?.(stage);
    await type(
      stage,
      'Or paste what it said',
      'Oops! Something went wrong, please try again or check out our help area',
    );
    await press(stage, 'Explain');
    await seeAlert(stage);
  },
  'old-callback': async (stage) => {
    await stage.page.goto(`${stage.url}?code=AQ-last-week&state=gone`);
    await seeAlert(stage);
  },
  'expired-code': async (stage) => {
    await openFilled(stage);
    stage.controls.answerNext({
      path: '/api/token',
      status: 400,
      body: { error: 'invalid_grant', error_description: 'Authorization code expired' },
    });
    await connect(stage);
    await seeAlert(stage);
  },
  network: async (stage) => {
    await openFilled(stage);
    stage.controls.answerNext({ path: '/api/token', cut: 'answer' });
    await connect(stage);
    await seeAlert(stage);
  },
  'rate-limited': async (stage) => {
    await openFilled(stage);
    stage.controls.answerNext({ path: '/api/token', status: 429, body: {} });
    await connect(stage);
    await seeAlert(stage);
  },
  secret: toSecretStep,
  'secret-wrong': async (stage) => {
    await toSecretStep(stage);
    await type(stage, 'Client secret', 'f'.repeat(32));
    await press(stage, 'Get token');
    await stage.page.getByRole('alert').filter({ hasText: 'Spotify rejects this secret for this client ID' }).waitFor();
  },
  'code-lost': async (stage) => {
    await toSecretStep(stage);
    stage.page.on('dialog', (dialog) => dialog.accept());
    await stage.page.reload();
    await seeAlert(stage);
  },
  result: getToken,
  'result-longest': async (stage) => {
    withLongestValues(stage);
    await getToken(stage);
  },
  'result-folds': async (stage) => {
    await getToken(stage);
    for (const name of ['Access token', 'Granted scopes']) {
      await stage.page.locator('summary').filter({ hasText: name }).click();
    }
  },
  'result-secret': async (stage) => {
    await toSecretStep(stage);
    await type(stage, 'Client secret', secret);
    await press(stage, 'Get token');
    await seePlays(stage);
  },
  'result-temporary': async (stage) => {
    await openFilled(stage);
    await choose(stage, 'temporary');
    await connect(stage);
    await seePlays(stage);
  },
  'result-client-credentials': async (stage) => {
    await openFilled(stage);
    await choose(stage, 'client_credentials');
    await type(stage, 'Client secret', secret);
    await press(stage, 'Get token');
    await seeBox(stage, 'Access token');
  },
  'result-user-not-registered': async (stage) => {
    stage.controls.answerNext({
      path: '/v1/*',
      status: 403,
      times: 5,
      headers: { 'Content-Type': 'text/plain' },
      body: 'User not registered in the Developer Dashboard',
    });
    await openFilled(stage);
    await connect(stage);
    await stage.page.getByRole('region', { name: 'Try it' }).getByRole('alert').waitFor();
  },
  'token-wiped': async (stage) => {
    await getToken(stage);
    stage.page.on('dialog', (dialog) => dialog.accept());
    await stage.page.reload();
    await seeAlert(stage);
  },
  'token-check': toTokenCheck,
  'token-check-nothing-typed': async (stage) => {
    await open(stage);
    await press(stage, 'I already have a token');
    await seeBox(stage, 'Your refresh token');
    await press(stage, 'Check token');
    await stage.page.getByRole('alert').filter({ hasText: 'Paste the refresh token' }).waitFor();
  },
  'token-check-secret-wrong': async (stage) => {
    await openFilled(stage);
    await press(stage, 'I already have a token');
    await type(stage, 'Your refresh token', `AQ${'x'.repeat(129)}`);
    await stage.page.getByText('It needs a client secret').click();
    await type(stage, 'Client secret', 'f'.repeat(32));
    await press(stage, 'Check token');
    await stage.page.getByRole('alert').filter({ hasText: 'Spotify rejects this secret for this client ID' }).waitFor();
  },
  /** Its date is unknown. */
  'token-check-lives': (stage) => checkToken(stage),
  'token-check-renew': (stage) => checkToken(stage, 160),
  'token-check-expired': (stage) => checkToken(stage, 190),
  'token-check-replaced': async (stage) => {
    const token = await toTokenCheck(stage);
    stage.controls.set({ rotatesRefreshTokens: true });
    await type(stage, 'Your refresh token', token);
    await press(stage, 'Check token');
    await seePlays(stage);
  },
  'token-check-dead': async (stage) => {
    const token = await toTokenCheck(stage);
    stage.controls.revoke({ token });
    await type(stage, 'Your refresh token', token);
    await press(stage, 'Check token');
    await seeAlert(stage);
  },
};
