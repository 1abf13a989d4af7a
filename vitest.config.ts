import { defineConfig } from 'vitest/config';

// Two projects: what needs nothing built, and what walks through the built page, command or package.
const built = ['test/journeys/**/*.test.ts', 'test/command/**/*.test.ts', 'test/start.test.ts', 'test/package.test.ts'];

export default defineConfig({
  test: {
    projects: [
      {
        test: {
          name: 'unit',
          include: ['src/**/*.test.{ts,tsx}', 'test/**/*.test.ts'],
          exclude: built,
          sequence: { groupOrder: 0 },
        },
      },
      {
        test: {
          name: 'journeys',
          include: built,
          globalSetup: ['test/support/built.ts'],
          testTimeout: 60_000,
          hookTimeout: 60_000,
          // A page on a busy machine is slow, not wrong.
          expect: { poll: { timeout: 20_000 } },
          maxWorkers: 2,
          sequence: { groupOrder: 1 },
        },
      },
    ],
  },
});
