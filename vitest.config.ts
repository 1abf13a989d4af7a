import { defineConfig } from 'vitest/config';
import { timeLimits } from './test/support/time-limits.ts';

// Three projects: what needs nothing built, what walks through the built page, command or package, and what fills the
// whole machine with processes.
const built = [
  'test/journeys/**/*.test.ts',
  'test/command/**/*.test.ts',
  'test/start.test.ts',
  'test/package.test.ts',
  'test/screenshots.test.ts',
];
const crowded = [
  'test/harness.test.ts',
  'test/listening/two-processes.test.ts',
  'src/keeper/stores/file/file-store-processes.test.ts',
];

export default defineConfig({
  test: {
    projects: [
      {
        test: {
          name: 'unit',
          include: ['src/**/*.test.{ts,tsx}', 'test/**/*.test.ts'],
          exclude: [...built, ...crowded],
          // Nothing waits there; a busy machine does.
          testTimeout: 30_000,
          sequence: { groupOrder: 0 },
        },
      },
      {
        test: {
          name: 'journeys',
          include: built,
          globalSetup: ['test/support/built.ts'],
          testTimeout: timeLimits.test,
          hookTimeout: timeLimits.test,
          expect: { poll: { timeout: timeLimits.wait } },
          maxWorkers: 2,
          sequence: { groupOrder: 1 },
        },
      },
      {
        test: {
          name: 'harness',
          include: crowded,
          globalSetup: ['test/support/built.ts'],
          testTimeout: 180_000,
          sequence: { groupOrder: 2 },
        },
      },
    ],
  },
});
