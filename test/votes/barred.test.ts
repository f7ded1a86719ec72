import { expect, test } from 'vitest'
import { addAlsoPresent } from '../../src/sitting/also-present.ts'
import { changeSitting } from '../../src/sitting/change-state.ts'
import { takeChair } from '../../src/sitting/take-chair.ts'
import { ids } from '../../src/slack/ids.ts'
import { agree } from '../../src/votes/agree.ts'
import { voteLineWords } from '../../src/votes/vote-lines.en.ts'
import { voteLines } from '../../src/votes/vote-lines.ts'
import { codeOf } from '../interests/declaring.ts'
import { describeWithDatabase } from '../support/databases.ts'
import { atVotes } from './votes-desk.ts'
import { voting } from './votes-stage.ts'

const EQUAL = { for: 4, against: 4, abstain: 0, none: 0 }

describeWithDatabase('A vote and who was barred from it', (database) => {
  test('an interest disclosed after a member has pressed flags their vote; struck, it flags nothing', async () => {
    const it = await voting(database())
    await it.setting({ votesElectronic: true })
    const vote = await it.opened({ method: 'electronic' })
    await it.press(vote, it.member, 'for')
    const said = await it.disclose(it.member, 2)
    await it.enter(vote, ['for', 'for', 'for', 'for', 'for', 'against', 'against', 'against'])
    expect((await it.control()).lines).not.toContain('missing:')
    expect(codeOf(await it.close(vote))).toBeUndefined()
    expect(
      (await it.prisma.voteChoice.findMany({ where: { voteId: vote, despite: 'interest' } })).length,
    ).toBe(1)
    if (said.ok) await it.strike(said.value.disclosureId)
    expect(codeOf(await it.close(vote))).toBeUndefined()
    it.idOf(await it.declare(vote))
    expect((await it.votes())[0]).toMatchObject({ counts: { for: 5, against: 3 } })
    expect((await it.votes())[0]?.choices.filter(({ despite }) => despite)).toEqual([])
  })

  test('who presses although an interest bars them is sent to the clerk, who records it with its flag', async () => {
    const it = await voting(database())
    await it.setting({ votesElectronic: true })
    const vote = await it.opened({ method: 'electronic' })
    await it.disclose(it.member, 2)
    const desk = await atVotes(it, it.member)
    expect(await desk.press(ids.votes.ballotFor, vote)).toContain(
      'Please tell the clerk if you vote all the same',
    )
    expect(await it.enterOne(vote, it.member, 'for')).toMatchObject({
      value: { despite: [{ personId: it.member.id, bar: 'interest' }] },
    })
    await it.leave([it.anotherMember])
    const away = await atVotes(it, it.anotherMember)
    expect(await away.press(ids.votes.ballotFor, vote)).toContain('You cannot vote on this question: not in')
  })

  test('a correction flags a vote whose interest was entered only after it was declared', async () => {
    const it = await voting(database())
    const vote = it.idOf(await it.put(it.idOf(await it.move()), { method: 'rollCall' }))
    await it.enter(vote, ['for', 'for', 'for', 'for', 'for', 'against', 'against', 'against'])
    it.idOf(await it.close(vote))
    it.idOf(await it.declare(vote))
    await it.disclose(it.member, 2)
    const corrected = it.idOf(
      await it.correct(vote, { choices: [{ personId: it.chair.id, side: 'abstain' }] }),
    )
    const [told] = await it.votes()
    expect(told).toMatchObject({ id: corrected, counts: { for: 4, abstain: 1 } })
    expect(told?.choices.filter(({ despite }) => despite).map(({ person }) => person.id)).toEqual([
      it.member.id,
    ])
    const trail = await it.prisma.auditEntry.findMany({ where: { councilId: it.id }, orderBy: { id: 'asc' } })
    expect(JSON.stringify(trail)).not.toContain('Miscounted')
  })

  test('an interest of which only notice was given warns the clerk, and is named in no minutes', async () => {
    const it = await voting(database())
    await it.notice(it.member, 2)
    const vote = it.idOf(await it.put(it.idOf(await it.move()), { method: 'rollCall' }))
    const entered = await it.enter(vote, ['for', 'for', 'for', 'for', 'for', 'against', 'against', 'against'])
    expect(entered.ok && entered.value.despite).toHaveLength(1)
    it.idOf(await it.close(vote))
    it.idOf(await it.declare(vote))
    expect((await it.control()).lines).toContain('although barred')
    const [told] = await it.votes()
    expect(told?.choices.map(({ despite }) => despite).filter(Boolean)).toEqual([])
    expect(told?.barred.filter(({ bar }) => bar === 'interest')).toEqual([])
    await it.disclose(it.member, 2)
    expect((await it.votes())[0]?.choices.filter(({ despite }) => despite === 'interest')).toHaveLength(1)
  })

  test('who voted although an interest barred it may have that minuted, too', async () => {
    const it = await voting(database())
    await it.disclose(it.member, 2)
    const choices = [{ personId: it.member.id, side: 'against' as const }]
    it.idOf(await it.record({ counts: { for: 7, against: 1, abstain: 0, none: 0 }, choices }))
    expect(codeOf(await it.own(it.member, 'against'))).toBeUndefined()
  })

  test('the casting vote is of whoever presides when it is used, and never of a Chair who has left', async () => {
    const it = await voting(database())
    const vote = it.idOf(await it.record({ counts: EQUAL }))
    it.clock.advance({ minutes: 1 })
    await it.leave([it.chair])
    expect(codeOf(await it.declare(vote, 'for'))).toBe('nobody-presides')
    expect((await it.control()).lines).toContain('Enter who takes the chair')
    const other = it.members.find(({ id }) => id !== it.chair.id) ?? it.chair
    await takeChair(it.house, { by: it.clerk.id, meetingId: it.meetingId, personId: other.id })
    expect((await it.control()).lines).toContain(other.name)
    it.idOf(await it.declare(vote, 'for'))
    expect((await it.votes())[0]?.casting?.by.id).toBe(other.id)
  })

  test('the words of a button need no second look, whatever a title says; what somebody moved does', async () => {
    const it = await voting(database())
    const act = { by: it.clerk.id, meetingId: it.meetingId, recordId: it.recordId }
    const noted = { text: 'That the Information requests be noted.', standard: 'note' as const }
    it.idOf(await agree(it.house, { ...act, ...noted, seen: 0 }))
    await it.move()
    it.idOf(await agree(it.house, { ...act, ...noted, seen: 1 }))
    expect(
      (await it.resolutions()).map(({ isConfirmed, parts }) => [isConfirmed, parts[0]?.verbClass]),
    ).toEqual([
      [true, 'note'],
      [false, 'decide'],
    ])
  })

  test('agreed by mistake is corrected to lost: nothing stays resolved, and the minutes say so', async () => {
    const it = await voting(database())
    const vote = it.idOf(await it.agree())
    expect(it.idOf(await it.correct(vote, { isCarried: false }))).not.toBe(vote)
    const [told] = await it.votes()
    expect(told).toMatchObject({ method: 'assent', result: 'lost', revision: 2 })
    expect(await it.resolutions()).toEqual([])
    const style = { layout: 'by-option', division: 'counts', saysPut: false } as const
    const name = ({ name: said }: { readonly name: string }) => said
    const printed = told && voteLines(told, { ...style, name, names: () => '' }, voteLineWords)
    expect(printed?.after.join()).toContain('declared LOST')
  })

  test('the trail names nobody of other bodies, and repeats no words that were noted', async () => {
    const it = await voting(database())
    const act = { by: it.clerk.id, meetingId: it.meetingId }
    await addAlsoPresent(it.house, { ...act, name: 'Jo Partner', role: 'Trust' })
    await changeSitting(it.house, { ...act, change: 'adjourned', note: 'Somebody fell ill' })
    const trail = JSON.stringify(await it.audit())
    expect(trail).toContain('sitting.adjourned')
    for (const word of ['Jo Partner', 'fell ill']) expect(trail).not.toContain(word)
  })
})
