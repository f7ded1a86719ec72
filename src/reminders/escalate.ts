import { columnOfDate } from '../calendar/civil.ts'
import type { House } from '../database/house.ts'
import { SCRUTINEER, type Tx } from '../database/transact.ts'
import { grouped } from '../grouped.ts'
import { clerksAddress } from '../meetings/clerks-address.ts'
import { isOfficeHour } from '../meetings/duty-rules.ts'
import { type Asking, type Series, type ToNote, toldInstead } from '../tracker/asked-rows.ts'
import { noteEscalations } from '../tracker/note-escalations.ts'
import { owedMessage } from '../tracker/owner-messages.ts'
import { lockedRows } from '../tracker/rows.ts'
import { askedAt, stepOfGroup, stepOfOwner } from './actions-due.ts'
import { momentOf } from './moment.ts'
import type { Moment } from './types.ts'

/**
 * The steps of asking that no owner's own message carries: who cannot be told, the agenda, the letter, and what was
 * passed over. The clerks hear of what needs them in one message a day. Run every minute, in office hours.
 *
 * @returns how many steps were noted now
 */
export async function escalate(house: House): Promise<number> {
  const moment = await momentOf(house)
  if (!isOfficeHour(moment.now.toZonedDateTimeISO(house.timeZone), moment.offices)) return 0
  const asking = await askedAt(house, moment)
  const due = asking.series.flatMap((series) => [
    ...ofOwners(series, asking, moment),
    ...ofGroup(series, asking, moment),
  ])
  let noted = 0
  for (const [committeeId, notes] of grouped(due, ({ series }) => series.committeeId))
    noted += await house.transact(SCRUTINEER, (tx) => note(tx, committeeId, notes, moment))
  return noted
}

type DueStep = ToNote & { readonly series: Series }

function ofOwners(series: Series, { leaves }: Asking, moment: Moment): DueStep[] {
  return series.owners.flatMap((owner): DueStep[] => {
    const step = stepOfOwner(series, owner, moment)
    const told = toldInstead(owner.person, leaves, owner.name)
    if (!step || (!step.skip && !('why' in told))) return []
    const of = {
      series,
      rowIds: owner.rows.map(({ id }) => id),
      personId: owner.person?.id,
      insteadOfId: undefined,
    }
    const passed = step.passed.map((one) => ({
      ...of,
      step: one.step,
      outcome: 'skipped' as const,
      why: 'passed',
    }))
    if (step.skip || !('why' in told))
      return [...passed, { ...of, step: step.step, outcome: 'skipped', why: step.skip ?? '' }]
    const { why } = told
    // Of a leave without a deputy the clerks hear once, and not at each step.
    const leave = owner.person && leaves.get(owner.person.id)
    const isKnown =
      why === 'on-leave' &&
      owner.noted.some((one) => one.why === 'on-leave' && leave && leave.from <= one.on.toString())
    return [...passed, { ...of, step: step.step, outcome: isKnown ? 'skipped' : 'undeliverable', why }]
  })
}

function ofGroup(series: Series, { leaves }: Asking, moment: Moment): DueStep[] {
  const step = stepOfGroup(series, moment)
  if (!step) return []
  const of = {
    series,
    rowIds: series.rows.map(({ id }) => id),
    personId: undefined,
    insteadOfId: undefined,
    step: step.step,
  }
  if (step.step === 'agenda') return [{ ...of, outcome: 'sent', why: step.meetingId }]
  if (step.step === 'letter') return [{ ...of, outcome: 'sent', why: '' }]
  if (series.heads.length === 0) return [{ ...of, outcome: 'undeliverable', why: 'no-head' }]
  const told = series.heads.map((head) => ({ head, instead: toldInstead(head, leaves) }))
  // As long as one of them can be told, that is how it goes on.
  if (told.some(({ instead }) => 'person' in instead)) return []
  return told.flatMap(({ head, instead }): DueStep[] =>
    'why' in instead ? [{ ...of, personId: head.id, outcome: 'undeliverable', why: instead.why }] : [],
  )
}

/** Of two processes that come at once, the second finds it noted: the rows are held meanwhile. */
async function note(
  tx: Tx,
  committeeId: string,
  due: readonly DueStep[],
  { today }: Moment,
): Promise<number> {
  const { councilId } = tx
  const held = await lockedRows(tx, [...new Set(due.flatMap(({ rowIds }) => rowIds))])
  // Answered, closed or paused while it was looked at: the next tick looks again.
  if (held.some(({ state, isAnswered }) => state !== 'open' || isAnswered)) return 0
  const seen = new Set(due.flatMap(({ series }) => series.noted.map(({ id }) => id)))
  const standing = await tx.db.escalation.findMany({
    where: {
      councilId,
      OR: [...new Set(due.map(({ series }) => series))].map(({ groupKey, dueOn }) => ({
        groupKey,
        dueOn: columnOfDate(dueOn.toString()),
      })),
    },
    select: { id: true },
  })
  // Somebody was faster, or a reminder went meanwhile: the next tick looks again.
  if (standing.some(({ id }) => !seen.has(id))) return 0
  await noteEscalations(tx, due, today)
  tx.audit(
    'tracker.escalated',
    {
      day: today.toString(),
      steps: due.map(({ step, outcome, why }) =>
        why === '' ? `${step} ${outcome}` : `${step} ${outcome} ${why}`,
      ),
      rows: [...new Set(due.flatMap(({ rowIds }) => rowIds))],
    },
    committeeId,
  )
  if (due.some(concernsClerks)) await tellClerks(tx, committeeId, today)
  return due.length
}

function concernsClerks({ step, outcome }: ToNote): boolean {
  return outcome === 'undeliverable' || step === 'agenda' || step === 'letter'
}

async function tellClerks(tx: Tx, committeeId: string, today: Moment['today']): Promise<void> {
  const committee = await tx.db.committee.findFirst({ where: { councilId: tx.councilId, id: committeeId } })
  const of = { committeeId, clerksChannelId: committee?.clerksChannelId ?? undefined }
  for (const recipient of await clerksAddress(tx, of))
    await tx.show(owedMessage({ committeeId, day: today.toString(), recipient }))
}
