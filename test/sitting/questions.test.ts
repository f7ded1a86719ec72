import { expect, test } from 'vitest'
import {
  confirmQuestions,
  editQuestion,
  moveQuestionUp,
  strikeQuestion,
} from '../../src/sitting/question-change.ts'
import { describeWithDatabase } from '../support/databases.ts'
import { codeOf, itemTaken } from './item-stage.ts'
import { minute } from './sitting-stage.ts'

describeWithDatabase('a question at the meeting', (database) => {
  const taken = () => itemTaken(database())
  const shown = (list: readonly { id: string; version: number }[]) =>
    list.map(({ id, version }) => ({ id, version }))

  test('is asked by who is there, for themselves, or entered by a clerk for anybody; under the item that is considered', async () => {
    const it = await taken()
    const { member, outsider, clerk } = it
    const away = it.members[8] ?? outsider
    expect(codeOf(await it.ask({ askerId: outsider.id }, { by: outsider }))).toBe('not-there')
    expect(codeOf(await it.ask({ askerId: away.id }, { by: away }))).toBe('not-there')
    expect(codeOf(await it.ask({ askerId: it.chair.id }, { by: member }))).toBe('not-yours')
    expect(codeOf(await it.ask({ text: '' }))).toBe('text-missing')
    expect(codeOf(await it.ask({}, { at: minute(60) }))).toBe('in-future')
    const both = await Promise.all([
      it.ask({ askerId: member.id }, { by: member }),
      it.ask({ askerId: member.id }, { by: member }),
    ])
    expect(both.filter((one) => one.ok && one.value.already)).toHaveLength(1)
    await it.ask({ text: 'What of transport?', askerName: 'A resident' }, { by: clerk })
    expect(await it.questions()).toMatchObject([
      { recordId: it.recordOf(2), askerName: `Councillor ${member.name}`, isConfirmed: false },
      { askerName: 'A resident', asker: undefined },
    ])
    expect((await it.part()).text).toContain('2 questions, *2 to read back*')
    expect((await it.part()).buttons).toContain('Read back (2)')
    // Who asked gets no message.
    expect((await it.messages()).filter(({ recipient }) => recipient === `person:${member.id}`)).toEqual([])
  })

  test('goes to no item while none is considered, and after the meeting only by the clerk', async () => {
    const it = await taken()
    await it.change('closed')
    expect(codeOf(await it.ask({ askerId: it.member.id }, { by: it.member }))).toBe('over')
    expect(codeOf(await it.ask())).toBe('no-item')
    const late = await it.ask({ askerId: it.member.id }, { recordId: it.recordOf(1), at: minute(10) })
    expect(late.ok).toBe(true)
    expect((await it.questions())[0]?.at.toString()).toBe(minute(10).toString())
    await it.prisma.minutes.create({
      data: {
        councilId: it.id,
        meetingId: it.meetingId,
        state: 'signed',
        firstNumber: 1,
        byId: it.clerk.id,
        at: new Date(),
      },
    })
    expect(codeOf(await it.ask({ text: 'More' }, { recordId: it.recordOf(1) }))).toBe('signed')
  })

  test('waits for its event in the very words, and never gets a day (F31)', async () => {
    const it = await taken()
    await it.ask({
      kind: 'request',
      due: 'event',
      dueText: 'once properly developed',
      dueOn: '2018-01-31',
      ownerName: 'Director of Public Health',
    })
    const [question] = await it.questions()
    expect(question).toMatchObject({
      due: 'event',
      dueText: 'once properly developed',
      dueOn: undefined,
      ownerName: 'Director of Public Health',
    })
  })

  test('is read back as it was shown: what changed or came meanwhile stays unread', async () => {
    const it = await taken()
    const { house, meetingId, clerk } = it
    const act = { by: clerk.id, meetingId }
    for (const text of ['One', 'Two', 'Three']) await it.ask({ text })
    const before = await it.questions()
    const [one, two] = before
    await editQuestion(house, {
      ...act,
      questionId: two?.id ?? '',
      version: two?.version ?? 0,
      question: it.question({ text: 'Two, put right' }),
    })
    await it.ask({ text: 'Four' })
    expect(
      await confirmQuestions(house, { ...act, by: it.member.id, questions: shown(before) }),
    ).toMatchObject({ refusal: { code: 'not-a-clerk' } })
    const confirmed = await confirmQuestions(house, { ...act, questions: shown(before) })
    expect(confirmed).toMatchObject({ value: { confirmed: 2, changed: 1 } })
    expect((await it.questions()).map(({ text, isConfirmed }) => [text, isConfirmed])).toEqual([
      ['One', true],
      ['Two, put right', false],
      ['Three', true],
      ['Four', false],
    ])
    expect(await confirmQuestions(house, { ...act, questions: shown(before) })).toMatchObject({
      value: { confirmed: 0 },
    })
    // Of another item now, the control still says it.
    await it.take(3)
    expect((await it.part()).text).toContain('2 questions of 2. Fracture clinics')
    // A confirmed one that is put right is struck and stays; the new words wait in its place.
    await editQuestion(house, {
      ...act,
      questionId: one?.id ?? '',
      version: one?.version ?? 0,
      question: it.question({ text: 'One, put right' }),
    })
    expect((await it.questions())[0]).toMatchObject({ text: 'One, put right', isConfirmed: false })
    expect(await it.prisma.question.count({ where: { meetingId } })).toBe(5)
  })

  test('is moved up and struck, twice as once; one that was changed or struck meanwhile is not edited', async () => {
    const it = await taken()
    const { house, meetingId, clerk } = it
    const act = { by: clerk.id, meetingId }
    for (const text of ['One', 'Two', 'Three']) await it.ask({ text })
    const [one, two, three] = await it.questions()
    const texts = async () => (await it.questions()).map(({ text }) => text)
    await moveQuestionUp(house, { ...act, questionId: three?.id ?? '' })
    expect(await texts()).toEqual(['One', 'Three', 'Two'])
    await moveQuestionUp(house, { ...act, questionId: one?.id ?? '' })
    expect(await texts()).toEqual(['One', 'Three', 'Two'])
    await strikeQuestion(house, { ...act, questionId: three?.id ?? '' })
    expect((await strikeQuestion(house, { ...act, questionId: three?.id ?? '' })).ok).toBe(true)
    await moveQuestionUp(house, { ...act, questionId: two?.id ?? '' })
    expect(await texts()).toEqual(['Two', 'One'])
    const edit = (questionId: string | undefined, version: number) =>
      editQuestion(house, { ...act, questionId: questionId ?? '', version, question: it.question() })
    expect(codeOf(await edit(three?.id, 1))).toBe('question-gone')
    expect(codeOf(await edit(two?.id, 9))).toBe('question-changed')
  })
})
