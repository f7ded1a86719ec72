import { spawnSync } from 'node:child_process'
import { readFileSync } from 'node:fs'
import { copyFile, mkdir, mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { expect, onTestFinished, test } from 'vitest'
import { deepest, wallsFile } from './overrides.ts'

const root = join(import.meta.dirname, '../..')

/** As DESIGN.md lists them: written out again here, so that a slip in rooms.ts does not excuse itself. */
const order =
  'calendar documents committees meetings publications apologies interests sitting votes tracker programme minutes connectors cards home reminders'.split(
    ' ',
  )
const featureRooms = order.slice(1)
const groundRooms = ['config', 'database', 'delivery', 'slack']

/** The file and what it imports: `src/votes/rules.ts: ../sitting/types.ts`. */
type Planted = string[]

const unlawful: Planted = [
  ...eachPair((room, other) =>
    order.indexOf(other) > order.indexOf(room) ? `src/${room}/uses-${other}.ts: ../${other}/rules.ts` : [],
  ),
  ...eachOf(featureRooms, (room) => [
    ...groundRooms.map((ground) => `src/${ground}/uses-${room}.ts: ../${room}/rules.ts`),
    `src/workspace/uses-${room}.ts: ../${room}/rules.ts`,
    `src/outcome-of-${room}.ts: ./${room}/rules.ts`,
    `src/unlisted/uses-${room}.ts: ../${room}/rules.ts`,
  ]),
  ...eachOf(order, (room) => [
    `src/${room}/uses-workspace.ts: ../workspace/model.ts`,
    `src/${room}/uses-sample.ts: ../sample/council.ts`,
    `src/${room}/uses-web.ts: ../web/health.ts`,
    `src/${room}/uses-unlisted.ts: ../unlisted/anything.ts`,
    `src/${room}/uses-main.ts: ../main.ts`,
    `src/${room}/deeper/uses-cli.ts: ../../cli.ts`,
  ]),
  ...eachOf(['calendar', 'documents'], (room) => [
    ...groundRooms.map((ground) => `src/${room}/uses-${ground}.ts: ../${ground}/x.ts`),
    `src/${room}/uses-web-api.ts: @slack/web-api`,
    `src/${room}/uses-bolt.ts: @slack/bolt`,
    `src/${room}/uses-client.ts: @prisma/client`,
    `src/${room}/uses-pg.ts: pg`,
    `src/${room}/deeper/uses-pglite.ts: @electric-sql/pglite`,
  ]),
  ...eachOf([...groundRooms, 'web', 'sample', 'calendar'], (room) => [
    `src/workspace/uses-${room}.ts: ../${room}/x.ts`,
    `src/workspace/control/uses-${room}.ts: ../../${room}/x.ts`,
  ]),
  ...eachOf([...groundRooms, 'web', 'sample'], (room) => [
    `src/${room}/uses-workspace.ts: ../workspace/model.ts`,
    `src/${room}/uses-main.ts: ../main.ts`,
  ]),
  'src/votes/deep/uses-home.ts: ../../home/x.ts',
  'src/votes/deep/er/uses-home.ts: ../../../home/x.ts',
  'src/votes/deep/er/still/uses-home.ts: ../../../../home/x.ts',
  'src/votes/by-a-detour.ts: ../sitting/../home/x.ts',
  'src/votes/by-another-detour.ts: ./../home/x.ts',
  'src/main.ts: ./workspace/main.ts',
  'src/cli.ts: ./main.ts',
  'src/cli/uses-workspace.ts: ../workspace/main.ts',
  'src/votes/rules.ts: ../database/generated/client.ts',
  'src/tracker/rules.ts: ../slack/mrkdwn.ts',
  'src/minutes/rules.ts: ./draft-minutes.ts',
  'src/sitting/rules.ts: zod',
  'src/sitting/quorum-rules.ts: node:fs',
  'src/sitting/deep/rules.ts: ../open-sitting.ts',
  'src/interests/rules.ts: ../apologies/rules.ts',
  'src/apologies/rules.ts: ../interests/types.ts',
  'src/cards/views.ts: ../database/house.ts',
  'src/votes/views.ts: @prisma/client',
  'src/votes/views.ts: pg',
  'src/votes/division-views.ts: ../database/house.ts',
  'src/votes/deep/views.ts: ../../database/house.ts',
  'src/votes/views.ts: ../home/x.ts',
]

const lawful: Planted = [
  ...eachPair((room, other) =>
    order.indexOf(other) < order.indexOf(room) ? `src/${room}/uses-${other}.ts: ../${other}/rules.ts` : [],
  ),
  ...eachOf(order.slice(2), (room) =>
    groundRooms.map((ground) => `src/${room}/x-${ground}.ts: ../${ground}/x.ts`),
  ),
  ...eachOf(order, (room) => [
    `src/main.ts: ./${room}/x.ts`,
    `src/cli.ts: ./${room}/x.ts`,
    `src/web/uses-${room}.ts: ../${room}/x.ts`,
    `src/sample/uses-${room}.ts: ../${room}/x.ts`,
    `src/${room}/of-its-own.ts: ./${room === 'home' ? 'votes' : 'home'}/x.ts`,
    `src/${room}/lines/of-its-own.ts: ../formats/x.ts`,
    `src/${room}/outcome.ts: ../outcome.ts`,
    `test/${room}/x.test.ts: ../../src/workspace/model.ts`,
  ]),
  'src/documents/lines/own-folder-named-like-a-room.ts: ../minutes/x.ts',
  'src/documents/pdf.ts: @embedpdf/pdfium',
  'src/start.ts: ./workspace/main.ts',
  'src/config.ts: ./database/private-text.ts',
  'src/database/house.ts: ../calendar/clock.ts',
  'src/delivery/send.ts: ../slack/limits.ts',
  'src/votes/rules.ts: ../calendar/clear-days.ts',
  'src/tracker/rules.ts: temporal-polyfill',
  'src/sitting/rules.ts: ./types.ts',
  'src/minutes/rules.ts: ../votes/types.ts',
  'src/programme/rules.ts: ./score-rules.ts',
  'src/apologies/rules.ts: ../outcome.ts',
  'src/sitting/deep/rules.ts: ../types.ts',
  'src/cards/views.ts: ../slack/blocks.ts',
  'src/votes/views.ts: @slack/types',
]

test('every wall of the house refuses the imports that break it, and no lawful one', {
  timeout: 60_000,
}, async () => {
  const tree = await houseWith(filesOf([...lawful, ...unlawful]))
  const { exitCode, refused } = lint(tree, 'noRestrictedImports')
  expect(exitCode).toBe(1)
  expect(unlawful.filter((planted) => !refused.has(planted))).toEqual([])
  expect(lawful.filter((planted) => refused.has(planted))).toEqual([])
})

test('lawful imports alone pass', async () => {
  const tree = await houseWith(filesOf(lawful))
  expect(lint(tree, 'noRestrictedImports')).toEqual({ exitCode: 0, refused: new Set() })
})

test('every way to import is refused', async () => {
  const ways = [
    "import { value } from '../home/x.ts'",
    "import type { Type } from '../home/x.ts'",
    "export { again } from '../home/x.ts'",
    "export * from '../home/x.ts'",
    "export const later = await import('../home/x.ts')",
  ]
  const tree = await houseWith({ 'src/votes/ways.ts': ways.join('\n') })
  expect(lint(tree, 'noRestrictedImports').refused).toEqual(
    new Set(ways.map((way) => `src/votes/ways.ts: ${way}`)),
  )
})

test('a circle of imports is refused', async () => {
  const hen = "import { egg } from './egg.ts'"
  const egg = "import { hen } from './hen.ts'"
  const tree = await houseWith({
    'src/votes/hen.ts': `${hen}\nexport const hen = () => egg`,
    'src/votes/egg.ts': `${egg}\nexport const egg = () => hen`,
  })
  expect(lint(tree, 'noImportCycles').refused).toEqual(
    new Set([`src/votes/hen.ts: ${hen}`, `src/votes/egg.ts: ${egg}`]),
  )
})

test('biome.walls.json is what rooms.ts says: run "npm run walls"', async () => {
  expect(await readFile(join(root, 'biome.walls.json'), 'utf8')).toBe(wallsFile())
})

test('no file of src/ lies deeper than the walls reach', async () => {
  const files = await readdir(join(root, 'src'), { recursive: true })
  const beyond = files.filter((file) => /\.ts$/.test(file) && file.split(/[\\/]/).length > deepest + 1)
  expect(beyond).toEqual([])
})

/** One line of import for each planted; several in the same file stand below each other. */
function filesOf(plants: Planted): Record<string, string> {
  const files: Record<string, string> = {}
  for (const planted of plants) {
    const [file = '', specifier] = planted.split(': ')
    files[file] = `${files[file] ?? ''}import '${specifier}'\n`
  }
  return files
}

/** Runs the project's own configuration on a tree, and gives the lines that a rule refuses. */
function lint(tree: string, rule: string): { exitCode: number | null; refused: Set<string> } {
  const biome = join(root, 'node_modules/@biomejs/biome/bin/biome')
  const { status, stdout, stderr } = spawnSync(
    process.execPath,
    [biome, 'lint', '--max-diagnostics=none', '--reporter=concise', '--diagnostic-level=error'],
    { cwd: tree, encoding: 'utf8', maxBuffer: 64 * 1024 * 1024 },
  )
  const refusals = `${stdout}${stderr}`.matchAll(/^\S+ (\S+?):(\d+):\d+: lint\/\w+\/(\w+)/gm)
  const refused = new Set<string>()
  for (const [, file = '', line, by] of refusals) {
    if (by !== rule) continue
    const text = readFileSync(join(tree, file), 'utf8').split('\n')[Number(line) - 1] ?? ''
    refused.add(`${file}: ${/^import '(.*)'$/.exec(text)?.[1] ?? text}`)
  }
  return { exitCode: status, refused }
}

async function houseWith(files: Record<string, string>): Promise<string> {
  const tree = await mkdtemp(join(tmpdir(), 'scrutineer-walls-'))
  onTestFinished(() => rm(tree, { recursive: true }))
  for (const name of ['biome.json', 'biome.walls.json', '.gitignore'])
    await copyFile(join(root, name), join(tree, name))
  await Promise.all(
    Object.entries(files).map(async ([file, text]) => {
      await mkdir(join(tree, dirname(file)), { recursive: true })
      await writeFile(join(tree, file), text)
    }),
  )
  return tree
}

function eachOf(names: readonly string[], plants: (name: string) => string[]): string[] {
  return names.flatMap(plants)
}

function eachPair(plants: (room: string, other: string) => string | string[]): string[] {
  return order.flatMap((room) =>
    order.filter((other) => other !== room).flatMap((other) => plants(room, other)),
  )
}
