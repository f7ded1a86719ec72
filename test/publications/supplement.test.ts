import { describe, expect, test } from 'vitest'
import { tenderApologies } from '../../src/apologies/tender-apologies.ts'
import { verifyAudit } from '../../src/database/verify-audit.ts'
import { withdrawSupplement } from '../../src/publications/withdraw-supplement.ts'
import { inventTwoCouncils } from '../support/council.ts'
import { describeWithDatabase } from '../support/databases.ts'
import { agendaRead, draftOf } from './draft.ts'
import { publishedCouncil } from './supplements.ts'

const THREE = [
  '8. Sufficiency strategy (pages 34-45) [to follow]',
  '9. Memorandum of understanding (pages 46-73) [to follow]',
  '10. Improvement plan (pages 74-120) [to follow]',
].join('\n')

describeWithDatabase('publishing a supplement', (database) => {
  const published = () => publishedCouncil(database())

  test('fulfils what was to follow, puts new items at their place and replaces papers', async () => {
    const { publish, lines } = await published()
    const outcome = await publish(
      '8. Sufficiency strategy (pages 34-45) [to follow]\n3. Transport plan (pages 23-24) [replaces]\n8a. Annex (pages 46-50) [new]\n12. Repairs [new]\n2. Minutes (pages 51-52)',
    )
    expect(outcome).toMatchObject({ ok: true, value: { number: 1, missing: [] } })
    expect(await lines()).toEqual([
      '1 Apologies',
      '2 Minutes 0:1-6 1:51-52 report-late',
      '3 Transport plan 0:7-33!23-24 1:23-24 report-late',
      '8 Sufficiency strategy 1:34-45 report-late',
      '8a Annex 1:46-50 item-late',
      '9 Memorandum of understanding to follow',
      '10 Improvement plan',
      // Closed: its title is not kept.
      '11 ',
      '12 Repairs 1:- item-late',
    ])
  })

  test('counts the clear days of what it brings from when it was opened, and of nothing else', async () => {
    const { publish, lines } = await published()
    // F1: a Tuesday for the Wednesday of the week after leaves exactly five days.
    const inTime = await publish(`${THREE}\n12. Repairs [new]`, {
      opened: { date: '2017-09-12', time: '17:00' },
    })
    expect(inTime).toMatchObject({ ok: true, value: { notice: { state: 'in-time' } } })
    expect((await lines()).join('\n')).not.toContain('late')
    const late = await publish('13. Bridges [new]', {
      number: 2,
      opened: { date: '2017-09-13', time: '09:00' },
    })
    expect(late).toMatchObject({ ok: true, value: { notice: { state: 'late', count: { shortBy: 1 } } } })
    expect((await lines()).filter((line) => line.includes('late'))).toEqual(['13 Bridges 2:- item-late'])
  })

  test('wants the card and each member’s message brought up to date, a reply, and one new line to each, first', async () => {
    const { publish, wanted, council, meetingId } = await published()
    const before = await wanted()
    expect(await publish(THREE)).toMatchObject({ ok: true, value: { told: 10 } })
    const after = await wanted()
    const { committee, members, coOptee } = council
    const fresh = after.filter((one) => !before.some(({ id }) => id === one.id))
    expect(fresh.map(({ kind, recipient, slot }) => `${kind} ${recipient} ${slot}`).sort()).toEqual(
      [
        `supplement channel:${committee.channelId} 1`,
        ...members.filter((it) => it !== coOptee).map((it) => `supplement-line person:${it.id} 1`),
      ].sort(),
    )
    expect(
      fresh.every(({ subject, committeeId }) => subject === meetingId && committeeId === committee.id),
    ).toBe(true)
    for (const one of before) expect(after.find(({ id }) => id === one.id)?.wanted).toBe(2)
    const card = after.find(({ kind }) => kind === 'pack-card')
    const lines = fresh.filter(({ kind }) => kind === 'supplement-line')
    expect(lines.every(({ dueAt }) => card && dueAt < card.dueAt)).toBe(true)
  })

  test('tells a named substitute who has answered, and lists who is not on Slack', async () => {
    const { publish, wanted, council, house, meetingId } = await published()
    const [substitute, silent] = council.substitutes
    await tenderApologies(house, {
      meetingId,
      memberId: substitute.id,
      by: substitute.id,
      way: 'command',
      kind: 'late',
      reason: '',
      relayedNote: '',
    })
    expect(await publish(THREE)).toMatchObject({
      ok: true,
      value: { told: 11, withoutSlack: [{ id: council.coOptee.id }] },
    })
    const told = (await wanted())
      .filter(({ kind }) => kind === 'supplement-line')
      .map(({ recipient }) => recipient)
    expect(told).toContain(`person:${substitute.id}`)
    expect(told).not.toContain(`person:${silent.id}`)
  })

  test('replies in the thread of the card where it stands, and in the channel where it does not yet', async () => {
    const { publish, rendered, sent } = await published()
    await publish(THREE)
    expect((await rendered('supplement', '1')).threadTs).toBeUndefined()
    await sent('pack-card')
    const reply = await rendered('supplement', '1')
    expect(reply.threadTs).toBe('1500000000.000100')
    expect(reply.said).toMatchInlineSnapshot(`
      ":heavy_plus_sign: *Supplement 1*
      What changed:
      • 8. Sufficiency strategy – the report that was to follow, pages 34–45 · _report opened late_
      • 9. Memorandum of understanding – the report that was to follow, pages 46–73 · _report opened late_
      • 10. Improvement plan – the report that was to follow, pages 74–120 · _report opened late_
      :scales: 3 reports were opened later than the law asks. Their items were on the agenda in time; that the reports were late is recorded.
      Open to inspection since 09:00 on Thursday 14 September 2017
      [Open the supplement]"
    `)
  })

  test('tells a member in plain words what changed, what is late and what follows, and where to read', async () => {
    const { publish, rendered, council } = await published()
    await publish(
      `${THREE}\n12. Repairs (page 130) [new]\n3. Transport plan (page 9) [replaces]\n13. Secret tender [new] [closed]`,
      {
        printedNo: 2,
      },
    )
    const { said } = await rendered('supplement-line', '1', `person:${council.member.id}`)
    expect(said).toMatchInlineSnapshot(`
      ":heavy_plus_sign: *Supplement 2* to the papers of *Wellbeing &amp; Care Scrutiny Committee, Wednesday 20 September 2017, 10 am*
      What changed:
      • 3. Transport plan – replaces page 9 · _report opened late_
      • 8. Sufficiency strategy – the report that was to follow, pages 34–45 · _report opened late_
      • 9. Memorandum of understanding – the report that was to follow, pages 46–73 · _report opened late_
      • 10. Improvement plan – the report that was to follow, pages 74–120 · _report opened late_
      • 12. Repairs – new item, page 130 · _needs the Chair’s ruling_
      • 13. An item that is not open to the public – new item · _needs the Chair’s ruling_
      :scales: 2 new items came later than the law asks. Each can be considered only if the Chair rules at the meeting that it is urgent.
      :scales: 4 reports were opened later than the law asks. Their items were on the agenda in time; that the reports were late is recorded.
      Open to inspection since 09:00 on Thursday 14 September 2017
      [Open the supplement]"
    `)
    const member = await rendered('member', '', `person:${council.member.id}`)
    expect(member.said).toContain('The papers are out: 9 items.')
    expect(member.said).toContain('With supplement 2')
    const card = await rendered('pack-card', '')
    expect(card.said).toMatchInlineSnapshot(`
      "Wellbeing & Care Scrutiny Committee
      *Wednesday 20 September 2017, 10 am* · Committee Room 2
      ----
      *Agenda*
      1. Apologies
      2. Minutes _(pages 1–6)_
      3. Transport plan _(pages 7–33 without page 9; supplement 2, page 9)_ · _report opened late_
      8. Sufficiency strategy _(supplement 2, pages 34–45)_ · _report opened late_
      9. Memorandum of understanding _(supplement 2, pages 46–73)_ · _report opened late_
      10. Improvement plan _(supplement 2, pages 74–120)_ · _report opened late_
      11. An item that is not open to the public
      12. Repairs _(supplement 2, page 130)_ · _needs the Chair’s ruling_
      13. An item that is not open to the public · _needs the Chair’s ruling_
      Open to inspection since Wednesday 6 September 2017
      Papers published at 09:00 on Wednesday 6 September 2017
      <https://democracy.underfell.example/supplement.pdf|Supplement 2> published at 09:00 on Wednesday 6 September 2017
      Questions about the meeting: Ines Penhaligon, Tobias Wraxall
      [Open the papers] [Send apologies]"
    `)
    for (const shown of [said, member.said, card.said]) expect(shown).not.toContain('Secret')
  })

  test('points pages out that nobody has, and does not wait for them; a second one that comes first fills them', async () => {
    const { publish, lines } = await published()
    const second = await publish('10. Improvement plan (pages 74-120) [to follow]', { printedNo: 2 })
    expect(second).toMatchObject({ ok: true, value: { missing: [{ from: 34, to: 73 }] } })
    const first = await publish(
      '8. Strategy (pages 34-45) [to follow]\n9. Memorandum (pages 46-73) [to follow]',
      {
        number: 2,
        printedNo: 1,
      },
    )
    expect(first).toMatchObject({ ok: true, value: { number: 2, missing: [] } })
    expect((await lines()).slice(3, 6)).toEqual([
      '8 Sufficiency strategy 2:34-45 report-late',
      '9 Memorandum of understanding 2:46-73 report-late',
      '10 Improvement plan 1:74-120 report-late',
    ])
  })

  test('with page numbers of its own is held against nobody else’s', async () => {
    const { publish, rendered } = await published()
    expect(await publish('8. Strategy (pages 3-20)', {})).toMatchObject({
      ok: false,
      refusal: { code: 'pages-overlap', index: 0 },
    })
    expect((await publish('8. Strategy (pages 3-20)', { ownPages: true })).ok).toBe(true)
    expect((await publish('9. Memorandum (pages 34-40)', { number: 2 })).ok).toBe(true)
    expect((await rendered('pack-card', '')).said).toContain(
      '8. Sufficiency strategy _(supplement 1, pages 3–20)_',
    )
  })

  test('may come while the meeting sits, and not once it is over', async () => {
    const { publish, council } = await published()
    council.clock.advance({ hours: 24 * 14 + 2 })
    const opened = { date: '2017-09-20', time: '10:30' }
    expect((await publish('8. Tabled paper (pages 34-35)', { opened })).ok).toBe(true)
    council.clock.advance({ hours: 1 })
    expect(await publish('9. Too late (page 36)', { number: 2, opened })).toMatchObject({
      refusal: { code: 'meeting-over' },
    })
  })

  test('of sixty items is one reply and one line each, whole in the view where a message is too short', async () => {
    const { publish, rendered, council, lines } = await published()
    const sixty = Array.from(
      { length: 60 },
      (_, place) => `${place + 20}. ${'A long title '.repeat(30)}${place} (page ${place + 40}) [new]`,
    ).join('\n')
    expect((await publish(sixty)).ok).toBe(true)
    expect(await lines()).toHaveLength(67)
    const { said } = await rendered('supplement-line', '1', `person:${council.member.id}`)
    expect(said).toMatch(/… and \d+ more: press \*Whole agenda\*/)
    expect(said).toContain('[Whole agenda]')
    await rendered('supplement', '1')
    await rendered('pack-card', '')
  })

  describe('is refused, and leaves nothing,', () => {
    test.each([
      ['without lines', '', {}, 'no-lines'],
      [
        'opened only after the meeting',
        THREE,
        { opened: { date: '2017-09-21', time: '09:00' } },
        'opened-after-end',
      ],
      ['with a number that nobody could have looked at', THREE, { number: 7 }, 'changed-meanwhile'],
      ['with a line that cannot be settled', '99. Nowhere', {}, 'no-such-item'],
    ] as const)('%s', async (_what, text, changes, code) => {
      const { publish, rows } = await published()
      const before = await rows()
      expect(await publish(text, changes)).toMatchObject({ ok: false, refusal: { code } })
      expect(await rows()).toEqual(before)
    })

    test('for somebody who is not a clerk of that committee', async () => {
      const { publish, rows, council } = await published()
      const before = await rows()
      for (const by of [council.member.id, council.outsider.id, council.second.clerk.id])
        expect(await publish(THREE, { by })).toMatchObject({
          refusal: { code: 'not-a-clerk', committee: council.committee.name },
        })
      expect(await rows()).toEqual(before)
    })

    test.each(['cancelled', 'postponed'] as const)('for a meeting that is %s', async (state) => {
      const { publish, council, meetingId } = await published()
      await council.ground.prisma.meeting.update({
        where: { id: meetingId, councilId: council.id },
        data: { state },
      })
      expect(await publish(THREE)).toMatchObject({ refusal: { code: `meeting-${state}` } })
    })

    test('for a meeting without an agenda', async () => {
      const { publish, council } = await published()
      const meetingId = await council.meeting('2017-10-18')
      expect(await publish(THREE, { meetingId })).toMatchObject({ refusal: { code: 'not-published' } })
    })

    test('for what belongs to another council', async () => {
      const { publish } = await published()
      const { theirs } = await inventTwoCouncils(database())
      const meetingId = await theirs.meeting()
      expect(await publish(THREE, { meetingId })).toMatchObject({ refusal: { code: 'changed-meanwhile' } })
      const packId = await draftOf(theirs)
      expect(await publish(THREE, { packId })).toMatchObject({ refusal: { code: 'changed-meanwhile' } })
    })

    test('until somebody answers for the marks of exempt matter', async () => {
      const { publish, council } = await published()
      const mark = { kind: 'confidential', page: 9, line: 1, text: 'NOT FOR PUBLICATION', times: 4 } as const
      const packId = await draftOf(council, { ...agendaRead, marks: [mark] })
      expect(await publish(THREE, { packId })).toMatchObject({
        refusal: { code: 'confirm-public-copy', marks: 4 },
      })
      expect((await publish(THREE, { packId, publicCopyConfirmed: true })).ok).toBe(true)
      const pack = await council.ground.prisma.pack.findFirstOrThrow({ where: { id: packId } })
      expect(pack).toMatchObject({ state: 'published', publicCopyById: council.clerk.id })
    })

    test('for a clerk who looked at the agenda before another supplement, who is told by whom', async () => {
      const { publish, council } = await published()
      expect((await publish('8. Strategy (pages 34-45)')).ok).toBe(true)
      expect(await publish('9. Memorandum (pages 34-40)', { by: council.otherClerk.id })).toMatchObject({
        refusal: { code: 'another-meanwhile', byName: `Ms ${council.clerk.name}` },
      })
    })

    test('under a number by which another is known; one that prints none gets the next that is free', async () => {
      const { publish, agenda } = await published()
      await publish('8. Strategy (pages 34-45)', { printedNo: 2 })
      expect(await publish('9. Memorandum (pages 46-50)', { number: 2, printedNo: 2 })).toMatchObject({
        refusal: { code: 'number-taken', number: 2 },
      })
      expect((await publish('9. Memorandum (pages 46-50)', { number: 2 })).ok).toBe(true)
      expect((await publish('10. Plan (pages 51-60)', { number: 3, printedNo: 1 })).ok).toBe(true)
      expect((await agenda()).supplements.map(({ printedNo }) => printedNo)).toEqual([2, 3, 1])
    })

    test('a second time, as the same pack or as the same file under another name', async () => {
      const { publish, council } = await published()
      const packId = await draftOf(council)
      expect((await publish(THREE, { packId })).ok).toBe(true)
      expect(await publish(THREE, { packId, number: 2 })).toMatchObject({
        refusal: { code: 'already-published', what: 'this-pack' },
      })
      const again = await draftOf(council, { ...agendaRead, name: 'other.pdf' })
      expect(await publish('12. Repairs [new]', { packId: again, number: 2 })).toMatchObject({
        refusal: { code: 'already-published', byName: `Ms ${council.clerk.name}` },
      })
    })
  })

  describe('withdrawn,', () => {
    test('its items and papers leave the agenda, and what it replaced and fulfilled comes back', async () => {
      const { publish, lines, house, council } = await published()
      const before = await lines()
      const outcome = await publish(`${THREE}\n3. Plan (pages 130-140) [replaces]\n3a. Annex [new]`)
      if (!outcome.ok) throw new Error(outcome.refusal.code)
      const { publicationId } = outcome.value
      const withdrawn = await withdrawSupplement(house, { by: council.otherClerk.id, publicationId })
      expect(withdrawn).toMatchObject({ ok: true, value: { number: 1, told: 10 } })
      expect(await lines()).toEqual(before)
      // Its pages are free again; its number is not given twice.
      expect(await publish(THREE, { number: 2 })).toMatchObject({ ok: true, value: { missing: [] } })
      expect((await verifyAudit(house.db, council.id)).every((it) => it.broken === undefined)).toBe(true)
    })

    test('an item that a later supplement lists too stays, late from then', async () => {
      const { publish, lines, house, council } = await published()
      const opened = { date: '2017-09-12', time: '09:00' }
      const first = await publish('12. Repairs (page 34) [new]', { opened })
      await publish('12. Repairs (page 35)', { number: 2 })
      expect((await lines()).at(-1)).toBe('12 Repairs 1:34-34 2:35-35 report-late')
      if (!first.ok) throw new Error(first.refusal.code)
      await withdrawSupplement(house, { by: council.clerk.id, publicationId: first.value.publicationId })
      expect((await lines()).at(-1)).toBe('12 Repairs 2:35-35 item-late')
    })

    test('members hear of it in one line, and what told of it says so; who was never told hears nothing', async () => {
      const { publish, rendered, house, council, sent } = await published()
      const outcome = await publish(THREE)
      if (!outcome.ok) throw new Error(outcome.refusal.code)
      const act = { by: council.clerk.id, publicationId: outcome.value.publicationId }
      const to = `person:${council.member.id}`
      await withdrawSupplement(house, act)
      expect((await rendered('supplement-line', '1 withdrawn', to)).said).toBe('dropped: withdrawn')
      expect((await rendered('supplement', '1')).said).toBe('dropped: withdrawn')
      await sent('supplement-line')
      await sent('supplement')
      expect((await rendered('supplement-line', '1 withdrawn', to)).said).toContain(
        '*Supplement 1* to the papers of',
      )
      expect((await rendered('supplement-line', '1', to)).said).toContain(
        'was withdrawn at 09:00 on Wed 6 Sep',
      )
      expect((await rendered('supplement', '1')).said).toContain('was withdrawn at')
      expect((await rendered('supplement', '1 withdrawn')).said).toContain(
        'The card shows the papers without it',
      )
    })

    test('is withdrawn once, by a clerk of the committee, and not after the meeting', async () => {
      const { publish, rows, house, council } = await published()
      const outcome = await publish(THREE)
      if (!outcome.ok) throw new Error(outcome.refusal.code)
      const { publicationId } = outcome.value
      const before = await rows()
      for (const by of [council.member.id, council.second.clerk.id])
        expect(await withdrawSupplement(house, { by, publicationId })).toMatchObject({
          refusal: { code: 'not-a-clerk' },
        })
      const { theirs } = await inventTwoCouncils(database())
      expect(await withdrawSupplement(theirs.house, { by: theirs.clerk.id, publicationId })).toMatchObject({
        refusal: { code: 'gone' },
      })
      const agenda = await house.db.publication.findFirstOrThrow({
        where: { councilId: council.id, number: 0 },
      })
      expect(
        await withdrawSupplement(house, { by: council.clerk.id, publicationId: agenda.id }),
      ).toMatchObject({ refusal: { code: 'gone' } })
      expect(await rows()).toEqual(before)
      expect((await withdrawSupplement(house, { by: council.clerk.id, publicationId })).ok).toBe(true)
      expect(await withdrawSupplement(house, { by: council.otherClerk.id, publicationId })).toMatchObject({
        refusal: { code: 'withdrawn-before', byName: `Ms ${council.clerk.name}` },
      })
      const second = await publish(THREE, { number: 2 })
      if (!second.ok) throw new Error(second.refusal.code)
      council.clock.advance({ hours: 24 * 14 + 3 })
      expect(
        await withdrawSupplement(house, { by: council.clerk.id, publicationId: second.value.publicationId }),
      ).toMatchObject({ refusal: { code: 'meeting-over' } })
    })

    test('the same file may be given and published again', async () => {
      const { publish, house, council } = await published()
      const first = await publish(THREE, { packId: await draftOf(council) })
      if (!first.ok) throw new Error(first.refusal.code)
      await withdrawSupplement(house, { by: council.clerk.id, publicationId: first.value.publicationId })
      expect((await publish(THREE, { packId: await draftOf(council), number: 2 })).ok).toBe(true)
    })
  })

  test('nothing exempt is in the audit trail or the outbox', async () => {
    const { publish, council } = await published()
    await publish('13. Secret tender (pages 34-35) [new] [closed]\n11. Secret annex [closed] (page 36)')
    const where = { councilId: council.id }
    const audit = await council.ground.prisma.auditEntry.findMany({ where })
    const outbox = await council.ground.prisma.outboxMessage.findMany({ where })
    expect(JSON.stringify([audit.map(({ canonical }) => canonical), outbox])).not.toContain('Secret')
  })
})
