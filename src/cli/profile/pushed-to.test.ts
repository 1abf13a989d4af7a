import { expect, it } from 'vitest';
import { RefrainError } from '../../errors/refrain-error.ts';
import { readRecord } from '../../keeper/record/record.ts';
import { keeperBench } from '../../../test/support/keeper/keeper-bench.ts';
import { notePushedTo, pushedToFrom } from './pushed-to.ts';

let said = '';
const context = { stderr: { write: (text: string) => (said += text) }, stderrIsTerminal: false };

it('notes each place once, with the time of the last push', async () => {
  const keeper = await keeperBench().kept();
  await notePushedTo(keeper, { kind: 'github', place: 'me/site', at: 1 }, context);
  await notePushedTo(keeper, { kind: 'netlify', place: '/home/me/my site --env preview', at: 2 }, context);
  await notePushedTo(keeper, { kind: 'github', place: 'me/site', at: 3 }, context);
  await keeper.note('mine', 'pushedTo github me/other');
  expect(pushedToFrom((await keeper.state()).notes)).toEqual([
    { kind: 'netlify', place: '/home/me/my site --env preview', at: 2 },
    { kind: 'github', place: 'me/site', at: 3 },
  ]);
});

it('warns about a place that cannot be saved, because the copy is pushed', async () => {
  const bench = keeperBench();
  const keeper = await bench.kept();
  bench.store.replace = async () => {
    throw new RefrainError('store_failed', { detail: 'the disk is full (ENOSPC)' });
  };
  expect(await notePushedTo(keeper, { kind: 'github', place: 'me/site', at: 1 }, context)).toBe(false);
  expect(said).toBe('The copy is pushed, but `renew` will not update it: the disk is full (ENOSPC).\n');
});

it('keeps the places of a record that an earlier Refrain wrote, also over a renewal', async () => {
  const bench = keeperBench();
  const keeper = await bench.kept();
  const pushedTo = [{ kind: 'cloudflare', place: '/home/me/worker', at: 5 }];
  const { record = '', version } = (await bench.store.read()) ?? {};
  const { notes: _, ...earlier } = JSON.parse(record) as Record<string, unknown>;
  await bench.store.replace(JSON.stringify({ ...earlier, pushedTo }), version);
  expect(pushedToFrom((await keeper.state()).notes)).toEqual(pushedTo);
  await keeper.adopt(await bench.consent());
  expect(pushedToFrom(readRecord((await bench.store.read())?.record ?? '').notes)).toEqual(pushedTo);
});
