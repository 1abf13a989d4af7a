import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import ICAL from 'ical.js';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { refrainBench, type RefrainBench } from '../support/command/refrain.ts';

let bench: RefrainBench;
beforeEach(async () => {
  bench = await refrainBench();
});
afterEach(() => bench.close());

const file = () => join(bench.work, 'reminders.ics');

/** The descriptions of the events, as a calendar library reads them. */
function descriptions(): readonly string[] {
  const calendar = new ICAL.Component(ICAL.parse(readFileSync(file(), 'utf8')));
  return calendar.getAllSubcomponents('vevent').map((event) => new ICAL.Event(event).description);
}

it('writes two reminders for each token, with the command that renews it', async () => {
  await bench.login();
  await bench.login({ profile: 'work' });
  const { code, stdout, stderr } = await bench.run(['status', '--ics', 'reminders.ics']);
  expect([code, stderr]).toEqual([0, expect.stringContaining('reminders.ics')]);
  expect(stdout).toContain('work');
  expect(descriptions().map((text) => text.split('\n').at(-1))).toEqual([
    'For six more months, run: refrain renew',
    'For six more months, run: refrain renew',
    'For six more months, run: refrain renew --profile work',
    'For six more months, run: refrain renew --profile work',
  ]);
});

it('replaces an older calendar, and no other file', async () => {
  await bench.login({ profile: 'work' });
  const flags = ['status', '--profile', 'work', '--json', '--ics', 'reminders.ics'];
  await bench.run(flags);
  expect(JSON.parse((await bench.run(flags)).stdout)).toMatchObject({ profiles: [{ name: 'work' }] });
  expect(descriptions()).toHaveLength(2);
  writeFileSync(file(), 'Mine.\n');
  expect((await bench.run(flags)).code).toBe(2);
  expect(readFileSync(file(), 'utf8')).toBe('Mine.\n');
});

it('fails if there is nothing to remind of, or the file cannot be written', async () => {
  expect((await bench.run(['status', '--ics', 'reminders.ics'])).code).toBe(1);
  expect(existsSync(file())).toBe(false);
  await bench.login();
  const { code, stderr } = await bench.run(['status', '--ics', 'missing/reminders.ics']);
  expect([code, stderr]).toEqual([
    1,
    expect.stringMatching(/missing\/reminders\.ics cannot be written: no such folder \(ENOENT\)\.\s.*another file/s),
  ]);
});
