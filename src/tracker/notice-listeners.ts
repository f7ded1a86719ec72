import type { App } from '@slack/bolt'
import { councilCalendar } from '../committees/council-calendar.ts'
import type { House } from '../database/house.ts'
import { listOf, textOf } from '../slack/fields.ts'
import { ids } from '../slack/ids.ts'
import { asSubmit, type Reception, type SubmitAnswer } from '../slack/listen.ts'
import { openings } from '../slack/opening.ts'
import { clockWords as words } from './clock-form-words.en.ts'
import { workingOfClock } from './clock-words.en.ts'
import { clerksCommittee } from './committee-ground.ts'
import { noticeText } from './notice-text.en.ts'
import { noticeModal, noticeReceipt } from './notice-view.ts'
import { todayOf } from './row-ground.ts'
import { rowRefusalSaid, saidInstead } from './row-refusals.ts'
import { rowWords as say } from './row-words.en.ts'
import { trackedRows } from './rows.ts'
import { type NoticeRefusal, sendNotice } from './send-notice.ts'
import { LIVE_STATES } from './state-rules.ts'
import type { TrackedRow } from './types.ts'

const { field } = ids.trackerDesk

/** *Send a notice…*: what starts the two months of the executive or the council. */
export function registerNotices(app: App, reception: Reception): void {
  openings(app, reception)(ids.trackerDesk.notice, async ({ visitor, value }) => {
    const found = await clerksCommittee(visitor, value)
    if ('why' in found) return found
    const { house } = visitor
    const rows = await awaitingNotice(house, found.committee.id)
    return { view: noticeModal({ committeeId: found.committee.id, rows, today: todayOf(house) }, words, say) }
  })

  app.view(
    ids.trackerDesk.noticeForm,
    asSubmit(reception, async ({ visitor, fields, metadata }): Promise<SubmitAnswer> => {
      const { house, personId: by } = visitor
      const found = await clerksCommittee(visitor, metadata)
      if ('why' in found) return saidInstead(found.why, say)
      const { committee } = found
      const toBody = textOf(fields, field.body)
      const sentOn = textOf(fields, field.sentOn)
      const isPublished = listOf(fields, field.published).includes('published')
      const outcome = await sendNotice(house, {
        by,
        committeeId: committee.id,
        rowIds: listOf(fields, field.rows),
        toBody,
        receivedOn: textOf(fields, field.receivedOn) || undefined,
        sentOn,
        isPublished,
      })
      if (!outcome.ok) return refusalAnswer(outcome.refusal)
      const { clock, rows } = outcome.value
      const { holidays } = await councilCalendar(house)
      const respondBy = clock.end.lastDay.toString()
      return {
        show: noticeReceipt(
          {
            said: words.notice.running(toBody, workingOfClock(clock, holidays)),
            text: noticeText({ committee: committee.name, toBody, sentOn, respondBy, isPublished, rows }),
          },
          words,
          say,
        ),
      }
    }),
  )
}

/** Recommendations that nobody has given notice of and nobody has answered, the newest first. */
async function awaitingNotice(house: House, committeeId: string): Promise<TrackedRow[]> {
  return trackedRows(
    house,
    {
      committeeId,
      kind: 'recommendation',
      state: { in: [...LIVE_STATES] },
      clocks: { none: { kind: 'executive', struckAt: null } },
      responses: { none: {} },
    },
    { orderBy: [{ createdAt: 'desc' }, { id: 'asc' }] },
  )
}

function refusalAnswer(refusal: NoticeRefusal): SubmitAnswer {
  const { notice } = words
  switch (refusal.code) {
    case 'rows-missing':
      return { errors: { [field.rows]: notice.rowsMissing } }
    case 'body-missing':
      return { errors: { [field.body]: notice.bodyMissing } }
    case 'not-recommendations':
      return { errors: { [field.rows]: notice.refused(refusal.references, notice.notRecommendations) } }
    case 'runs-already':
      return { errors: { [field.rows]: notice.refused(refusal.references, notice.runs) } }
    case 'not-yet':
      return { errors: { [dayField(refusal)]: notice.notYet } }
    case 'before-it-was-made':
      return { errors: { [dayField(refusal)]: notice.beforeMade } }
    case 'not-a-clerk':
    case 'not-in-nation':
    case 'nothing-started':
      return saidInstead(rowRefusalSaid({ code: refusal.code }, say), say)
  }
}

function dayField({ day }: { readonly day?: 'sent' | 'received' }): string {
  return day === 'received' ? field.receivedOn : field.sentOn
}
