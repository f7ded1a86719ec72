import { expect, test } from 'vitest'
import { answerAtHand, isEntitledToAnswer } from '../../src/tracker/answers.ts'
import { clearAnswer } from '../../src/tracker/clear-answer.ts'
import { dropRow } from '../../src/tracker/drop-row.ts'
import { type GiveAnswer, giveAnswer, noteOf } from '../../src/tracker/give-answer.ts'
import { trackerToDo } from '../../src/tracker/own-rows.ts'
import { standingOf } from '../../src/tracker/rules.ts'
import { codeOf } from '../sitting/item-stage.ts'
import type { InventedPerson } from '../support/council.ts'
import { describeWithDatabase } from '../support/databases.ts'
import { done, owing } from './owing.ts'

const SITE = 'https://democracy.underfell.gov.uk/documents/s4711'

describeWithDatabase('an answer to what was asked', (database) => {
  const stage = async (of: { isClosed?: boolean; needsClearance?: boolean; heads?: boolean } = {}) => {
    const it = await owing(database())
    const { id } = await it.plant({
      dueOn: '2017-09-21',
      owners: [it.officer],
      heads: of.heads === false ? [] : [it.head],
      kind: 'information',
      text: 'How many appointments are cancelled?',
      askerId: it.member.id,
      isClosed: of.isClosed ?? false,
      metOn: '2017-08-09',
    })
    if (of.needsClearance)
      await it.prisma.trackerSettings.create({
        data: {
          councilId: it.id,
          committeeId: it.committee.id,
          needsClearance: true,
          changedById: it.clerk.id,
          changedAt: new Date(),
        },
      })
    const give = (given: Partial<GiveAnswer> = {}) =>
      giveAnswer(it.house, {
        by: it.officer.id,
        rowId: id,
        access: 'public',
        text: 'About forty a week.',
        file: undefined,
        address: '',
        clearerId: undefined,
        ...given,
      })
    const answer = async (answerId: string) => {
      const found = await answerAtHand(it.house, answerId)
      if (!found) throw new Error('no answer')
      return found
    }
    const entitled = async (answerId: string, who: InventedPerson) =>
      isEntitledToAnswer(it.house, await answer(answerId), who.id, '2017-09-06')
    return { ...it, rowId: id, give, answer, entitled }
  }

  test('reaches the asker and every member at once, and ends the asking; the committee still closes it', async () => {
    const it = await stage()
    const { answerId } = done(
      await it.give({ file: { name: 'note.pdf', bytes: Buffer.from('%PDF-1.7 note') } }),
    )
    const told = (await it.messages('answer')).map(({ recipient }) => recipient)
    expect(told).toHaveLength(11)
    expect(told).toContain(`channel:${it.committee.clerksChannelId}`)
    const said = await it.said('answer', it.member)
    expect(said).toContain('About forty a week.')
    expect(said).toContain('[Open the note]')
    expect(await it.said('answer', it.committee.clerksChannelId)).toContain(
      'Not on Slack, so please tell them: Mrs Winifred Oakapple',
    )
    expect(await it.said('my-question', it.member)).toContain('It is answered')
    expect(standingOf(await it.row(it.rowId), '2018-01-01')).toBe('for-the-committee')
    expect(await it.tickAt('2017-09-21T10:00')).toBe(0)
    expect(await noteOf(it.house, answerId)).toMatchObject({ name: 'note.pdf' })
    expect(await it.entitled(answerId, it.member)).toBe(true)
    expect(await it.entitled(answerId, it.second.member)).toBe(false)
  })

  test('that is not public has neither words nor a file: an address by number alone, given to members', async () => {
    const it = await stage()
    const restricted = { access: 'exempt', text: '', address: SITE } as const
    expect(codeOf(await it.give({ ...restricted, text: 'Forty.' }))).toBe('no-file-here')
    expect(codeOf(await it.give({ ...restricted, file: { name: 'a.pdf', bytes: Buffer.from('a') } }))).toBe(
      'no-file-here',
    )
    expect(codeOf(await it.give({ ...restricted, address: `${SITE}/cancelled-appointments.pdf` }))).toBe(
      'address',
    )
    expect(codeOf(await it.give({ text: '' }))).toBe('nothing-said')
    const { answerId } = done(await it.give(restricted))
    const said = await it.said('answer', it.member)
    expect(said).toContain('The answer is not public.')
    expect(said).not.toContain('s4711')
    expect(await noteOf(it.house, answerId)).toBeUndefined()
    expect(await it.entitled(answerId, it.outsider)).toBe(false)
  })

  test('to what was asked in closed business is never public, and nothing of its words goes out', async () => {
    const it = await stage({ isClosed: true })
    expect(codeOf(await it.give())).toBe('closed-row')
    done(await it.give({ access: 'confidential', text: '', address: SITE }))
    for (const to of [it.member, it.committee.clerksChannelId]) {
      const said = await it.said('answer', to)
      expect(said).toContain('from the closed part of the meeting of 9 August 2017')
      expect(said).not.toContain('appointments')
    }
    expect(await it.said('my-question', it.member)).not.toContain('appointments')
  })

  test('waits for its clearer where the committee wants that: nobody else has it, and sent back it says why', async () => {
    const it = await stage({ needsClearance: true })
    const first = done(await it.give())
    expect(first.clearer).toBe(it.head.id)
    expect(await it.messages('answer')).toHaveLength(0)
    expect(await it.said('answer-clearance', it.head)).toContain('About forty a week.')
    expect(await it.entitled(first.answerId, it.member)).toBe(false)
    // Its owner has done their part: they are not asked meanwhile.
    expect(await it.tickAt('2017-09-07T10:00')).toBe(0)
    const clear = (by: InventedPerson, answerId: string, cleared: boolean, why = '') =>
      clearAnswer(it.house, { by: by.id, answerId, cleared, why })
    for (const other of [it.officer, it.clerk, it.chair, it.deputy])
      expect(codeOf(await clear(other, first.answerId, true))).toBe('not-yours')
    expect(codeOf(await clear(it.head, first.answerId, false))).toBe('why-missing')
    done(await clear(it.head, first.answerId, false, 'Give the year.'))
    expect(await it.said('answer-back', it.officer)).toContain('Give the year.')
    expect(codeOf(await clear(it.head, first.answerId, true))).toBe('decided')
    const second = done(await it.give({ text: 'About forty a week in 2016.' }))
    await it.away(it.head, '2017-09-06', '2017-09-20', it.deputy)
    done(await clear(it.deputy, second.answerId, true))
    expect(await it.said('answer', it.member)).toContain('in 2016')
    expect(await it.answer(second.answerId)).toMatchObject({ number: 2, clearance: 'cleared' })
  })

  test('with nobody known to clear it asks for one, who is not whoever gives it', async () => {
    const it = await stage({ needsClearance: true, heads: false })
    expect(codeOf(await it.give())).toBe('clearer-missing')
    expect(codeOf(await it.give({ clearerId: it.officer.id }))).toBe('clearer-missing')
    expect(done(await it.give({ clearerId: it.head.id })).clearer).toBe(it.head.id)
  })

  test('that waits says to its clearer when another took its place, and when nobody needs it any more', async () => {
    const it = await stage({ needsClearance: true })
    const first = done(await it.give())
    await it.send()
    done(await it.give({ text: 'About fifty a week.' }))
    expect(await it.pending('answer-clearance', first.answerId)).toBe(1)
    await it.send()
    done(await dropRow(it.house, { by: it.clerk.id, rowId: it.rowId, why: 'Entered twice.' }))
    expect(await it.pending('answer-clearance')).toBe(2)
    const said = await it.said('answer-clearance', it.head)
    expect(said).toContain('It does not wait any more.')
    expect(said).not.toContain('[Clear]')
    const nothing = { overdue: 0, unowned: 0, proposed: 0, wishes: 0, answers: 0 }
    expect(await trackerToDo(it.house, [it.committee.id])).toEqual(nothing)
  })

  test('that is not public does not reach an asker from outside the committee, who is told so', async () => {
    const it = await stage()
    await it.prisma.trackerRow.update({ where: { id: it.rowId }, data: { askerId: it.outsider.id } })
    done(await it.give({ access: 'exempt', text: '', address: SITE }))
    expect(await it.said('answer', it.outsider)).toBeUndefined()
    const said = await it.said('my-question', it.outsider)
    expect(said).toContain('the answer is not public')
    expect(said).not.toContain('in a message of its own')
  })

  test('never waits for a head of service whom Slack does not reach', async () => {
    const it = await stage({ needsClearance: true, heads: false })
    await it.prisma.serviceLine.create({
      data: { councilId: it.id, personId: it.officer.id, headId: it.coOptee.id },
    })
    expect(codeOf(await it.give())).toBe('clearer-missing')
    await it.prisma.serviceLine.updateMany({ where: { councilId: it.id }, data: { headId: it.head.id } })
    expect(done(await it.give()).clearer).toBe(it.head.id)
  })

  test('is handed on by present entitlement: who left the committee gets none of it', async () => {
    const it = await stage()
    const { answerId } = done(await it.give())
    expect(await it.entitled(answerId, it.anotherMember)).toBe(true)
    await it.prisma.seatOccupancy.updateMany({
      where: { councilId: it.id, personId: it.anotherMember.id },
      data: { until: new Date('2017-09-05') },
    })
    expect(await it.entitled(answerId, it.anotherMember)).toBe(false)
    expect(await it.said('answer', it.anotherMember)).toBe('dropped: not-entitled')
  })

  test('that is longer than a message holds is opened whole', async () => {
    const it = await stage()
    done(await it.give({ text: '&'.repeat(3_000) }))
    expect(await it.said('answer', it.member)).toContain('[Read it all]')
  })

  test('is given by whoever owes it alone', async () => {
    const it = await stage()
    for (const other of [it.member, it.chair, it.outsider, it.second.clerk])
      expect(codeOf(await it.give({ by: other.id }))).toBe('not-yours')
  })
})
