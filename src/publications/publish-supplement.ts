import type { Temporal } from 'temporal-polyfill'
import { civilDate, isAfter, toDate, toInstant } from '../calendar/civil.ts'
import { type CouncilPerson, displayName, isClerk, personById } from '../committees/people.ts'
import type { House } from '../database/house.ts'
import type { Tx } from '../database/transact.ts'
import { lockMeetingAndCommittee } from '../meetings/locks.ts'
import { type MeetingAtHand, meetingAtHand } from '../meetings/meeting.ts'
import { messageKinds } from '../meetings/messages.ts'
import { done, type Outcome, refused } from '../outcome.ts'
import { type Notice, noticeOf } from './notice-rules.ts'
import { closedMarks, countOf, storedMarks } from './pack-reading.ts'
import type { PageRange } from './paper-rules.ts'
import { meetingNotice, publishedAgenda } from './published-agenda.ts'
import { type AlreadyPublished, markPublished, openingOf, packOf, publicationOf } from './publishing.ts'
import { type GuardRefusal, whyNotOpenly } from './restricted-guard.ts'
import { storeSupplement } from './store-supplement.ts'
import { tellOfSupplement } from './supplement-audience.ts'
import { type LineRefusal, missingPages, settleLines } from './supplement-rules.ts'
import type { SupplementFields } from './types.ts'

export interface PublishSupplement {
  readonly by: string
  /** The pack that was read; absent when the clerk typed everything. */
  readonly packId: string | undefined
  /** The version of the pack that the clerk looked at. */
  readonly version: number
  readonly fields: SupplementFields
}

/**
 * - `not-a-clerk`: only a clerk of that committee publishes; ask one of them
 * - `not-published`: the agenda comes first; publish it, or wait
 * - `meeting-cancelled`, `meeting-postponed`: say first, with /meeting, that it takes place
 * - `meeting-over`: choose another meeting, or record the paper with the minutes
 * - `already-published`: this very pack, or this very file for this meeting
 * - `another-meanwhile`: somebody published another supplement; look at the agenda as it is now
 * - `number-taken`: another supplement that stands is known by this number
 * - `changed-meanwhile`: open the pack again and look at it as it is now
 * - the refusals of `supplement-rules.ts` and `restricted-guard.ts`: corrected at the field
 */
export type SupplementRefusal =
  | LineRefusal
  | GuardRefusal
  | AlreadyPublished
  | { readonly code: 'not-a-clerk'; readonly committeeId: string; readonly committee: string }
  | { readonly code: 'not-published' | 'meeting-cancelled' | 'meeting-postponed' | 'meeting-over' }
  | { readonly code: 'opened-after-end' }
  | { readonly code: 'no-lines' }
  | { readonly code: 'number-taken'; readonly number: number }
  | { readonly code: 'confirm-public-copy'; readonly marks: number }
  | { readonly code: 'changed-meanwhile' }
  | {
      readonly code: 'another-meanwhile'
      readonly byId: string
      readonly byName: string
      readonly at: Temporal.Instant
    }

export interface SupplementPublished {
  readonly meeting: MeetingAtHand
  readonly publicationId: string
  readonly number: number
  readonly told: number
  readonly withoutSlack: readonly CouncilPerson[]
  /** How its opening stands to the law; publishing never waits for it. */
  readonly notice: Notice
  /** Pages that no paper has had so far. */
  readonly missing: readonly PageRange[]
}

/**
 * Publish a supplement: what it brings, the publication, the thread's reply, one new line to each member and
 * every message that it makes untrue, in one transaction. Of two clerks at once the second is told, and sees
 * the agenda as the first has left it.
 */
export async function publishSupplement(
  house: House,
  act: PublishSupplement,
): Promise<Outcome<SupplementPublished, SupplementRefusal>> {
  return house.transact(act.by, async (tx) => {
    const { fields } = act
    await lockMeetingAndCommittee(tx, fields.meetingId)
    const meeting = await meetingAtHand(tx, fields.meetingId)
    if (!meeting) return refused({ code: 'changed-meanwhile' })
    const { committeeId, committeeName } = meeting
    if (!(await isClerk(tx, committeeId, act.by)))
      return refused({ code: 'not-a-clerk', committeeId, committee: committeeName })

    const pack = act.packId === undefined ? undefined : await packOf(tx, act.packId)
    const before = pack ? await publicationOf(tx, { packId: pack.id }) : undefined
    if (before) return refused(before)
    if (act.packId !== undefined && (!pack || pack.state === 'discarded' || pack.version !== act.version))
      return refused({ code: 'changed-meanwhile' })
    const twin = await sameFile(tx, meeting.id, pack?.fileSha256 ?? undefined)
    if (twin) return refused(twin)

    const marks = closedMarks(storedMarks(pack?.restrictedMarks ?? []))
    const opening = openingOf(fields, house.timeZone, tx.now)
    const refusal =
      whyNotNow(meeting, opening.openedAt, tx.now) ??
      (await whyNotNumber(tx, meeting.id, fields.number)) ??
      whyNotFields(fields, countOf(marks)) ??
      (await whyNotOpenly(tx, { items: fields.lines, publicAddress: fields.publicAddress }))
    if (refusal) return refused(refusal)

    const printed = await numberKnown(tx, fields)
    if (!printed.ok) return printed
    const agenda = await publishedAgenda(tx, meeting)
    const settled = settleLines(fields.lines, agenda.entries, fields.ownPages)
    if (!settled.ok) return refused(settled.refusal)

    const packId = await markPublished(tx, { ...fields, committeeId }, pack?.id)
    const publication = await tx.db.publication.create({
      data: {
        councilId: tx.councilId,
        meetingId: meeting.id,
        packId,
        number: fields.number,
        printedNo: printed.value ?? null,
        ownPages: fields.ownPages,
        publishedById: act.by,
        publishedAt: toDate(tx.now),
        membersAt: toDate(opening.membersAt),
        openedAt: toDate(opening.openedAt),
        onlineAt: opening.onlineAt ? toDate(opening.onlineAt) : null,
      },
    })
    const openedOn = civilDate(opening.openedAt, meeting.timeZone)
    await storeSupplement(tx, {
      meetingId: meeting.id,
      packId,
      publicationId: publication.id,
      openedOn: openedOn.toString(),
      lines: settled.lines,
      agenda: agenda.entries,
    })
    const notice = noticeOf(openedOn, await meetingNotice(tx, meeting))
    const missing = fields.ownPages ? [] : missingPages(agenda.entries, fields.lines)
    const effects = (effect: string) => settled.lines.filter((line) => line.effect === effect).length
    tx.audit(
      'supplement.published',
      {
        pack: packId,
        meeting: meeting.id,
        number: fields.number,
        ...(printed.value === undefined ? {} : { printed: printed.value }),
        new: effects('new'),
        further: effects('adds'),
        toFollow: effects('fulfils'),
        replaced: effects('replaces'),
        missing: missing.map(({ from, to }) => `${from}-${to}`),
        marks: countOf(marks),
        publicCopyConfirmed: fields.publicCopyConfirmed,
        opened: `${fields.opened.date} ${fields.opened.time}`,
        notice: notice.state,
      },
      committeeId,
    )
    const audience = await tellOfSupplement(tx, meeting, { number: fields.number, told: 'published' })
    if (pack) await tx.refresh({ kind: messageKinds.packReading, subject: pack.id })
    return done({
      meeting,
      publicationId: publication.id,
      number: fields.number,
      ...audience,
      notice,
      missing,
    })
  })
}

/** A paper may still be laid before a meeting that sits; afterwards it belongs to the minutes. */
function whyNotNow(
  meeting: MeetingAtHand,
  openedAt: Temporal.Instant,
  now: Temporal.Instant,
): SupplementRefusal | undefined {
  if (meeting.state === 'cancelled') return { code: 'meeting-cancelled' }
  if (meeting.state === 'postponed') return { code: 'meeting-postponed' }
  if (!isAfter(meeting.endsAt, now)) return { code: 'meeting-over' }
  return isAfter(openedAt, meeting.endsAt) ? { code: 'opened-after-end' } : undefined
}

function whyNotFields(fields: SupplementFields, marks: number): SupplementRefusal | undefined {
  if (fields.lines.length === 0) return { code: 'no-lines' }
  return marks > 0 && !fields.publicCopyConfirmed ? { code: 'confirm-public-copy', marks } : undefined
}

/** The next number is the one that the clerk looked at; the unique key says the same to whoever comes past this. */
async function whyNotNumber(
  tx: Tx,
  meetingId: string,
  number: number,
): Promise<SupplementRefusal | undefined> {
  const last = await tx.db.publication.findFirst({
    where: { councilId: tx.councilId, meetingId },
    orderBy: { number: 'desc' },
  })
  if (!last) return { code: 'not-published' }
  if (number > last.number) return number === last.number + 1 ? undefined : { code: 'changed-meanwhile' }
  const clerk = await personById(tx, last.publishedById)
  return {
    code: 'another-meanwhile',
    byId: last.publishedById,
    byName: clerk ? displayName(clerk) : '',
    at: toInstant(last.publishedAt),
  }
}

/**
 * Two that stand are never known by one number. Where the paper prints none, it is ours, or the next that is
 * free; ours alone is not stored.
 */
async function numberKnown(
  tx: Tx,
  { meetingId, number, printedNo }: SupplementFields,
): Promise<Outcome<number | undefined, SupplementRefusal>> {
  const others = await tx.db.publication.findMany({
    where: { councilId: tx.councilId, meetingId, number: { gt: 0 }, withdrawnAt: null },
    select: { number: true, printedNo: true },
  })
  const known = others.map((one) => one.printedNo ?? one.number)
  if (!known.includes(printedNo ?? number)) return done(printedNo)
  return printedNo === undefined
    ? done(Math.max(...known) + 1)
    : refused({ code: 'number-taken', number: printedNo })
}

/** The same file was published for this meeting, under whatever name. */
async function sameFile(
  tx: Tx,
  meetingId: string,
  sha256: string | undefined,
): Promise<AlreadyPublished | undefined> {
  if (sha256 === undefined) return undefined
  const publication = await tx.db.publication.findFirst({
    where: {
      councilId: tx.councilId,
      meetingId,
      withdrawnAt: null,
      pack: { councilId: tx.councilId, fileSha256: sha256 },
    },
  })
  return publication ? publicationOf(tx, { meetingId, number: publication.number }) : undefined
}
