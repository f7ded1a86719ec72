import { OPERATOR } from '../committees/import-committee.ts'
import { committeeSettings, setCommittee } from '../meetings/committee-settings.ts'
import { REPORT_STEPS, type ReportStep } from '../meetings/duty-rules.ts'
import { committee as facts } from './command-list.ts'
import type { Command } from './desk.ts'
import { committeeNamed } from './find-committee.ts'
import { misused, understood } from './options.ts'
import { committee as say, strange } from './settings-words.en.ts'

const MOST_LEAD = 60

/** `committee NAME [--draft N …] [--openings on|off]`: how a committee is set, or another setting. */
export const committeeCommand: Command = {
  ...facts,
  bring: async () => new Map(),
  async run(args, desk) {
    const asked = argumentsOf(args)
    if ('problem' in asked) return misused(desk, asked.problem, say.usage)
    const found = await committeeNamed(desk, asked.name, asked.council)
    if (!found) return 1
    const { house, id: committeeId } = found
    const { leads, countsOpenings } = asked
    const isAsked = Object.keys(leads).length > 0 || countsOpenings !== undefined
    const settings = isAsked
      ? await setCommittee(house, { by: OPERATOR, committeeId, leads, countsOpenings })
      : await committeeSettings(house, committeeId)
    desk.out(say.shown(found.name, settings))
    return 0
  },
}

interface Asked {
  readonly name: string
  readonly council: string | undefined
  readonly leads: Partial<Record<ReportStep, number>>
  readonly countsOpenings: boolean | undefined
}

function argumentsOf(args: readonly string[]): Asked | { readonly problem: string } {
  const steps = REPORT_STEPS.map((step) => `--${step}`)
  const called = understood(facts.name, args, { values: ['--council', '--openings', ...steps], switches: [] })
  if ('problem' in called) return called
  const { words, values } = called
  const [name, more] = words
  if (name === undefined || more !== undefined) return { problem: strange(more ?? '') }
  const leads: Partial<Record<ReportStep, number>> = {}
  for (const step of REPORT_STEPS) {
    const given = values.get(`--${step}`)
    if (given === undefined) continue
    if (!/^\d{1,2}$/.test(given) || Number(given) > MOST_LEAD) return { problem: say.badNumber(step, given) }
    leads[step] = Number(given)
  }
  const openings = values.get('--openings')
  if (openings !== undefined && openings !== 'on' && openings !== 'off')
    return { problem: say.badSwitch(openings) }
  return {
    name,
    council: values.get('--council'),
    leads,
    countsOpenings: openings === undefined ? undefined : openings === 'on',
  }
}
