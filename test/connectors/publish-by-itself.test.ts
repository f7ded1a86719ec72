import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { type ReadForPublishing, whyNotByItself } from '../../src/connectors/self-publishing-rules.ts'
import { takeProposal } from '../../src/connectors/settle-proposal.ts'
import { describeWithDatabase } from '../support/databases.ts'
import { meetingOf } from './modern-gov-site.ts'
import { agendaPdf, agendaText, NEXT, watching } from './watching.ts'

const clear: ReadForPublishing = {
  committeeId: 'c',
  date: '2017-09-20',
  startTime: '10:00',
  restrictedOnSite: 0,
  read: {
    isRead: true,
    committeeId: 'c',
    date: '2017-09-20',
    time: '10:00',
    items: [{}],
    doubts: 0,
    marks: 0,
  },
}

describe('a pack is published by itself only when', () => {
  test('nothing is left to look at', () => expect(whyNotByItself(clear)).toBeUndefined())

  test.each<[string, Partial<ReadForPublishing['read']>, string]>([
    ['it could be read', { isRead: false }, 'unreadable'],
    ['the reader has no doubt', { doubts: 1 }, 'doubts'],
    ['it has no mark of exempt matter', { marks: 1 }, 'restricted-marks'],
    ['no item is closed', { items: [{}, { closed: true }] }, 'restricted-marks'],
    ['it has items', { items: [] }, 'no-items'],
    ['it is of that committee', { committeeId: 'd' }, 'another-committee'],
    ['it is of the meeting’s day', { date: '2017-09-21' }, 'another-time'],
    ['it is of the meeting’s time', { time: '10:30' }, 'another-time'],
    ['it says its time', { time: undefined }, 'another-time'],
  ])('%s', (_, read, why) => {
    expect(whyNotByItself({ ...clear, read: { ...clear.read, ...read } })).toBe(why)
  })

  test('the site marks none of the meeting’s papers, whatever else is so', () => {
    const numbers = fc.record({ doubts: fc.nat(3), marks: fc.nat(3), restrictedOnSite: fc.nat(3) })
    fc.assert(
      fc.property(numbers, ({ doubts, marks, restrictedOnSite }) => {
        const why = whyNotByItself({ ...clear, restrictedOnSite, read: { ...clear.read, doubts, marks } })
        expect(why === undefined).toBe(doubts + marks + restrictedOnSite === 0)
      }),
    )
  })
})

describeWithDatabase('a committee whose packs are published by themselves', (database) => {
  async function looked(
    text: string,
    options = { publishes: true },
    papers: Parameters<typeof meetingOf>[0]['papers'] = [],
  ) {
    const pack = await agendaPdf(text)
    const stage = await watching(database(), [meetingOf({ ...NEXT, hasAgenda: true, pack, papers })], options)
    await stage.tick()
    await stage.later()
    const { ground, id, committee, clerk, otherClerk } = stage.council
    const where = { councilId: id }
    return {
      ...stage,
      committee,
      clerks: [clerk.id, otherClerk.id],
      publications: await ground.prisma.publication.findMany({ where }),
      packs: await ground.prisma.pack.findMany({ where }),
    }
  }

  test('has a pack that leaves no doubt published once, for everybody to see by what', async () => {
    const { publications, clerks, proposals, messages, committee, council } = await looked(agendaText)
    expect(publications).toHaveLength(1)
    expect(clerks).toContain(publications[0]?.publishedById)
    expect(await proposals()).toEqual([expect.stringMatching(/^pack .*: taken$/)])
    expect(await messages('pack-card')).toMatchObject([{ recipient: `channel:${committee.channelId}` }])
    const entries = await council.ground.prisma.auditEntry.findMany({
      where: { councilId: council.id },
      orderBy: { id: 'asc' },
    })
    expect(entries.filter((it) => it.canonical.includes('site.published-by-itself'))).toHaveLength(1)
  })

  test('has one with any mark of exempt matter left to its clerks, who are asked', async () => {
    const marked = agendaText.replace(
      'To receive apologies.',
      'NOT FOR PUBLICATION by virtue of paragraph 3.',
    )
    const { publications, packs, proposals } = await looked(marked)
    expect(publications).toEqual([])
    // Read once, however often it is seen.
    expect(packs).toHaveLength(1)
    expect(await proposals()).toEqual([expect.stringMatching(/^pack .*: open$/)])
  })

  test('has one that was left read for the clerk who takes it, in the same moment', async () => {
    const marked = agendaText.replace(
      'To receive apologies.',
      'NOT FOR PUBLICATION by virtue of paragraph 3.',
    )
    const { council, packs, proposal, messages } = await looked(marked)
    const { id: proposalId } = await proposal('pack')
    const by = council.otherClerk.id
    expect(await takeProposal(council.house, { by, proposalId })).toEqual({
      ok: true,
      value: { kind: 'given', packId: packs[0]?.id },
    })
    expect(await messages('pack-reading')).toMatchObject([
      { subject: packs[0]?.id, recipient: `person:${by}` },
    ])
    expect(await council.ground.prisma.pack.findMany({ where: { councilId: council.id } })).toMatchObject([
      { state: 'draft', createdById: by },
    ])
  })

  test('has one whose meeting has a restricted paper on the site left to its clerks', async () => {
    const { publications } = await looked(agendaText, { publishes: true }, [
      { id: 1, title: 'Secret', isRestricted: true },
    ])
    expect(publications).toEqual([])
  })

  test('without the setting nothing is read or published', async () => {
    const { publications, packs } = await looked(agendaText, { publishes: false })
    expect([...publications, ...packs]).toEqual([])
  })
})
