import { Temporal } from 'temporal-polyfill'
import { columnOfDate, toDate } from '../calendar/civil.ts'
import { councilCalendar } from '../committees/council-calendar.ts'
import { isClerk } from '../committees/people.ts'
import type { House } from '../database/house.ts'
import type { Tx } from '../database/transact.ts'
import { planned } from '../meetings/meeting.ts'
import { clerksList, memberMessage, messageKinds, packCard, packFile } from '../meetings/messages.ts'
import { reportLeads } from '../meetings/report-leads.ts'
import { type ScheduleRefusal, scheduleMeeting } from '../meetings/schedule-meeting.ts'
import { hasOwnMessage, whoIsTold } from '../meetings/who-is-told.ts'
import { done, type Outcome, refused } from '../outcome.ts'
import { storedItem } from './exclusion-rules.ts'
import { type Notice, noticeOf } from './notice-rules.ts'
import { closedMarks, countOf, storedMarks } from './pack-reading.ts'
import {
  AGENDA_PACK,
  type AlreadyPublished,
  markPublished,
  openingOf,
  packOf,
  publicationOf,
} from './publishing.ts'
import { type GuardRefusal, whyNotOpenly } from './restricted-guard.ts'
import { type FieldRefusal, whyNotPublish } from './rules.ts'
import { mayBeShared } from './share-rules.ts'
import type { PackFields } from './types.ts'

export interface PublishPack {
  readonly by: string
  /** The pack that was read; absent when the clerk typed everything. */
  readonly packId: string | undefined
  /** The version that the clerk looked at. */
  readonly version: number
  readonly fields: PackFields
}

/**
 * - `not-a-clerk`: only a clerk of that committee publishes; ask one of them
 * - `already-published`: somebody did, at that time; nothing was posted twice
 * - `changed-meanwhile`: open the pack again and look at it as it is now
 * - `file-not-public`: the file itself cannot go into the channel; leave that out
 * - the refusals of `rules.ts`, `restricted-guard.ts` and of `schedule-meeting.ts`: corrected at the field
 */
export type PublishRefusal =
  | FieldRefusal
  | GuardRefusal
  | ScheduleRefusal
  | { readonly code: 'not-a-clerk'; readonly committee: string }
  | AlreadyPublished
  | { readonly code: 'changed-meanwhile' | 'file-not-public' }

export interface Published {
  readonly meetingId: string
  readonly committeeName: string
  readonly channelId: string | undefined
  readonly told: number
  readonly withoutSlack: number
  /** How the papers' opening stands to the law; publishing never waits for it. */
  readonly notice: Notice
  /** The PDF goes under the card. */
  readonly fileShared: boolean
}

/**
 * Publish an agenda pack: the meeting and its items, the publication, one card and one message to each
 * member, in one transaction. Two clerks at once make one publication; the second is told.
 */
export async function publishPack(
  house: House,
  act: PublishPack,
): Promise<Outcome<Published, PublishRefusal>> {
  return house.transact(act.by, async (tx) => {
    const { fields } = act
    const committee = await lockCommittee(tx, fields.committeeId)
    if (!committee) return refused({ code: 'not-a-clerk', committee: '' })
    if (!(await isClerk(tx, committee.id, act.by)))
      return refused({ code: 'not-a-clerk', committee: committee.name })

    const pack = act.packId === undefined ? undefined : await packOf(tx, act.packId)
    if (act.packId !== undefined && (!pack || pack.state === 'discarded'))
      return refused({ code: 'changed-meanwhile' })
    const before = pack ? await publicationOf(tx, { packId: pack.id }) : undefined
    if (before) return refused(before)
    if (pack && pack.version !== act.version) return refused({ code: 'changed-meanwhile' })

    const marks = closedMarks(storedMarks(pack?.restrictedMarks ?? []))
    const file = pack && {
      ...pack,
      closedMarks: countOf(marks),
      closedItems: fields.items.filter(({ closed }) => closed).length,
    }
    const isShared = fields.sharesFile ?? false
    if (isShared && !(file && mayBeShared(file))) return refused({ code: 'file-not-public' })
    const schedule = {
      committeeId: committee.id,
      date: fields.date,
      startTime: fields.startTime,
      venue: fields.venue,
      timeZone: house.timeZone,
      plannedMinutes: committee.plannedMinutes,
      convenedOn: fields.convenedOn,
    }
    const opening = openingOf(fields, house.timeZone, tx.now)
    const mustConfirm = marks.length > 0 ? { marks: countOf(marks) } : undefined
    const refusal =
      whyNotPublish(fields, planned(schedule), opening.openedAt, tx.now, mustConfirm) ??
      (await whyNotOpenly(tx, fields))
    if (refusal) return refused(refusal)

    const scheduled = await scheduleMeeting(tx, schedule)
    if (!scheduled.ok) return scheduled
    const meeting = scheduled.value
    const another = await publicationOf(tx, { meetingId: meeting.id, number: AGENDA_PACK })
    if (another) return refused(another)

    const packId = await markPublished(tx, fields, pack?.id)
    const publication = await tx.db.publication.create({
      data: {
        councilId: tx.councilId,
        meetingId: meeting.id,
        packId,
        number: AGENDA_PACK,
        publishedById: act.by,
        publishedAt: toDate(tx.now),
        membersAt: toDate(opening.membersAt),
        openedAt: toDate(opening.openedAt),
        onlineAt: opening.onlineAt ? toDate(opening.onlineAt) : null,
      },
    })
    await storeItems(tx, { meetingId: meeting.id, packId, publicationId: publication.id }, fields)
    const notice = await noticeGiven(tx, fields)
    tx.audit(
      'pack.published',
      {
        pack: packId,
        meeting: meeting.id,
        items: fields.items.length,
        marks: countOf(marks),
        publicCopyConfirmed: fields.publicCopyConfirmed,
        fileShared: isShared,
        opened: `${fields.opened.date} ${fields.opened.time}`,
        notice: notice.state,
      },
      committee.id,
    )
    const audience = await tellEveryone(tx, committee, { meetingId: meeting.id, date: fields.date })
    if (isShared && committee.channelId !== null)
      await tx.show(
        packFile({ meetingId: meeting.id, committeeId: committee.id, channelId: committee.channelId }),
      )
    for (const kind of [messageKinds.countdown, messageKinds.reportList])
      await tx.refresh({ kind, subject: meeting.id })
    if (pack) await tx.refresh({ kind: messageKinds.packReading, subject: pack.id })
    return done({
      meetingId: meeting.id,
      committeeName: committee.name,
      channelId: committee.channelId ?? undefined,
      ...audience,
      notice,
      fileShared: isShared && committee.channelId !== null,
    })
  })
}

/** Everything about a committee's meetings is published one at a time. */
async function lockCommittee(tx: Tx, committeeId: string) {
  await tx.db.$queryRaw`SELECT "id" FROM "Committee"
    WHERE "councilId" = ${tx.councilId}::uuid AND "id" = ${committeeId}::uuid FOR UPDATE`
  return tx.db.committee.findFirst({ where: { councilId: tx.councilId, id: committeeId } })
}

async function noticeGiven(tx: Tx, { opened, date, convenedOn }: PackFields): Promise<Notice> {
  const { notice: rule, holidays, closures } = await councilCalendar(tx)
  return noticeOf(Temporal.PlainDate.from(opened.date), {
    meeting: Temporal.PlainDate.from(date),
    convenedOn: convenedOn === undefined ? undefined : Temporal.PlainDate.from(convenedOn),
    rule,
    holidays,
    closures,
  })
}

async function storeItems(
  tx: Tx,
  of: { readonly meetingId: string; readonly packId: string; readonly publicationId: string },
  fields: PackFields,
): Promise<void> {
  const openedOn = columnOfDate(fields.opened.date)
  const leadOf = await reportLeads(tx, of.meetingId)
  const items = await tx.db.agendaItem.createManyAndReturn({
    data: fields.items.map((item, index) => ({
      councilId: tx.councilId,
      meetingId: of.meetingId,
      position: index + 1,
      number: item.number,
      ...storedItem(item),
      lead: item.closed ? '' : (item.lead ?? leadOf(item.title)),
      pageFrom: item.pageFrom ?? null,
      pageTo: item.pageTo ?? null,
      toFollow: item.toFollow ?? false,
      openedOn,
    })),
    select: { id: true, position: true, pageFrom: true, pageTo: true },
  })
  const addressOf = (item: { position: number }) => fields.items[item.position - 1]?.address ?? ''
  await tx.db.packItem.createMany({
    data: items.map((item) => ({ councilId: tx.councilId, packId: of.packId, itemId: item.id })),
  })
  await tx.db.itemReport.createMany({
    data: items
      .filter((item) => item.pageFrom !== null || addressOf(item) !== '')
      .map((item) => ({
        councilId: tx.councilId,
        itemId: item.id,
        publicationId: of.publicationId,
        effect: 'original' as const,
        pageFrom: item.pageFrom,
        pageTo: item.pageTo,
        openedOn,
        address: addressOf(item),
      })),
  })
}

/** One card, one list for the clerks, one message to each member; people without Slack are counted. */
async function tellEveryone(
  tx: Tx,
  committee: { id: string; channelId: string | null; clerksChannelId: string | null },
  meeting: { meetingId: string; date: string },
): Promise<{ told: number; withoutSlack: number }> {
  const about = { meetingId: meeting.meetingId, committeeId: committee.id }
  if (committee.channelId) await tx.show(packCard({ ...about, channelId: committee.channelId }))
  if (committee.clerksChannelId) await tx.show(clerksList({ ...about, channelId: committee.clerksChannelId }))
  const told = await whoIsTold(tx, { id: meeting.meetingId, committeeId: committee.id }, meeting.date)
  const members = told.filter(hasOwnMessage)
  const withSlack = members.filter(({ person }) => person.slackUserId !== undefined)
  for (const { person } of withSlack) await tx.show(memberMessage({ ...about, personId: person.id }))
  return { told: withSlack.length, withoutSlack: members.length - withSlack.length }
}
