import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import * as v from 'valibot';
import { writeWholeFile } from '../serve/write-whole-file.ts';
import type { WrittenFile } from './decide-file.ts';

/** The file in the folder of a snapshot that says what the other files were made from. It holds only hashes and times. */
export const manifestName = '.refrain-snapshot.json';

/** What is known of the files of one list, by path. It has those of earlier runs too, which may have had other formats. */
export type ManifestList = Readonly<Record<string, WrittenFile>>;

/** By list. */
export type Manifest = Readonly<Record<string, ManifestList>>;

const schema = v.object({
  version: v.literal(1),
  lists: v.record(
    v.string(),
    v.record(
      v.string(),
      v.object({
        key: v.string(),
        missing: v.number(),
        confirmedAt: v.nullable(v.pipe(v.number(), v.finite())),
      }),
    ),
  ),
});

/** Reads the manifest of a folder. It is empty if there is none, or if it is not one of this version. */
export async function readManifest(folder: string): Promise<Manifest> {
  const text = await readFile(join(folder, manifestName), 'utf8').catch(() => '');
  const read = v.safeParse(v.pipe(v.string(), v.parseJson(), schema), text);
  return read.success ? read.output.lists : {};
}

/** Writes the manifest if it has changed. */
export async function writeManifest(folder: string, lists: Manifest, before: Manifest): Promise<void> {
  const [text, last] = [lists, before].map((each) => `${JSON.stringify({ version: 1, lists: each }, null, 1)}\n`);
  if (text !== undefined && text !== last) await writeWholeFile(join(folder, manifestName), text);
}
