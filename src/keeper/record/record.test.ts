import { describe, expect, it } from 'vitest';
import { readRecord, writeRecord } from './record.ts';

const stored = {
  schema: 1,
  generation: 1_790_000_000_000,
  revision: 7,
  accountsUrl: 'https://accounts.spotify.com',
  clientId: '3f9c0b7e5a2d4c18b6e1f07a9d245c83',
  account: { id: 'maya', displayName: 'Maya Lindqvist' },
  rotates: false,
  seen: ['q83vEjRWeJA'],
  token: { refreshToken: 'AQDxyz', step: 0, askedScopes: [], firstSeenAt: 1_790_000_000_000 },
};

describe('the notes of a stored record', () => {
  it('are read from the `pushedTo` of an earlier Refrain', () => {
    const pushedTo = [
      { kind: 'github', place: 'me/site --env production', at: 1_790_000_001_000 },
      { kind: 'vercel', place: '/home/me/my site', at: 1_790_000_002_000 },
    ];
    const record = readRecord(JSON.stringify({ ...stored, pushedTo }));
    expect(record.notes).toEqual({
      'pushedTo github me/site --env production': '1790000001000',
      'pushedTo vercel /home/me/my site': '1790000002000',
    });
    expect(record.token?.refreshToken).toBe('AQDxyz');
    expect(readRecord(writeRecord(record))).toEqual(record);
  });

  it('are empty if the record has none', () => {
    expect(readRecord(JSON.stringify({ ...stored, pushedTo: [] })).notes).toEqual({});
    expect(readRecord(JSON.stringify(stored)).notes).toEqual({});
  });

  it('leave a record that an earlier Refrain can read', () => {
    const text = writeRecord(readRecord(JSON.stringify({ ...stored, notes: { 'copied to': 'my site' } })));
    expect(JSON.parse(text)).toMatchObject({ ...stored, pushedTo: [], notes: { 'copied to': 'my site' } });
  });
});

describe('a stored record that is damaged', () => {
  const write = (fields: object) => JSON.stringify({ ...stored, ...fields });
  it.each([
    ['text that is not JSON', '{"schema": 1'],
    ['a time that is infinite', write({}).replace('"firstSeenAt":1790000000000', '"firstSeenAt":1e999')],
    ['a time that is a text', write({ mendedAt: '2026-11-24' })],
    ['a count that is negative', write({ revision: -1 })],
    ['a count that is a fraction', write({ generation: 1.5 })],
    ['an empty refresh token', write({ token: { ...stored.token, refreshToken: '' } })],
    ['a note that is a number', write({ notes: { 'copied to': 5 } })],
    ['notes that are null', write({ notes: null })],
    ['a token without its client ID', write({ clientId: '' })],
  ])('is refused (%s)', (_, text) => {
    expect(() => readRecord(text)).toThrow(expect.objectContaining({ code: 'record_corrupt' }));
  });
});
