import type { Temporal } from 'temporal-polyfill'
import { toDate } from '../calendar/civil.ts'
import type { House } from '../database/house.ts'
import { SCRUTINEER } from '../database/transact.ts'
import { newReference } from '../slack/trouble.ts'
import type { ClaimedWatch } from './claim-looks.ts'
import { clerksToAsk, troubleMessage } from './messages.ts'
import { isToTell } from './rules.ts'
import type { LookProblem } from './types.ts'

/** As it is stored: "refuses-programs 403". */
export function problemText({ code, figure }: LookProblem): string {
  return figure === undefined ? code : `${code} ${figure}`
}

export function problemOf(text: string): LookProblem {
  const [code = '', figure] = text.split(' ')
  return figure === undefined ? { code } : { code, figure: Number(figure) }
}

/**
 * A site could not be looked at. The log hears of it each time, the clerks once until it works again: a
 * shield at once, what passes by itself only when it has not passed.
 */
export async function noteFailure(
  house: House,
  watch: ClaimedWatch,
  problem: LookProblem,
  nextLookAt: (failures: number) => Temporal.Instant,
  error?: unknown,
): Promise<void> {
  const fresh = newReference()
  const noted = await house.transact(SCRUTINEER, async (tx) => {
    const where = { councilId: tx.councilId, id: watch.id }
    const row = await tx.db.watchedCommittee.findFirst({ where })
    if (!row) return undefined
    const failures = row.failures + 1
    const isTold = row.reference === null && row.stoppedAt === null && isToTell(problem.code, failures)
    const reference = row.reference ?? (isTold ? fresh : null)
    await tx.db.watchedCommittee.update({
      where,
      data: {
        failures,
        problem: problemText(problem),
        reference,
        claimedAt: null,
        nextLookAt: toDate(nextLookAt(failures)),
      },
    })
    if (!isTold) return { failures, reference }
    tx.audit(
      'site.not-looked-at',
      { watched: watch.id, problem: problemText(problem), reference: fresh },
      watch.committeeId,
    )
    for (const recipient of await clerksToAsk(tx, watch.committeeId))
      await tx.show(
        troubleMessage({ recipient, committeeId: watch.committeeId, watchedId: watch.id, reference: fresh }),
      )
    return { failures, reference }
  })
  house.log.warn(
    {
      watched: watch.id,
      site: watch.site,
      problem: problemText(problem),
      failures: noted?.failures,
      ...(noted?.reference ? { reference: noted.reference } : {}),
      ...(error === undefined ? {} : { err: error }),
    },
    'a council’s site could not be looked at',
  )
}
