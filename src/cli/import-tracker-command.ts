import { resolve } from 'node:path'
import { z } from 'zod'
import { OPERATOR } from '../committees/import-committee.ts'
import { readPaper } from '../documents/read-paper.ts'
import { previewImport, takeImport } from '../tracker/import-tracker.ts'
import { importWords as words } from '../tracker/import-words.en.ts'
import { readTracker, readTrackerFile } from '../tracker/read-tracker.ts'
import { TRACKED_KINDS } from '../tracker/types.ts'
import { importTracker as facts } from './command-list.ts'
import type { Command } from './desk.ts'
import { committeeNamed } from './find-committee.ts'
import * as say from './import-tracker-words.en.ts'
import { misused, understood } from './options.ts'

const READING = 'tracker.json'
const brought = z.union([z.object({ read: readTracker }), z.object({ problem: z.string() })])
const OPTIONS = { values: ['--committee', '--council', '--kind'], switches: ['--apply'] }

/**
 * `import-tracker FILE --committee NAME [--apply]`: a council's own tracker. The file is read by the process
 * that was called; the bot gets what it says.
 */
export const importTrackerCommand: Command = {
  ...facts,
  async bring(args, file) {
    const asked = argumentsOf(args)
    if ('problem' in asked) return new Map()
    const path = resolve(asked.file)
    const paper = { name: path.split(/[\\/]/).at(-1) ?? path, bytes: await file(path) }
    const read = await readTrackerFile({ read: readPaper }, paper)
    const handed = read.ok ? { read: read.value } : { problem: words.refusal(read.refusal) }
    return new Map([[READING, Buffer.from(JSON.stringify(handed))]])
  },
  async run(args, desk) {
    const asked = argumentsOf(args)
    if ('problem' in asked) return misused(desk, asked.problem, say.usage)
    const handed = brought.parse(JSON.parse(Buffer.from(await desk.file(READING)).toString('utf8')))
    if ('problem' in handed) {
      desk.err(handed.problem)
      return 1
    }
    const committee = await committeeNamed(desk, asked.committee, asked.council)
    if (!committee) return 1
    const act = { by: OPERATOR, committeeId: committee.id, read: handed.read, kind: asked.kind }
    const outcome = await previewImport(committee.house, act)
    if (!outcome.ok) {
      desk.err(words.refusal(outcome.refusal))
      return 1
    }
    desk.out(say.comparison(handed.read.fileName, committee.name, outcome.value))
    if (!asked.take) {
      desk.out(say.nothingChanged)
      return 0
    }
    const taken = await takeImport(committee.house, act)
    // The same file again is no failure: what it asks for is there.
    if (!taken.ok && taken.refusal.code !== 'nothing-to-take') {
      desk.err(words.refusal(taken.refusal))
      return 1
    }
    desk.out(taken.ok ? words.taken(taken.value) : words.refusal(taken.refusal))
    return 0
  },
}

function argumentsOf(args: readonly string[]) {
  const called = understood(facts.name, args, OPTIONS)
  if ('problem' in called) return called
  const [file, ...more] = called.words
  const committee = called.values.get('--committee')
  const kind = z.enum(TRACKED_KINDS).safeParse(called.values.get('--kind') ?? 'action')
  const take = called.switches.has('--apply')
  if (file === undefined || more.length > 0) return { problem: say.whichFile }
  if (committee === undefined) return { problem: say.whichCommittee }
  if (!kind.success) return { problem: say.whichKind(TRACKED_KINDS) }
  return { file, committee, council: called.values.get('--council'), kind: kind.data, take }
}
