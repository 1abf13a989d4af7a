import { expect, it } from 'vitest';
import { readRecord } from '../../keeper/record/record.ts';
import { keeperBench } from '../../../test/support/keeper/keeper-bench.ts';
import { notePushedTo, pushedToFrom } from './pushed-to.ts';

it('notes each place once, with the time of the last push', async () => {
  const keeper = await keeperBench().kept();
  await notePushedTo(keeper, { kind: 'github', place: 'me/site', at: 1 });
  await notePushedTo(keeper, { kind: 'netlify', place: '/home/me/my site --env preview', at: 2 });
  await notePushedTo(keeper, { kind: 'github', place: 'me/site', at: 3 });
  await keeper.note('mine', 'pushedTo github me/other');
  expect(pushedToFrom((await keeper.state()).notes)).toEqual([
    { kind: 'netlify', place: '/home/me/my site --env preview', at: 2 },
    { kind: 'github', place: 'me/site', at: 3 },
  ]);
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
