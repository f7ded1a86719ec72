import { describe, expect, test } from 'vitest'
import { askForTime } from '../../src/tracker/ask-for-time.ts'
import { decideWish } from '../../src/tracker/decide-wish.ts'
import { handOnRows } from '../../src/tracker/hand-on-rows.ts'
import { noteSeen } from '../../src/tracker/note-seen.ts'
import { pauseRow } from '../../src/tracker/pause-row.ts'
import { proposeComplete, takeProposalBack } from '../../src/tracker/propose-complete.ts'
import { dueDayOf } from '../../src/tracker/rules.ts'
import { sayNotMine } from '../../src/tracker/say-not-mine.ts'
import { cancelLeave, takeLeave } from '../../src/tracker/take-leave.ts'
import { updateAction } from '../../src/tracker/update-action.ts'
import { codeOf } from '../sitting/item-stage.ts'
import type { InventedPerson } from '../support/council.ts'
import { describeWithDatabase } from '../support/databases.ts'
import { done, owing } from './owing.ts'

describeWithDatabase('whoever owes a row', (database) => {
  const stage = async () => {
    const it = await owing(database())
    const { id } = await it.plant({
      dueOn: '2017-09-21',
      owners: [it.officer],
      heads: [it.head],
      kind: 'information',
      askerId: it.member.id,
    })
    const of = (by: InventedPerson = it.officer) => ({ by: by.id, rowId: id })
    return {
      ...it,
      id,
      of,
      ask: (by?: InventedPerson) =>
        askForTime(it.house, { ...of(by), why: 'The survey is late.', until: '2017-10-20' }),
      hand: (to: { id?: string; name?: string }, by?: InventedPerson) =>
        sayNotMine(it.house, {
          ...of(by),
          why: 'It is a matter of housing.',
          proposedId: to.id,
          proposedName: to.name ?? '',
        }),
      changes: async () =>
        (
          await it.prisma.trackerChange.findMany({
            where: { councilId: it.id, rowId: id },
            orderBy: { id: 'asc' },
          })
        ).map(({ kind }) => kind),
    }
  }

  test('says how it goes: dated words that add up, the colour with its history; it stays open', async () => {
    const it = await stage()
    done(await updateAction(it.house, { ...it.of(), text: 'The survey is out.', rag: 'amber' }))
    done(await updateAction(it.house, { ...it.of(), text: 'The survey is back.' }))
    expect(codeOf(await updateAction(it.house, { ...it.of(), text: '' }))).toBe('text-missing')
    expect(await it.row(it.id)).toMatchObject({ state: 'open', rag: 'amber' })
    expect(await it.changes()).toEqual(['rag'])
    expect(
      await it.prisma.trackerUpdate.count({ where: { councilId: it.house.councilId, rowId: it.id } }),
    ).toBe(2)
  })

  test('proposes it as complete, which closes nothing, and takes that back', async () => {
    const it = await stage()
    const propose = (doneOn: string) =>
      proposeComplete(it.house, { ...it.of(), text: 'It went out.', doneOn })
    expect(codeOf(await propose('2017-09-07'))).toBe('day-ahead')
    expect(codeOf(await propose(''))).toBe('day-missing')
    done(await propose('2017-09-05'))
    expect(await it.row(it.id)).toMatchObject({
      state: 'proposed',
      completedOn: '2017-09-05',
      closedAt: undefined,
    })
    expect(codeOf(await propose('2017-09-05'))).toBe('row-over')
    done(await takeProposalBack(it.house, it.of()))
    expect(await it.row(it.id)).toMatchObject({ state: 'open', completedOn: undefined })
    expect(codeOf(await takeProposalBack(it.house, it.of()))).toBe('row-over')
    expect(await it.changes()).toEqual(['proposed', 'unproposed'])
  })

  test('asks for more time: the Chair or a clerk grants it, the day moves, owner and asker hear of it once', async () => {
    const it = await stage()
    const { wishId } = done(await it.ask())
    expect(codeOf(await it.ask())).toBe('asked-already')
    expect(dueDayOf(await it.row(it.id))).toBe('2017-09-21')
    const clerks = await it.said('owner-wish', it.committee.clerksChannelId)
    expect(clerks).toContain('The survey is late.')
    expect(await it.said('owner-wish', it.chair)).toContain('[Grant] [Refuse…]')
    const decide = (by: InventedPerson, granted: boolean, why = '') =>
      decideWish(it.house, { by: by.id, wishId, granted, why })
    for (const other of [it.officer, it.head, it.member, it.second.clerk])
      expect(codeOf(await decide(other, true))).toBe('not-yours')
    expect(codeOf(await decide(it.chair, false))).toBe('why-missing')
    done(await decide(it.chair, true))
    expect(codeOf(await decide(it.clerk, false, 'No.'))).toBe('decided')
    expect(dueDayOf(await it.row(it.id))).toBe('2017-10-20')
    expect(await it.said('owner-wish-decided', it.officer)).toContain(
      'You have more time, until 20 October 2017',
    )
    expect(await it.said('owner-wish', it.chair)).toContain('Granted by Councillor Ottilie Brandreth')
    expect(await it.said('my-question', it.member)).toContain('due 20 October 2017')
    expect(await it.changes()).toEqual(['dueMoved'])
  })

  test('says whose it is: once granted they owe it and are told, and the one who asked does not', async () => {
    const it = await stage()
    const { wishId } = done(await it.hand({ id: it.deputy.id }))
    expect(codeOf(await it.hand({ id: it.officer.id }))).toBe('theirs-already')
    expect(codeOf(await it.hand({}))).toBe('whose-missing')
    done(await decideWish(it.house, { by: it.clerk.id, wishId, granted: true, why: '' }))
    const owners = (await it.row(it.id)).owners.map(({ role, person }) => `${role} ${person?.name}`)
    expect(owners).toEqual(['owner Beatrix Langthorne', 'head Frederick Sandholme'])
    expect(await it.said('owner-given', it.deputy)).toContain('asks this of you')
    expect(await it.said('owner-wish-decided', it.officer)).toContain('This is not yours any more')
    expect(codeOf(await noteSeen(it.house, it.of()))).toBe('not-yours')
    expect(await it.said('my-question', it.member)).toContain('To be answered by Beatrix Langthorne')
  })

  test('more time is a later day than the one that stands', async () => {
    const it = await stage()
    const ask = (until: string) => askForTime(it.house, { ...it.of(), why: 'The survey is late.', until })
    for (const until of ['2017-09-10', '2017-09-21']) expect(codeOf(await ask(until))).toBe('day-no-later')
    done(await ask('2017-09-22'))
  })

  test('a head of service who hands it on does so for their own officer, not for whoever owes it with them', async () => {
    const it = await stage()
    const { id } = await it.plant({ dueOn: '2017-09-21', owners: [it.officer, it.deputy] })
    await it.prisma.serviceLine.create({
      data: { councilId: it.house.councilId, personId: it.officer.id, headId: it.head.id },
    })
    const said = { why: 'A matter of housing.', proposedId: undefined, proposedName: 'Director of Housing' }
    const { wishId } = done(await sayNotMine(it.house, { by: it.head.id, rowId: id, ...said }))
    done(await decideWish(it.house, { by: it.clerk.id, wishId, granted: true, why: '' }))
    expect((await it.row(id)).owners.map(({ name }) => name)).toEqual([
      'Beatrix Langthorne',
      'Director of Housing',
    ])
  })

  test('of closed business no name that was typed goes into Slack', async () => {
    const it = await stage()
    const { id } = await it.plant({ owners: [it.officer], isClosed: true, metOn: '2017-08-09' })
    const said = { why: 'A claim.', proposedId: undefined, proposedName: 'Claims Handler' }
    const { wishId } = done(await sayNotMine(it.house, { by: it.officer.id, rowId: id, ...said }))
    expect(await it.said('owner-wish', it.chair)).not.toMatch(/claim/i)
    done(await decideWish(it.house, { by: it.chair.id, wishId, granted: true, why: 'A claim.' }))
    for (const [kind, to] of [
      ['owner-wish', it.chair],
      ['owner-wish-decided', it.officer],
    ] as const)
      expect(await it.said(kind, to)).not.toMatch(/claim/i)
  })

  test('a name will do where the council does not know them; what is refused says why and changes nothing', async () => {
    const it = await stage()
    const named = done(await it.hand({ name: 'Director of Housing' }))
    done(
      await decideWish(it.house, {
        by: it.clerk.id,
        wishId: named.wishId,
        granted: false,
        why: 'It is yours by the scheme.',
      }),
    )
    expect((await it.row(it.id)).owners[0]?.person?.id).toBe(it.officer.id)
    expect(await it.said('owner-wish-decided', it.officer)).toContain('It is yours by the scheme.')
    const again = done(await it.hand({ name: 'Director of Housing' }))
    done(await decideWish(it.house, { by: it.clerk.id, wishId: again.wishId, granted: true, why: '' }))
    expect((await it.row(it.id)).owners[0]).toMatchObject({ person: undefined, name: 'Director of Housing' })
  })

  test('what waits to be decided lapses once it is proposed as complete', async () => {
    const it = await stage()
    const { wishId } = done(await it.ask())
    done(await proposeComplete(it.house, { ...it.of(), text: 'Done.', doneOn: '2017-09-05' }))
    expect(codeOf(await decideWish(it.house, { by: it.clerk.id, wishId, granted: true, why: '' }))).toBe(
      'decided',
    )
    expect(await it.said('owner-wish', it.chair)).toContain('Not needed any more')
  })

  test('what waits to be decided lapses once the row is paused, or handed on to somebody else', async () => {
    const it = await stage()
    done(await it.ask())
    done(await pauseRow(it.house, { by: it.clerk.id, rowId: it.id, why: 'The trust is being wound up.' }))
    expect(await it.said('owner-wish', it.chair)).toContain('Not needed any more')

    const other = await stage()
    done(await other.ask())
    const to = { personId: other.deputy.id, name: '' }
    const handed = { by: other.clerk.id, personId: other.officer.id, to, rowIds: [other.id] }
    done(await handOnRows(other.house, handed))
    expect(await other.said('owner-wish', other.chair)).toContain('Not needed any more')
  })

  test('their deputy while they are away, their head of service and a clerk may act for them; nobody else', async () => {
    const it = await stage()
    const may = async (by: InventedPerson) =>
      codeOf(await updateAction(it.house, { ...it.of(by), text: 'Word.' }))
    expect(await may(it.deputy)).toBe('not-yours')
    const { leaveId } = await it.away(it.officer, '2017-09-06', '2017-09-10', it.deputy)
    expect(await may(it.deputy)).toBeUndefined()
    expect([await may(it.head), await may(it.clerk)]).toEqual([undefined, undefined])
    for (const other of [it.member, it.chair, it.outsider, it.second.clerk])
      expect(await may(other)).toBe('not-yours')
    done(await cancelLeave(it.house, { by: it.officer.id, leaveId }))
    expect(await may(it.deputy)).toBe('not-yours')
  })

  describe('who is away', () => {
    test.each<[string, Record<string, string | undefined>, string]>([
      ['from a day until a day', { until: '' }, 'day-missing'],
      ['in that order', { from: '2017-10-03', until: '2017-10-02' }, 'days-turned'],
      ['not in the past', { from: '2017-08-01', until: '2017-08-02' }, 'days-past'],
      [
        'with a deputy whom the council knows',
        { deputyId: '0198c5a8-0000-7000-8000-000000000000' },
        'deputy-unknown',
      ],
    ])('is so %s', async (_name, given, code) => {
      const it = await stage()
      const said = { from: '2017-09-11', until: '2017-09-15', deputyId: undefined, ...given }
      expect(codeOf(await takeLeave(it.house, { by: it.officer.id, personId: it.officer.id, ...said }))).toBe(
        code,
      )
    })

    test('says so themselves or has a clerk say so, once for a day; and nobody is their own deputy, or one who is away', async () => {
      const it = await stage()
      const away = (by: InventedPerson, person: InventedPerson, deputyId?: string) =>
        takeLeave(it.house, {
          by: by.id,
          personId: person.id,
          from: '2017-09-11',
          until: '2017-09-15',
          deputyId,
        })
      expect(codeOf(await away(it.head, it.officer))).toBe('not-yours')
      expect(codeOf(await away(it.officer, it.officer, it.officer.id))).toBe('deputy-self')
      expect(codeOf(await away(it.clerk, it.deputy))).toBeUndefined()
      expect(codeOf(await away(it.officer, it.officer, it.deputy.id))).toBe('deputy-away')
      expect(codeOf(await away(it.officer, it.officer, it.head.id))).toBeUndefined()
      expect(codeOf(await away(it.clerk, it.officer, it.head.id))).toBe('overlaps')
    })
  })
})
