import { configDefaults, defineConfig } from 'vitest/config'
import { BaseSequencer, type TestSpecification } from 'vitest/node'

/** These stand in for modules of Node's or start threads of their own, which one process for all would mix up. */
const apart = ['test/documents/fetching/**', 'test/documents/command/**']

/** By far the longest. Begun last, as their size would have it, they would leave the other workers without work. */
const longest = [
  'test/leak/leak-1.test.ts',
  'test/leak/leak-2.test.ts',
  'test/journeys/restart.test.ts',
  'test/journeys/meeting-under-fire.test.ts',
  'test/journeys/founding-minutes.test.ts',
]

/** One worker more than cores for tests that wait for processes, for the database and for Slack's pace. */
const waiting = { maxWorkers: 3, sequence: { groupOrder: 1 } }

class LongestFirst extends BaseSequencer {
  override async sort(files: TestSpecification[]): Promise<TestSpecification[]> {
    const sorted = await super.sort(files)
    const isLong = ({ moduleId }: TestSpecification) => longest.some((file) => moduleId.endsWith(file))
    // The files of a project stay together: workers are kept from one to the next.
    return [...new Set(sorted.map(({ project }) => project))].flatMap((project) => {
      const own = sorted.filter((file) => file.project === project)
      return [...own.filter(isLong), ...own.filter((file) => !isLong(file))]
    })
  }
}

export default defineConfig({
  test: {
    pool: 'forks',
    // CI's machine has two cores.
    maxWorkers: 2,
    // Bolt and Prisma leave much behind that dies young; with V8's 16 MB, collecting it is a tenth of what tests cost.
    execArgv: ['--max-semi-space-size=64'],
    sequence: { sequencer: LongestFirst },
    projects: [
      {
        extends: true,
        test: {
          name: 'rooms',
          ...waiting,
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
          ...waiting,
          include: ['test/journeys/**/*.test.ts'],
          isolate: false,
          testTimeout: 180_000,
          hookTimeout: 120_000,
        },
      },
    ],
  },
})
