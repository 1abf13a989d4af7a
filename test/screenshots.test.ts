import { execFile } from 'node:child_process';
import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { afterEach, expect, it } from 'vitest';

const program = fileURLToPath(new URL('../scripts/screenshots.mjs', import.meta.url));
const folders: string[] = [];

afterEach(() => {
  for (const folder of folders.splice(0)) rmSync(folder, { recursive: true, force: true });
});

/** Width and height of a PNG, from its header (PNG specification, section 11.2.2). */
function sizeOf(path: string): { readonly width: number; readonly height: number } {
  const bytes = readFileSync(path);
  expect(bytes.subarray(1, 4).toString('latin1')).toBe('PNG');
  return { width: bytes.readUInt32BE(16), height: bytes.readUInt32BE(20) };
}

it('npm run screenshots draws a state of the page, phone and desktop, light and dark', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'refrain-screenshots-'));
  folders.push(folder);
  await promisify(execFile)(process.execPath, [program, '--all', folder, '--only', 'result']);
  expect(readdirSync(folder).toSorted()).toEqual([
    'result-desktop-dark.png',
    'result-desktop-light.png',
    'result-phone-dark.png',
    'result-phone-light.png',
  ]);
  const [dark, light] = ['dark', 'light'].map((theme) => join(folder, `result-desktop-${theme}.png`)) as [
    string,
    string,
  ];
  expect(sizeOf(light).width).toBe(1280);
  expect(sizeOf(join(folder, 'result-phone-light.png')).width).toBe(390);
  expect(readFileSync(dark).equals(readFileSync(light))).toBe(false);
});
