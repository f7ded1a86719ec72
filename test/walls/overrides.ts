import { type Area, areas, ground, rooms, starts } from './rooms.ts'

type Override = { includes: string[]; linter: { rules: { style: { noRestrictedImports: Restricted } } } }

type Restricted = {
  level: 'error'
  options: { patterns: { group: string[]; message: string }[] }
}

/** Deeper folders than this would have no walls; a test says so. */
export const deepest = 4

const where = 'test/walls/rooms.ts says who may use whom.'

const slackPackages = '@slack/**'
const databasePackages = ['{@prisma,@electric-sql}/**', '{pg,pglite-prisma-adapter}']

/** By a name and back out of it, or out by "./..": the patterns read what is written, not where it leads. */
const detours = ['./../**', '**/*{a,e,i,o,u,y}*/../**']

/** The walls as Biome's overrides. Of two that fit a file the later one holds, so each is complete. */
export function overrides(): Override[] {
  const depths = Array.from({ length: deepest }, (_, index) => index + 1)
  const folders = areas.filter((area) => !area.isFile)
  const files = areas.filter((area) => area.isFile)
  return [
    override('src/*', fromTop([...ground, 'calendar']), 'A shared file of src/ uses no room.'),
    ...files.map(({ name, uses }) =>
      override(`src/${name}.ts`, fromTop(uses), `src/${name}.ts may not use this.`),
    ),
    ...depths.map((depth) => override(`src/${'*/'.repeat(depth)}*`, fromFolder(depth, ground), unlisted)),
    ...folders.flatMap((area) => depths.map((depth) => folderOverride(area, depth))),
    ...rooms.flatMap((room, place) => rulesOverride(room, rooms.slice(0, place))),
    ...folders
      .filter(({ name }) => isRoom(name))
      .flatMap((area) => [1, 2].map((d) => viewsOverride(area, d))),
  ]
}

const unlisted = 'This folder of src/ is not listed: put it into test/walls/rooms.ts and run "npm run walls".'

function folderOverride({ name, uses, refusesPackages }: Area, depth: number): Override {
  const group = fromFolder(depth, uses)
  if (refusesPackages) group.push(slackPackages, ...databasePackages)
  const may = uses.length > 0 ? `may use ${uses.join(', ')}` : 'may use no other folder'
  return override(`src/${name}/${'*/'.repeat(depth - 1)}*`, group, `${name}/ ${may}.`)
}

/** The law and the arithmetic: an allowance, so that nothing else gets in, not even a package. */
function rulesOverride(room: string, earlier: readonly string[]): Override[] {
  return [1, 2].map((depth) => {
    const up = '../'.repeat(depth)
    const group = [
      '**',
      '!temporal-polyfill',
      `!${up}calendar/**`,
      `!${up}outcome.ts`,
      `!./{types,rules,*-rules}.ts`,
      ...(depth > 1 ? ['!../{types,rules,*-rules}.ts'] : []),
      ...earlier.map((name) => `!${up}${name}/types.ts`),
    ]
    const folder = `src/${room}/${'*/'.repeat(depth - 1)}`
    return override(
      [`${folder}rules.ts`, `${folder}*-rules.ts`],
      group,
      "Rules use calendar/, the room's own types.ts and rules, and the types.ts of earlier rooms.",
    )
  })
}

function viewsOverride({ name, uses }: Area, depth: number): Override {
  const allowed = uses.filter((used) => used !== 'database')
  const folder = `src/${name}/${'*/'.repeat(depth - 1)}`
  return override(
    [`${folder}views.ts`, `${folder}*-views.ts`],
    [...fromFolder(depth, allowed), ...databasePackages],
    'Views are pure functions from a model to blocks: no database.',
  )
}

function fromFolder(depth: number, uses: readonly string[]): string[] {
  const up = '../'.repeat(depth)
  return [`${up}*/**`, ...allowed(up, uses), `${up}{${starts.join(',')}}.ts`, ...detours]
}

function fromTop(uses: readonly string[]): string[] {
  return ['./*/**', ...allowed('./', uses), `./{${starts.join(',')}}.ts`, '../**', ...detours]
}

/** One by one: a brace of a single name is not a brace to Biome. */
function allowed(prefix: string, uses: readonly string[]): string[] {
  return uses.map((name) => `!${prefix}${name}/**`)
}

function override(includes: string | string[], group: string[], message: string): Override {
  const patterns = [{ group, message: `${message} ${where}` }]
  return {
    includes: [includes].flat(),
    linter: { rules: { style: { noRestrictedImports: { level: 'error', options: { patterns } } } } },
  }
}

function isRoom(name: string): boolean {
  return rooms.some((room) => room === name)
}

/** biome.walls.json: a line for each override, because nobody writes it by hand. */
export function wallsFile(): string {
  const self = { includes: ['biome.walls.json'], formatter: { enabled: false } }
  const lines = [self, ...overrides()].map((entry) => `    ${JSON.stringify(entry)}`)
  return `{\n  "overrides": [\n${lines.join(',\n')}\n  ]\n}\n`
}
