import { describe, expect, it } from 'vitest';
import { scopes } from '../../src/spotify/scopes.ts';
import type { Answer } from './answers/answer.ts';
import { authorizeErrors } from './answers/authorize-errors.ts';
import { cors } from './answers/cors.ts';
import { developmentMode } from './answers/development-mode.ts';
import { grants } from './answers/grants.ts';
import { listening } from './answers/listening.ts';
import { tokenErrors } from './answers/token-errors.ts';
import { webApiErrors } from './answers/web-api-errors.ts';
import { Client } from './client.ts';

const eachScope = scopes.map(({ name }): Answer => ({
  name: `§9 scope ${name}: requested, approved, in the token`,
  ask: async (client) => Response.json((await client.pkceTokens({ scope: name })).scope),
  status: 200,
  body: name,
}));

const table = [grants, tokenErrors, authorizeErrors, cors, developmentMode, listening, webApiErrors, eachScope].flat();

describe('the emulator gives the known answers of Spotify (by section of docs/spotify.md)', () => {
  it.each(table)('$name', async ({ ask, status, body, headers = {} }) => {
    const answer = await ask(new Client());
    const text = await answer.text();
    const isJson = answer.headers.get('content-type')?.startsWith('application/json') ?? false;
    const got = isJson ? (JSON.parse(text) as unknown) : text;
    expect({ status: answer.status, body: got }).toEqual({ status, body: body === undefined ? got : body });
    for (const [name, value] of Object.entries(headers)) {
      expect([name, answer.headers.get(name)]).toEqual([name, value]);
    }
  });

  it('has a different name for each row', () => {
    expect(new Set(table.map(({ name }) => name)).size).toBe(table.length);
  });
});
