import { describe, expect, it } from 'vitest';
import { Client } from '../../test/emulator/client.ts';
import { practiceApp } from './state/practice-app.ts';

const unescaped = (text: string) =>
  text.replaceAll('&quot;', '"').replaceAll('&#39;', "'").replaceAll('&lt;', '<').replaceAll('&amp;', '&');

describe('the emulator’s own page', () => {
  it('names the practice app and says that it is not Spotify', async () => {
    const page = await (await new Client().fetch('/')).text();
    expect(page).toContain('not Spotify');
    for (const word of [practiceApp.clientId, practiceApp.clientSecret, ...practiceApp.redirectUris]) {
      expect(page).toContain(word);
    }
  });

  it('shows commands that work when pasted', async () => {
    const client = new Client();
    const page = await (await client.fetch('/')).text();
    const commands = [...page.matchAll(/<pre>(curl .+?)<\/pre>/g)].map(([, command = '']) => unescaped(command));
    expect(commands.length).toBeGreaterThan(10);
    for (const command of commands) {
      const [, url = '', body] =
        /(http:\/\/\S+)(?: -H 'Content-Type: application\/json' -d '([^']+)')?$/.exec(command) ?? [];
      const json = { headers: { 'content-type': 'application/json' }, ...(body !== undefined && { body }) };
      const answer = await client.emulator.fetch(url, { method: 'POST', ...json });
      expect([command, answer.ok]).toEqual([command, true]);
    }
  });
});
