// `npm run score`: how well the reader reads the corpus.
//   npm run score                       one table: every row of every group
//   npm run score -- real [--only 022]  the scorer's own report of one group, or of the files that a name is part of
//   npm run score -- --raise            writes what is better than before into the floor that CI holds
import { readFileSync, writeFileSync } from 'node:fs'
import { parseArgs } from 'node:util'
import { type Group, groupNames, judged, judgement, readGroup, type Scores } from '../documents/corpus.ts'
import { floorFile, raised, readFloor } from '../documents/corpus-floor.ts'

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: { only: { type: 'string' }, raise: { type: 'boolean' } },
})

const named = groupNames.filter((group) => positionals.includes(group))
if (named.length > 0) for (const group of named) await report(group, values.only)
else await table()

async function report(group: Group, only: string | undefined): Promise<void> {
  const papers = await readGroup(group, (name) => only === undefined || name.includes(only))
  const more = only === undefined ? ['--worst', '40'] : ['--worst', '40', '--only-predicted']
  console.log(judgement(group, papers, more))
}

async function table(): Promise<void> {
  const all = new Map<Group, Scores>()
  for (const group of groupNames) all.set(group, judged(group, await readGroup(group)))
  const rows = [...new Set([...all.values()].flatMap(({ fields }) => Object.keys(fields)))]
  console.log(`${''.padEnd(20)}${groupNames.map((group) => group.padStart(19)).join('')}`)
  console.log(`${''.padEnd(20)}${groupNames.map(() => 'P     R    F1'.padStart(19)).join('')}`)
  for (const row of rows) {
    const cells = groupNames.map((group) => {
      const one = all.get(group)?.fields[row]
      return one ? [one.precision, one.recall, one.f1].map(figure).join(' ') : ''
    })
    console.log(`${row.padEnd(20)}${cells.map((cell) => cell.padStart(19)).join('')}`)
  }
  const macro = groupNames.map((group) => figure(all.get(group)?.macro ?? null).padStart(19))
  console.log(`${'macro F1'.padEnd(20)}${macro.join('')}`)
  if (values.raise) {
    writeFileSync(
      floorFile,
      `${JSON.stringify(raised(readFloor(readFileSync(floorFile, 'utf8')), all), null, 2)}\n`,
    )
    console.log(`Raised: ${floorFile}`)
  }
}

function figure(value: number | null): string {
  return value === null ? '   –' : value.toFixed(2).padStart(5)
}
