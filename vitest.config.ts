import { defineConfig } from 'vitest/config';
import { timeLimits } from './test/support/time-limits.ts';

// What needs nothing built; what walks through the built page, command or package; what fills the whole machine with
// processes; and the page's states in other languages, which take minutes: `npm run test:states`.
const built = [
  'test/journeys/**/*.test.ts',
  'test/command/**/*.test.ts',
  'test/start.test.ts',
  'test/package.test.ts',
  'test/screenshots.test.ts',
];
const states = ['test/journeys/languages-states.test.ts'];
const crowded = [
  'test/harness.test.ts',
  'test/listening/two-processes.test.ts',
  'src/keeper/stores/file/file-store-processes.test.ts',
];

const limits = {
  testTimeout: timeLimits.test,
  hookTimeout: timeLimits.test,
  expect: { poll: { timeout: timeLimits.wait } },
};

export default defineConfig({
  test: {
    projects: [
      {
        test: {
          name: 'unit',
          ...limits,
          include: ['src/**/*.test.{ts,tsx}', 'test/**/*.test.ts'],
          exclude: [...built, ...crowded],
          sequence: { groupOrder: 0 },
        },
      },
      {
        test: {
          name: 'journeys',
          ...limits,
          include: built,
          exclude: states,
          globalSetup: ['test/support/built.ts'],
          maxWorkers: 2,
          sequence: { groupOrder: 1 },
        },
      },
      {
        test: {
          name: 'states',
          ...limits,
          include: states,
          globalSetup: ['test/support/built.ts'],
          sequence: { groupOrder: 3 },
        },
      },
      {
        test: {
          name: 'harness',
          ...limits,
          maxConcurrency: 4,
          include: crowded,
          globalSetup: ['test/support/built.ts'],
          sequence: { groupOrder: 2 },
        },
      },
    ],
  },
});
