import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { answerOf, trackOf } from '../../../../test/support/listening/answers.ts';
import type { ManifestList } from './manifest.ts';
import { filesOf } from './snapshot-files.ts';
import { writeList } from './write-list.ts';

const url = 'https://i.scdn.co/image/1';
const item = trackOf('Tidewater', ['Paper Lanterns'], null, { images: [{ url, width: 64 }] });
const answer = answerOf({ list: 'top/tracks', timeRange: 'medium_term', items: [item] });
const files = filesOf('top/tracks', ['svg', 'json'], {});

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'refrain list '));
});
afterEach(() => rmSync(folder, { recursive: true }));

/** Writes the list, with or without its pictures. */
async function write(before: ManifestList | undefined, hasPictures: boolean) {
  let asked = 0;
  const covers = async () => {
    asked += 1;
    return new Map(hasPictures ? [[url, 'data:image/png;base64,AAAA']] : []);
  };
  const result = await writeList({ folder, answer, files }, before, { covers, now: answer.at });
  return { ...result, asked };
}

const hasPicture = () => readFileSync(join(folder, 'top/tracks.svg'), 'utf8').includes('data:image');

it('gets the pictures that could not be fetched, and asks for none if nothing has changed', async () => {
  const first = await write(undefined, false);
  expect([first.written.length, hasPicture()]).toEqual([4, false]);
  const failed = await write(first.manifest, false);
  expect([failed.written, failed.asked]).toEqual([[], 3]);
  const repaired = await write(failed.manifest, true);
  expect(repaired.written).toEqual(['top/tracks.svg', 'top/tracks-light.svg', 'top/tracks-dark.svg']);
  expect(hasPicture()).toBe(true);
  const last = await write(repaired.manifest, true);
  expect([last.written, last.asked]).toEqual([[], 0]);
});
