import { describe, expect, test } from 'vitest'
import { columnOfDate } from '../../src/calendar/civil.ts'
import { verifyAudit } from '../../src/database/verify-audit.ts'
import { changeMeeting } from '../../src/meetings/change-meeting.ts'
import type { WantedMeeting } from '../../src/meetings/types.ts'
import { describeExclusion } from '../../src/publications/exclusion-describe.ts'
import { discardPack } from '../../src/publications/give-pack.ts'
import {
  grantRestricted,
  revokeRestricted,
  withdrawRestricted,
} from '../../src/publications/grant-restricted.ts'
import { publishPack } from '../../src/publications/publish-pack.ts'
import { followMembership, followTheDay } from '../../src/publications/restricted-follow.ts'
import { describeWithDatabase } from '../support/databases.ts'
import { agendaRead, draftOf, fieldsOf, publishing } from './draft.ts'
import { ADDRESS, exempt, restrictedStage, SECRET } from './restricted.ts'

describeWithDatabase('A restricted paper', (database) => {
  const staged = () => restrictedStage(database())

  async function announced() {
    const stage = await staged()
    const outcome = await stage.announce()
    if (!outcome.ok) throw new Error(outcome.refusal.code)
    return { ...stage, ...outcome.value }
  }

  test('is told to the elected members alone, once each, in the public’s words and with its link', async () => {
    const { council, messages, said, told, withoutSlack } = await announced()
    const elected = council.members.filter((member) => member !== council.coOptee)
    expect(told).toBe(10)
    expect(withoutSlack).toEqual([])
    expect((await messages()).map((it) => it.recipient).sort()).toEqual(
      elected.map((member) => `person:${member.id}`).sort(),
    )
    const message = await said(council.member)
    expect(message).toContain(
      '11. An item that is not open to the public: information relating to the financial or business affairs of any particular person (paragraph 3)',
    )
    expect(message).toContain('Not for publication.')
    expect(message).toContain(ADDRESS)
    expect(message).not.toContain('Harbourside')
    for (const nobody of [council.coOptee, council.substitutes[0], council.outsider, council.clerk])
      expect(await said(nobody)).toBe('never wanted')
  })

  test('to an open item names the item and says that the paper is closed', async () => {
    const { council, announce, said } = await staged()
    expect((await announce({ number: '7' })).ok).toBe(true)
    const message = await said(council.member)
    expect(message).toContain('7. Roads')
    expect(message).toContain('A paper that is not open to the public: information relating to')
  })

  test('leaves neither title nor address nor reason in what is kept besides its own row', async () => {
    const { council, kept, prisma, where } = await announced()
    const text = await kept()
    for (const secret of ['Harbourside', 's12345', 'Acme']) expect(text).not.toContain(secret)
    expect(JSON.stringify(await prisma.agendaItem.findMany({ where }))).not.toContain('Harbourside')
    expect(JSON.stringify(await prisma.pack.findMany({ where }))).not.toContain('Harbourside')
    const verdicts = await verifyAudit(prisma, council.id)
    expect(verdicts.filter(({ broken }) => broken)).toEqual([])
  })

  test('is a clerk’s to let others read, and to take back; both are recorded with who and when', async () => {
    const stage = await announced()
    const { council, house, paperId, said, delivered, prisma, where } = stage
    const officer = council.outsider
    const by = council.clerk.id
    const act = { by, paperId, personId: officer.id }
    expect(await grantRestricted(house, act)).toMatchObject({ ok: true })
    expect(await said(officer)).toContain(ADDRESS)
    expect(await grantRestricted(house, act)).toMatchObject({ refusal: { code: 'entitled-already' } })
    await delivered()
    council.clock.advance({ minutes: 5 })
    expect(await revokeRestricted(house, act)).toMatchObject({ ok: true })
    const after = await said(officer)
    expect(after).toContain('no longer yours to read')
    expect(after).not.toContain(ADDRESS)
    expect(await revokeRestricted(house, act)).toMatchObject({ refusal: { code: 'revoked-already' } })
    expect(await prisma.restrictedGrant.findMany({ where })).toMatchObject([
      {
        personId: officer.id,
        grantedById: by,
        grantedAt: new Date('2017-09-06T08:00:00Z'),
        revokedById: by,
        revokedAt: new Date('2017-09-06T08:05:00Z'),
      },
    ])
    // Let again, the message that stands has its link again, and no second one is posted.
    expect(await grantRestricted(house, act)).toMatchObject({ ok: true })
    expect(await said(officer)).toContain(ADDRESS)
    expect((await stage.messages()).filter((it) => it.recipient === `person:${officer.id}`)).toHaveLength(1)
  })

  test('taken back before it was sent, it is never sent', async () => {
    const { council, house, paperId, said } = await announced()
    const act = { by: council.clerk.id, paperId, personId: council.coOptee.id }
    expect(await grantRestricted(house, act)).toMatchObject({ ok: true })
    // The co-optee has no Slack: the clerk gives it to them, and nothing waits to be sent.
    expect(await said(council.coOptee)).toBe('never wanted')
    const officer = { ...act, personId: council.outsider.id }
    await grantRestricted(house, officer)
    await revokeRestricted(house, officer)
    expect(await said(council.outsider)).toBe('dropped: not-entitled')
  })

  test('follows the membership: who leaves loses the link, who joins is told', async () => {
    const { council, house, said, delivered, prisma } = await announced()
    await delivered()
    const { member: leaving, outsider: joining } = council
    await house.transact('operator', async (tx) => {
      const seat = await tx.db.seatOccupancy.findFirstOrThrow({
        where: { councilId: council.id, personId: leaving.id },
      })
      await tx.db.seatOccupancy.update({
        where: { id: seat.id, councilId: council.id },
        data: { until: columnOfDate('2017-09-05') },
      })
      await tx.db.seatOccupancy.create({
        data: {
          councilId: council.id,
          seatId: seat.seatId,
          personId: joining.id,
          since: columnOfDate('2017-09-06'),
        },
      })
      await followMembership(tx)
    })
    expect(await said(leaving)).toContain('no longer yours to read')
    expect(await said(joining)).toContain(ADDRESS)
    expect(await prisma.restrictedReader.count({ where: { councilId: council.id, until: null } })).toBe(10)
  })

  test('ends with the last day of a seat, by the tick of the next day, and a seat that begins is told in the morning', async () => {
    const { council, house, said, delivered, messages } = await announced()
    await delivered()
    const { member, outsider } = council
    const seat = await council.ground.prisma.seatOccupancy.findFirstOrThrow({
      where: { councilId: council.id, personId: member.id },
    })
    await council.ground.prisma.seatOccupancy.update({
      where: { id: seat.id, councilId: council.id },
      data: { until: columnOfDate('2017-09-06') },
    })
    await council.ground.prisma.seatOccupancy.create({
      data: {
        councilId: council.id,
        seatId: seat.seatId,
        personId: outsider.id,
        since: columnOfDate('2017-09-07'),
      },
    })
    expect(await followTheDay(house)).toBe(0)
    expect(await said(member)).toContain(ADDRESS)
    expect(await said(outsider)).toBe('never wanted')
    council.clock.advance({ hours: 15, minutes: 1 })
    expect(await followTheDay(house)).toBe(1)
    expect(await said(member)).toContain('no longer yours to read')
    const fresh = (await messages()).find((it) => it.recipient === `person:${outsider.id}`)
    expect(fresh?.dueAt).toEqual(new Date('2017-09-07T08:00:00Z'))
    expect(await followTheDay(house)).toBe(0)
  })

  test('is checked again at the moment of sending, whatever was wanted before', async () => {
    const { council, said, prisma } = await announced()
    await prisma.seatOccupancy.updateMany({
      where: { councilId: council.id, personId: council.member.id },
      data: { until: columnOfDate('2017-09-05') },
    })
    expect(await said(council.member)).toBe('dropped: not-entitled')
  })

  test('stays with the person and not with the account: one that became somebody else’s keeps no link', async () => {
    const { council, house, said, delivered } = await announced()
    await delivered()
    const { member, outsider } = council
    await house.transact('operator', async (tx) => {
      const account = (id: string, slackUserId: string | null) =>
        tx.db.person.update({ where: { id, councilId: council.id }, data: { slackUserId } })
      await account(member.id, null)
      await account(outsider.id, member.slackUserId ?? '')
      await account(member.id, outsider.slackUserId ?? '')
      await followMembership(tx)
    })
    expect(await said(member, member.slackUserId)).toContain('no longer yours to read')
    expect(await said(member, outsider.slackUserId)).toContain(ADDRESS)
    expect(await said(outsider, member.slackUserId)).toBe('never wanted')
  })

  test('withdrawn, is nobody’s any more', async () => {
    const { council, house, paperId, said, delivered } = await announced()
    await delivered()
    const act = { by: council.clerk.id, paperId }
    expect(await withdrawRestricted(house, act)).toMatchObject({ ok: true })
    expect(await said(council.member)).toContain('It was withdrawn')
    expect(await said(council.member)).not.toContain(ADDRESS)
    expect(await withdrawRestricted(house, act)).toMatchObject({ refusal: { code: 'withdrawn' } })
    expect(await grantRestricted(house, { ...act, personId: council.outsider.id })).toMatchObject({
      refusal: { code: 'withdrawn' },
    })
  })

  test('names the day on which its meeting is, and that it is cancelled', async () => {
    const { council, house, meetingId, prisma, messages, said, delivered } = await announced()
    const change = async (wanted: WantedMeeting) => {
      await delivered()
      const { version } = await prisma.meeting.findFirstOrThrow({
        where: { councilId: council.id, id: meetingId },
      })
      const act = { by: council.clerk.id, meetingId, version, change: { reason: '', ...wanted } }
      const outcome = await changeMeeting(house, act)
      expect(outcome).toMatchObject({ ok: true })
      expect(new Set((await messages()).map(({ state }) => state))).toEqual(new Set(['pending']))
    }
    await change({ to: 'scheduled', date: '2017-09-27', startTime: '10:00', venue: 'Committee Room 2' })
    expect(await said(council.member)).toContain('Wednesday 27 September 2017')
    expect(await said(council.member)).not.toContain('20 September')
    await change({ to: 'cancelled' })
    expect(await said(council.member)).toContain('This meeting is cancelled')
    expect(await said(council.member)).toContain(ADDRESS)
  })

  describe('is refused, and nobody is told,', () => {
    test.each([
      ['under an address that speaks', { address: 'https://a.example/Harbourside-lease.pdf' }, 'speaks'],
      ['in a channel (F29)', { address: '#health-scrutiny' }, 'in-slack'],
      ['as a file in Slack', { address: 'https://underfell.slack.com/files/U1/F1' }, 'in-slack'],
      [
        'under the address of the public pack',
        { address: 'https://democracy.underfell.example/pack.pdf' },
        'address-is-public',
      ],
      [
        'without the description that the law asks for',
        { exclusion: { ...exempt, paragraphs: [] } },
        'description-missing',
      ],
      [
        'under a paragraph of another nation',
        { exclusion: { ...exempt, paragraphs: ['14'] } },
        'no-such-paragraph',
      ],
    ] as const)('%s', async (_, changes, code) => {
      const { announce, messages } = await staged()
      const outcome = await announce(changes)
      expect(outcome).toMatchObject({ ok: false, refusal: { code } })
      expect(await messages()).toEqual([])
    })

    test('from anybody but a clerk of the committee', async () => {
      const { announce, messages, council } = await staged()
      for (const by of [council.chair.id, council.outsider.id, council.second.clerk.id])
        expect(await announce({ by })).toMatchObject({ refusal: { code: 'not-a-clerk' } })
      expect(await messages()).toEqual([])
    })

    test('a second time, at the same address', async () => {
      const { announce, messages } = await announced()
      const before = await messages()
      expect(await announce()).toMatchObject({ refusal: { code: 'announced-before' } })
      expect(await messages()).toEqual(before)
    })
  })

  test('is never published by its address: the card would show it to a channel', async () => {
    const { council, house, publish } = await announced()
    const fields = fieldsOf(council, {
      date: '2017-10-18',
      publicAddress: ADDRESS.toUpperCase().replace('S12345', 's12345'),
    })
    expect(await publishPack(house, publishing(council, { fields }))).toMatchObject({
      refusal: { code: 'restricted-address' },
    })
    expect(await publish('12. Something else [new]', { publicAddress: ADDRESS })).toMatchObject({
      refusal: { code: 'restricted-address' },
    })
  })
})

describeWithDatabase('A closed item', (database) => {
  test('says on the card and everywhere as what it is closed, once its clerk has said so', async () => {
    const { council, house, item, rendered, agenda, kept } = await restrictedStage(database())
    const exclusion = {
      access: 'exempt',
      paragraphs: ['1', '7'],
      publicInterest: 'Acme must not know.',
      confidentialBasis: '',
    } as const
    const act = { by: council.clerk.id, itemId: await item('11'), exclusion }
    expect(await describeExclusion(house, act)).toMatchObject({ ok: true })
    expect((await rendered('pack-card', '')).said).toContain(
      '11. An item that is not open to the public: information relating to any individual (paragraph 1); information relating to action in connection with the prevention',
    )
    expect((await agenda()).entries.at(-1)).toMatchObject({
      title: '',
      access: 'exempt',
      paragraphs: ['1', '7'],
    })
    expect(await kept()).not.toContain('Acme')
    expect(await describeExclusion(house, { ...act, by: council.outsider.id })).toMatchObject({
      refusal: { code: 'not-a-clerk' },
    })
    expect(await describeExclusion(house, { ...act, itemId: await item('7') })).toMatchObject({
      refusal: { code: 'open' },
    })
    expect(
      await describeExclusion(house, { ...act, exclusion: { ...exclusion, paragraphs: ['12'] } }),
    ).toMatchObject({
      refusal: { code: 'no-such-paragraph' },
    })
  })

  test('of what was read of a paper nothing is left once it is published or discarded', async () => {
    const { council, house, prisma, where } = await restrictedStage(database())
    const mark = { kind: 'exempt', page: 9, line: 1, text: `NOT FOR PUBLICATION: ${SECRET}`, times: 1 }
    const reading = {
      ...agendaRead.reading,
      items: [{ number: '5', title: SECRET, exempt: true as const }],
      doubts: [{ code: 'x', field: 'items' as const, at: { page: 1, line: 1 }, text: SECRET }],
    }
    const result = { ...agendaRead, name: `${SECRET}.pdf`, marks: [mark], reading }
    const published = await draftOf(council, result)
    const discarded = await draftOf(council, result)
    expect(
      await publishPack(
        house,
        publishing(council, {
          packId: published,
          version: 1,
          fields: fieldsOf(council, { date: '2017-10-18', publicCopyConfirmed: true }),
        }),
      ),
    ).toMatchObject({ ok: true })
    expect((await discardPack(house, { by: council.clerk.id, packId: discarded })).ok).toBe(true)
    const packs = JSON.stringify(
      await prisma.pack.findMany({ where: { ...where, id: { in: [published, discarded] } } }),
    )
    expect(packs).not.toContain('Harbourside')
    expect(packs).toContain('"kind":"exempt"')
  })
})
