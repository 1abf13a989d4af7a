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

it('keeps what it knows of the files of other formats, and how old each is', async () => {
  const [svg, json] = [filesOf('top/tracks', ['svg'], {}), filesOf('top/tracks', ['json'], {})];
  const pathsOf = (chosen: typeof files) => chosen.map(({ path }) => path);
  const day = 86_400_000;
  const covers = async () => new Map<string, string>();
  const writeOn = (days: number, chosen: typeof files, before: ManifestList | undefined, isFailing = false) => {
    const now = answer.at + days * day;
    const then = { ...answer, at: now, fetchedAt: now, ...(isFailing && { state: 'failing' as const, items: [] }) };
    return writeList({ folder, answer: then, files: chosen }, before, { covers, now });
  };
  const first = await writeOn(0, files, undefined);
  const second = await writeOn(20, json, first.manifest);
  const failing = await writeOn(29, files, second.manifest, true);
  expect([failing.written, failing.unchanged]).toEqual([[], pathsOf(files)]);
  const later = await writeOn(31, files, failing.manifest, true);
  expect([later.written, later.unchanged]).toEqual([pathsOf(svg), pathsOf(json)]);
});
