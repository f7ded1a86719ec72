import type { House } from '../database/house.ts'
import { type Asking, askedNow, type Series, type ToNote, toldInstead } from '../tracker/asked-rows.ts'
import { groupStepAtHand, isFinal, ownerStepAtHand, subjectOf } from '../tracker/escalation-rules.ts'
import type { DueReminder, Moment } from './types.ts'

/**
 * Owners of what is owed to a committee, and heads of service of what is long overdue. In the place of somebody on
 * leave their deputy is asked. Who cannot be told by Slack at all is escalate.ts's matter.
 */
export async function actionsDue(house: House, moment: Moment): Promise<DueReminder[]> {
  const asking = await askedAt(house, moment)
  return asking.series.flatMap((series) => [
    ...ownersDue(series, asking, moment),
    ...headsDue(series, asking, moment),
  ])
}

/** What is owed now to committees that ask for it by themselves. */
export function askedAt(house: House, moment: Moment): Promise<Asking> {
  const isActive = (committeeId: string) => moment.policyOf(committeeId, 'actions').active
  return askedNow(house, { ...moment, isActive })
}

/** What one owner of a series is told at a moment. */
export function stepOfOwner(series: Series, owner: Series['owners'][number], moment: Moment) {
  const { days } = moment.policyOf(series.committeeId, 'actions')
  const asked = { ...owner, dueOn: series.dueOn, leads: days, isFinal: isFinal(series, moment.today) }
  return ownerStepAtHand(asked, moment)
}

/** What is done beside it at a moment. */
export function stepOfGroup(series: Series, moment: Moment) {
  const { headAfter, finalDays } = series.settings
  return groupStepAtHand({ ...series, headAfter, finalDays }, moment)
}

function ownersDue(series: Series, { leaves }: Asking, moment: Moment): DueReminder[] {
  return series.owners.flatMap((owner): DueReminder[] => {
    const step = stepOfOwner(series, owner, moment)
    const told = toldInstead(owner.person, leaves, owner.name)
    if (!step || step.skip || 'why' in told) return []
    const note: Omit<ToNote, 'step' | 'outcome' | 'why'> = {
      series,
      rowIds: owner.rows.map(({ id }) => id),
      personId: told.person.id,
      insteadOfId: told.insteadOfId,
    }
    return [
      {
        ...reminderOf(series, told, step.slot),
        stale: step.passed.map(({ slot }) => slotOf(series, told, slot)),
        noted: [
          ...step.passed.map((one) => ({
            ...note,
            step: one.step,
            outcome: 'skipped' as const,
            why: 'passed',
          })),
          { ...note, step: step.step, outcome: 'sent' as const, why: '' },
        ],
      },
    ]
  })
}

function headsDue(series: Series, { leaves }: Asking, moment: Moment): DueReminder[] {
  if (stepOfGroup(series, moment)?.step !== 'headOfService') return []
  return series.heads.flatMap((head): DueReminder[] => {
    const told = toldInstead(head, leaves)
    if ('why' in told) return []
    return [
      {
        ...reminderOf(series, told, 'head'),
        noted: [
          {
            series,
            rowIds: series.rows.map(({ id }) => id),
            personId: told.person.id,
            insteadOfId: told.insteadOfId,
            step: 'headOfService',
            outcome: 'sent',
            why: '',
          },
        ],
      },
    ]
  })
}

interface Told {
  readonly person: { readonly id: string }
  readonly insteadOfId: string | undefined
}

function reminderOf(series: Series, told: Told, slot: string): DueReminder {
  return {
    kind: 'actions',
    subject: subjectOf(series.groupKey, series.dueOn.toString()),
    personId: told.person.id,
    committeeId: series.committeeId,
    slot: slotOf(series, told, slot),
    stale: [],
  }
}

/** A deputy who owes it too is asked for both. */
function slotOf({ dueOn }: Series, { insteadOfId }: Told, slot: string): string {
  return insteadOfId === undefined ? `${dueOn}/${slot}` : `${dueOn}/${slot}/for/${insteadOfId}`
}
