import { expect, it } from 'vitest';
import { applyConsent } from './changes.ts';
import type { KeptRecord } from './record.ts';

it('a record keeps only the newest hashes of tokens, however many it has seen', () => {
  const app = { accountsUrl: 'https://accounts.spotify.com', clientId: 'app' };
  let record: KeptRecord | undefined;
  for (let count = 0; count < 3000; count++) {
    record = applyConsent(record, { ...app, refreshToken: `token ${count}`, hashes: [`hash ${count}`], now: count });
  }
  expect(record?.seen).toHaveLength(1000);
  expect(record?.seen.at(-1)).toBe('hash 2999');
});
