import { expect, it } from 'vitest';
import { noticeServiceWorker } from './service-worker.ts';

it('tells once of a service worker that another app left', () => {
  const told: string[] = [];
  const notice = noticeServiceWorker((text) => told.push(text));
  for (const header of [null, undefined, 'no', 'script', 'script']) notice(header, 'http://127.0.0.1:8888');
  expect(told).toHaveLength(1);
  expect(told[0]).toContain('service worker of another app');
  expect(told[0]).toContain('http://127.0.0.1:8888');
});
