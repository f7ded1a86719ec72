import { configDefaults, defineConfig } from 'vitest/config'

/** These stand in for modules of Node's or start threads of their own, which one process for all would mix up. */
const apart = ['test/documents/fetching/**', 'test/documents/command/**']

export default defineConfig({
  test: {
    pool: 'forks',
    // CI's machine has two cores.
    maxWorkers: 2,
    projects: [
      {
        extends: true,
        test: {
          name: 'rooms',
          include: ['test/**/*.test.ts'],
          exclude: [...configDefaults.exclude, 'test/journeys/**', 'test/bench/**', 'test/documents/**'],
          // Loading Bolt, Prisma and ourselves anew for each of two hundred files took as long as the tests.
          isolate: false,
          testTimeout: 20_000,
          hookTimeout: 30_000,
        },
      },
      {
        // Pure functions from a text to a record: a hundred files share what they load.
        extends: true,
        test: {
          name: 'papers',
          include: ['test/documents/**/*.test.ts'],
          exclude: [...configDefaults.exclude, ...apart],
          isolate: false,
          testTimeout: 20_000,
          hookTimeout: 30_000,
        },
      },
      {
        extends: true,
        test: {
          name: 'apart',
          include: apart.map((folder) => `${folder}/*.test.ts`),
          testTimeout: 20_000,
          hookTimeout: 30_000,
        },
      },
      {
        // Whole journeys through processes and Chromium of their own.
        extends: true,
        test: {
          name: 'journeys',
          include: ['test/journeys/**/*.test.ts'],
          isolate: false,
          testTimeout: 180_000,
          hookTimeout: 120_000,
        },
      },
    ],
  },
})
