import { expect, it } from 'vitest';
import { systemClock } from '../../keeper/platform/clock.ts';
import { explainPortProblem } from './port-problem.ts';

const origin = 'http://127.0.0.1:8888';
const explain = (code: string, server = 'other') =>
  explainPortProblem(Object.assign(new Error('listen'), { code }), {
    origin,
    cure: 'Use another one.',
    clock: systemClock,
    fetch: async () => new Response(null, { headers: { server } }),
  });

it('names what holds a port, if it says so', async () => {
  expect(await explain('EADDRINUSE', 'refrain-page')).toMatchObject({
    code: 'port_taken',
    detail: 'Port 8888 is in use by Refrain’s own page (`refrain page`, or `npm start`).',
    cure: 'Use another one.',
  });
  expect(await explain('EADDRINUSE')).toMatchObject({
    detail: 'Port 8888 is in use by another program, which does not say what it is.',
  });
});

it('names a port that is not permitted, and one in use, differently', async () => {
  const error = await explainPortProblem(Object.assign(new Error('listen'), { code: 'EACCES' }), {
    origin: 'http://127.0.0.1:80',
    cure: '',
    clock: systemClock,
    fetch: () => Promise.reject(new Error('not asked')),
  });
  expect(error).toMatchObject({
    code: 'port_not_permitted',
    detail: 'Port 80 is not permitted: ports below 1024 need administrator rights.',
  });
});

it('passes on any other error', async () => {
  expect(await explain('EADDRNOTAVAIL')).toMatchObject({ code: 'EADDRNOTAVAIL' });
});
