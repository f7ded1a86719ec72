import { resolve } from 'node:path'
import { committeesWhereClerk } from '../committees/people.ts'
import { openReadingDesk } from '../documents/reading-desk.ts'
import { importProgramme, previewProgramme } from '../programme/import-programme.ts'
import { sameCommittee } from '../publications/rules.ts'
import { importProgramme as facts } from './command-list.ts'
import type { Command, Desk } from './desk.ts'
import { clerkByEmail } from './find-clerk.ts'
import * as say from './import-programme-words.en.ts'
import { misused, understood } from './options.ts'
import { unknownClerk } from './words.en.ts'

const OPTIONS = { values: ['--clerk', '--committee'], switches: ['--apply'] }

/** `import-programme FILE --clerk E-MAIL [--committee NAME] [--apply]`: a council's own work programme. */
export const importProgrammeCommand: Command = {
  ...facts,
  async bring(args, file) {
    const asked = argumentsOf(args)
    return 'problem' in asked ? new Map() : new Map([[asked.file, await file(asked.file)]])
  },
  async run(args, desk) {
    const asked = argumentsOf(args)
    if ('problem' in asked) return misused(desk, asked.problem, say.usage)
    const clerk = await clerkByEmail(desk, asked.clerk)
    if (!clerk) {
      desk.err(unknownClerk(asked.clerk))
      return 1
    }
    const all = await committeesWhereClerk(clerk.house, clerk.personId)
    const { committee: name } = asked
    const meant = name === undefined ? all : all.filter((one) => sameCommittee(one.name, name))
    const [committee, ...more] = meant
    if (!committee || more.length > 0) {
      desk.err(say.whichCommittee(all.map((one) => one.name)))
      return 1
    }
    return takeOver(desk, { ...clerk, committeeId: committee.id }, asked)
  },
}

async function takeOver(
  desk: Desk,
  {
    house,
    personId: by,
    committeeId,
  }: NonNullable<Awaited<ReturnType<typeof clerkByEmail>>> & { committeeId: string },
  { file: path, apply }: { readonly file: string; readonly apply: boolean },
): Promise<number> {
  const name = resolve(path).split(/[\\/]/).at(-1) ?? path
  const act = { by, committeeId, file: { name, bytes: await desk.file(path) } }
  // In a thread of its own: whoever waits for the bot does not wait for a file.
  const reading = openReadingDesk()
  try {
    const shown = await previewProgramme(house, reading, act)
    if (!shown.ok) {
      desk.err(say.refusal(shown.refusal, name))
      return 1
    }
    desk.out(say.plan(shown.value.plan))
    if (!apply) {
      desk.out(say.nothingChanged)
      return 0
    }
    const taken = await importProgramme(house, reading, { ...act, mark: shown.value.mark })
    if (!taken.ok) {
      desk.err(say.refusal(taken.refusal, name))
      return 1
    }
    desk.out(say.taken(taken.value))
    return 0
  } finally {
    await reading.close()
  }
}

function argumentsOf(args: readonly string[]) {
  const called = understood(facts.name, args, OPTIONS)
  if ('problem' in called) return called
  const [file, ...more] = called.words
  const clerk = called.values.get('--clerk')
  if (file === undefined || clerk === undefined || more.length > 0) return { problem: say.whichFile }
  return { file, clerk, committee: called.values.get('--committee'), apply: called.switches.has('--apply') }
}
