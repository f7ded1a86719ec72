import { expect, test } from 'vitest'
import { renderers } from '../../src/cards/renderers.ts'
import { verifyAudit } from '../../src/database/verify-audit.ts'
import { outgoingOf } from '../../src/delivery/outgoing-message.ts'
import { readPaper } from '../../src/documents/read-paper.ts'
import { meetingAtHand } from '../../src/meetings/meeting.ts'
import { chooseStyle } from '../../src/minutes/choose-style.ts'
import { htmlOf } from '../../src/minutes/html.ts'
import { keepPaper } from '../../src/minutes/keep-paper.ts'
import { meetingsToMinute, minutesDesk } from '../../src/minutes/minutes-desk.ts'
import { draftFiles, openDraft } from '../../src/minutes/minutes-files.ts'
import { closedMinutes, openMinutes } from '../../src/minutes/minutes-paper.ts'
import { minutesView } from '../../src/minutes/minutes-views.ts'
import { attendanceCsvOf, meetingJson, publicVotes, votesCsv } from '../../src/minutes/public-records.ts'
import { minutesStyles } from '../../src/minutes/styles.ts'
import { editItem } from '../../src/sitting/edit-item.ts'
import { enterRoll } from '../../src/sitting/enter-roll.ts'
import { recordVote } from '../../src/votes/record-vote.ts'
import { describeWithDatabase } from '../support/databases.ts'
import { readable } from '../support/shown.ts'
import { expectShowable } from '../support/worst-case.ts'
import { meetingOver, minute, succeeded } from './minutes-stage.ts'

const SECRET = 'Contract with Staithe Street'

describeWithDatabase('the minutes of a meeting', (database) => {
  const over = (during?: Parameters<typeof meetingOver>[1]) => meetingOver(database(), during)

  test('are drafted by a clerk once the meeting is closed, and numbered on from the meeting before', async () => {
    const it = await over()
    expect(await it.draft(undefined, it.second.clerk)).toMatchObject({ refusal: { code: 'not-a-clerk' } })
    expect(await it.draft(0)).toMatchObject({ refusal: { code: 'no-number' } })
    expect(succeeded(await it.draft(19))).toEqual({ first: 19, last: 21, drafts: [] })
    expect(succeeded(await it.draft())).toEqual({ first: 19, last: 21, drafts: [] })
    expect((await it.model()).minutes.map(({ number }) => number)).toEqual([19, 20, 21])
    const trail = (await it.audit()).filter(({ canonical }) => canonical.includes('minutes.drafted'))
    expect(trail).toHaveLength(1)
    const later = await it.laterMeeting()
    expect(await it.draft(undefined, it.clerk, later)).toMatchObject({ refusal: { code: 'not-closed' } })
    await it.prisma.itemRecord.create({
      data: { councilId: it.id, meetingId: later, position: 90, title: 'Late business' },
    })
    await it.prisma.sitting.updateMany({
      where: { meetingId: later },
      data: { state: 'closed', closedAt: new Date('2017-10-18T11:00:00Z') },
    })
    expect(succeeded(await it.draft(undefined, it.clerk, later)).first).toBe(22)
    expect(succeeded(await it.draft(21, it.clerk, later)).drafts).toMatchObject([{ first: 19, last: 21 }])
  })

  test('never take the numbers of minutes that are signed, nor change their own once agreed', async () => {
    const it = await over()
    succeeded(await it.draft(5))
    const later = await it.laterMeeting()
    succeeded(await it.agree(later))
    expect(await it.draft(9)).toMatchObject({ refusal: { code: 'numbers-fixed' } })
    expect(succeeded(await it.draft()).first).toBe(5)
    const [, vice] = it.members
    succeeded(await it.sign(vice ?? it.chair, '2017-10-18'))
    await it.prisma.itemRecord.create({
      data: { councilId: it.id, meetingId: later, position: 90, title: 'Late business' },
    })
    await it.prisma.sitting.updateMany({ where: { meetingId: later }, data: { state: 'closed' } })
    expect(await it.draft(7, it.clerk, later)).toMatchObject({
      refusal: { code: 'number-taken', clash: { first: 5, last: 7 } },
    })
  })

  test('go to the Chair for comment and to each member for checking, who is on Slack, once', async () => {
    const it = await over()
    const outside = { presenters: ['Dr Isaac Fordingbridge (Underfell Hospitals NHS Trust)'] }
    await it.prisma.itemRecord.updateMany({ where: { councilId: it.id, position: 2 }, data: outside })
    expect(await it.circulate()).toMatchObject({ refusal: { code: 'not-drafted' } })
    succeeded(await it.draft())
    const first = succeeded(await it.circulate())
    expect(first.commenters.map(({ id }) => id)).toEqual([it.chair.id])
    expect(first.withoutSlack.map(({ id }) => id)).toEqual([it.coOptee.id])
    expect(first.outside).toEqual(['Isaac Fordingbridge'])
    succeeded(await it.circulate())
    const sent = (await it.messages()).filter(({ kind }) => kind.startsWith('minutes-'))
    expect(sent.filter(({ kind }) => kind === 'minutes-draft')).toHaveLength(1)
    expect(sent.filter(({ kind }) => kind === 'minutes-check')).toHaveLength(10)
    expect(sent.filter(({ kind }) => kind === 'minutes-comments')).toHaveLength(1)
    for (const row of sent) {
      const rendering = await renderers.get(row.kind)?.(it.house, outgoingOf(row))
      if (!rendering || 'drop' in rendering) throw new Error(`dropped: ${rendering?.drop}`)
      const { text, blocks } = rendering.post
      expectShowable({ text, blocks: [...blocks] })
    }
    const checkOf = async (id: string) => {
      const row = sent.find(({ kind, recipient }) => kind === 'minutes-check' && recipient === `person:${id}`)
      const rendering = row && (await renderers.get(row.kind)?.(it.house, outgoingOf(row)))
      return rendering && 'post' in rendering ? readable({ blocks: rendering.post.blocks }) : ''
    }
    expect(await checkOf(it.chair.id)).toContain('You were present.')
    expect(await checkOf(it.members[8]?.id ?? '')).toContain('You were absent.')
  })

  test('are commented on by those who were asked, each comment once, until a clerk settles it', async () => {
    const it = await over()
    succeeded(await it.draft())
    expect(await it.comment(it.chair, 'Too early')).toMatchObject({ refusal: { code: 'not-circulated' } })
    succeeded(await it.circulate())
    for (const _ of [1, 2]) succeeded(await it.comment(it.chair, 'Minute 2 says too little'))
    expect(await it.comment(it.member, 'Me too')).toMatchObject({ refusal: { code: 'not-asked' } })
    expect(await it.comment(it.outsider, 'x', 'attendance')).toMatchObject({ refusal: { code: 'not-asked' } })
    expect(await it.comment(it.chair, '  ')).toMatchObject({ refusal: { code: 'nothing-said' } })
    succeeded(await it.comment(it.member, 'I left at 10.30', 'attendance'))
    const comments = await it.prisma.minutesComment.findMany({ where: { councilId: it.id } })
    expect(comments.map(({ about, text }) => `${about}: ${text}`).toSorted()).toEqual([
      'attendance: I left at 10.30',
      'text: Minute 2 says too little',
    ])
    expect(JSON.stringify(await it.audit())).not.toContain('too little')
    const id = comments[0]?.id ?? ''
    expect(await it.settle(id, it.second.clerk)).toMatchObject({ refusal: { code: 'not-a-clerk' } })
    for (const by of [it.clerk, it.otherClerk]) succeeded(await it.settle(id, by))
    const meeting = await meetingAtHand(it.house, it.meetingId)
    if (!meeting) throw new Error('gone')
    expect((await minutesDesk(it.house, meeting)).comments).toHaveLength(1)
  })

  test('are agreed by a later meeting, signed by whoever presided there, and then stand', async () => {
    const it = await over()
    succeeded(await it.draft())
    const early = await it.meeting('2018-02-14')
    expect(await it.agree(early)).toMatchObject({ refusal: { code: 'no-such-meeting' } })
    expect(await it.sign(it.chair, '2017-09-20')).toMatchObject({ refusal: { code: 'not-agreed' } })
    const later = await it.laterMeeting()
    expect(await it.amend(later, 'Anything')).toMatchObject({ refusal: { code: 'not-agreed' } })
    const amendment = 'The name of Councillor Stoneleigh is removed from those present.'
    for (const _ of [1, 2]) succeeded(await it.agree(later, [amendment, ' ']))
    expect(await it.agree(later, ['Again'])).toMatchObject({ refusal: { code: 'agreed-already' } })
    const [, vice] = it.members
    const signer = vice ?? it.chair
    expect(await it.sign(it.chair, '2017-10-18')).toMatchObject({ refusal: { code: 'not-presiding' } })
    for (const day of ['2017-10-17', '2017-10-19'])
      expect(await it.sign(signer, day)).toMatchObject({ refusal: { code: 'no-such-day' } })
    for (const _ of [1, 2]) succeeded(await it.sign(signer, '2017-10-18'))
    const trail = (await it.audit()).filter(({ canonical }) => /minutes\.(agreed|signed)/.test(canonical))
    expect(trail).toHaveLength(2)
    it.clock.advance({ hours: 24 })
    expect(await it.sign(signer, '2017-10-19')).toMatchObject({ refusal: { code: 'signed-already' } })
    const { meetingId, clerk } = it
    const signed = { refusal: { code: 'signed' } }
    const wish = { personId: it.member.id, kind: 'left' as const, mode: 'inRoom' as const, forId: undefined }
    const act = { by: clerk.id, meetingId, at: minute(50) }
    expect(await enterRoll(it.house, { ...act, people: [wish] })).toMatchObject(signed)
    const [item] = (await it.sitting()).business
    const recordId = item?.recordId ?? ''
    const vote = { ...act, recordId, moved: { kind: 'motion' as const, text: 'That it be so' } }
    expect(await recordVote(it.house, { ...vote, method: 'voices', isCarried: true })).toMatchObject(signed)
    const third = await it.laterMeeting('2017-11-15')
    succeeded(await it.amend(third, 'For “Ward” read “Warde”.'))
    const model = await it.model()
    expect(model.isDraft).toBe(false)
    expect(model.amendments).toEqual([
      amendment,
      'For “Ward” read “Warde”. (Agreed on Wednesday 15 November 2017.)',
    ])
    const meeting = await meetingAtHand(it.house, meetingId)
    const files = meeting ? await draftFiles(it.house, meeting) : []
    expect(files.map(({ title }) => title.split(':')[0])).toEqual(['Minutes', 'Minutes'])
    const printed = JSON.stringify(openMinutes(model, minutesStyles.plymouth))
    expect(printed).not.toContain('draft minutes')
    expect(printed).toContain('Amendments agreed')
    expect((await verifyAudit(it.prisma, it.id)).every(({ broken }) => broken === undefined)).toBe(true)
  })

  test('hold nothing of closed business but its summary, and data that goes out holds nothing at all', async () => {
    const it = await over(async ({ sitting, house, clerk, meetingId, member, anotherMember }) => {
      const item = (await sitting()).business[1]
      if (!item) throw new Error('no item')
      const act = { by: clerk.id, meetingId, at: minute(25), recordId: item.recordId }
      const text = { presenters: ['Jo Secret'], presented: SECRET, passage: SECRET, isClosed: true }
      succeeded(
        await editItem(house, {
          ...act,
          version: item.version,
          text: { ...text, title: SECRET, summary: 'The committee considered a contract.' },
        }),
      )
      succeeded(
        await recordVote(house, {
          ...act,
          moved: { kind: 'motion', text: SECRET, moverId: member.id, seconderId: anotherMember.id },
          method: 'hands',
          counts: { for: 4, against: 2, abstain: 0, none: 0 },
        }),
      )
    })
    succeeded(await it.draft())
    const model = await it.model()
    for (const style of [minutesStyles.plymouth, minutesStyles.resolved]) {
      const open = JSON.stringify(openMinutes(model, style))
      expect(open).not.toContain(SECRET)
      expect(open).not.toContain('Jo Secret')
      expect(open).toContain('The committee considered a contract.')
      expect(JSON.stringify(closedMinutes(model, style))).toContain(SECRET)
    }
    const out = [votesCsv(model), attendanceCsvOf(model), meetingJson(model)]
    for (const bytes of out) expect(new TextDecoder().decode(bytes)).not.toContain('Staithe')
    expect(publicVotes(model)).toEqual([])
    const meeting = await meetingAtHand(it.house, it.meetingId)
    const draft = meeting && (await openDraft(it.house, meeting))
    const read = await readPaper({ name: 'a.docx', bytes: draft?.bytes ?? new Uint8Array() })
    expect(JSON.stringify(read)).not.toContain(SECRET)
    expect(
      meeting && JSON.stringify(minutesView([meeting], await minutesDesk(it.house, meeting))),
    ).not.toContain(SECRET)
  })

  test('keep the council’s own text beside them, once, and say what it has otherwise', async () => {
    const it = await over(async ({ sitting, house, clerk, meetingId }) => {
      const recordId = (await sitting()).business[1]?.recordId ?? ''
      succeeded(
        await recordVote(house, {
          by: clerk.id,
          meetingId,
          at: minute(25),
          recordId,
          moved: { kind: 'motion', text: 'That the plan for fracture clinics be approved' },
          method: 'hands',
          counts: { for: 4, against: 2, abstain: 0, none: 0 },
        }),
      )
    })
    const meeting = await meetingAtHand(it.house, it.meetingId)
    if (!meeting) throw new Error('gone')
    const desk = { read: readPaper }
    const keep = (text: string, by = it.clerk) =>
      keepPaper(it.house, desk, {
        by: by.id,
        meetingId: it.meetingId,
        file: { name: 'final.html', bytes: new TextEncoder().encode(text) },
      })
    expect(await keep('<p>x</p>')).toMatchObject({ refusal: { code: 'not-drafted' } })
    succeeded(await it.draft(19))
    const own = new TextDecoder().decode(htmlOf(openMinutes(await it.model(), minutesStyles.plymouth)))
    const same = succeeded(await keep(own))
    expect(same).toMatchObject({ number: 1, differences: [], already: false })
    expect(succeeded(await keep(own))).toMatchObject({ number: 1, already: true })
    const changed = own
      .replace('Applegarth', 'Appleby')
      .replace('be approved', 'be refused')
      .replace(/\(For \d, Against 2/, '(For 5, Against 1')
    const other = succeeded(await keep(changed))
    expect(other.number).toBe(2)
    expect(other.differences.map(({ about }) => about).toSorted()).toEqual([
      'person',
      'person',
      'resolution',
      'vote',
    ])
    const stored = await it.prisma.signedPaper.findMany({
      where: { councilId: it.id },
      orderBy: { number: 'asc' },
    })
    expect(stored.map(({ sha256 }) => sha256)).toEqual([same.sha256, other.sha256])
    expect(new TextDecoder().decode(stored[1]?.bytes)).toBe(changed)
    expect(succeeded(await keep('<p>Agenda of nothing, 3 May 2017</p>')).differences).toEqual([
      { about: 'reading' },
    ])
    expect(await keep('')).toMatchObject({ refusal: { code: 'unreadable' } })
    for (const text of [own, ''])
      expect(await keep(text, it.second.clerk)).toMatchObject({ refusal: { code: 'not-a-clerk' } })
    const view = minutesView(
      await meetingsToMinute(it.house, it.clerk.id),
      await minutesDesk(it.house, meeting),
    )
    expectShowable(view)
    expect(readable(view)).toContain('4 differences')
  })

  test('are printed in the style that a clerk of the committee chose', async () => {
    const it = await over()
    const choose = (style: string, by = it.clerk) =>
      chooseStyle(it.house, { by: by.id, committeeId: it.committee.id, style })
    expect(await choose('gothic')).toMatchObject({ refusal: { code: 'no-such-style' } })
    expect(await choose('resolved', it.second.clerk)).toMatchObject({ refusal: { code: 'not-a-clerk' } })
    for (const _ of [1, 2]) succeeded(await choose('resolved'))
    const committee = await it.prisma.committee.findUniqueOrThrow({ where: { id: it.committee.id } })
    expect(committee.minutesStyle).toBe('resolved')
    const trail = (await it.audit()).filter(({ canonical }) => canonical.includes('minutes.style'))
    expect(trail).toHaveLength(1)
  })
})
