import { expect, test } from 'vitest'
import { addBusiness } from '../../src/sitting/add-business.ts'
import { businessOf } from '../../src/sitting/at-hand.ts'
import { editItem } from '../../src/sitting/edit-item.ts'
import { excludePublic, readmitPublic, strikeExclusion } from '../../src/sitting/exclude-public.ts'
import { exclusionsOfMeeting } from '../../src/sitting/exclusions.ts'
import { ruleUrgency } from '../../src/sitting/rule-urgency.ts'
import { takeChair } from '../../src/sitting/take-chair.ts'
import { takeItem } from '../../src/sitting/take-item.ts'
import { urgencyRulingsOfMeeting } from '../../src/sitting/urgency-rulings.ts'
import { describeWithDatabase } from '../support/databases.ts'
import { codeOf, itemTaken } from './item-stage.ts'
import { minute } from './sitting-stage.ts'

describeWithDatabase('the urgency of a late item', (database) => {
  const late = async () => {
    const it = await itemTaken(database())
    const { house, meetingId, clerk } = it
    await it.prisma.agendaItem.updateMany({
      where: { councilId: it.id, position: 2 },
      data: { openedOn: new Date('2017-09-19') },
    })
    const rule = (isAccepted: boolean, circumstances: string, by = clerk) =>
      ruleUrgency(house, { by: by.id, meetingId, recordId: it.recordOf(2), isAccepted, circumstances })
    const rulings = () => urgencyRulingsOfMeeting(house, meetingId)
    const takesChair = () =>
      takeChair(house, { by: clerk.id, meetingId, personId: it.chair.id, at: minute(1) })
    return { ...it, rule, rulings, takesChair }
  }

  test('is warned about until it is ruled on; only whoever presides rules, and says the circumstances', async () => {
    const it = await late()
    expect((await it.part()).text).toContain('was not on the agenda in time')
    expect((await it.part()).buttons).toContain('Urgency')
    const struck = await it.prisma.presiding.updateMany({
      where: { councilId: it.id },
      data: { struckAt: new Date() },
    })
    expect(struck.count).toBeLessThanOrEqual(1)
    expect(codeOf(await it.rule(true, 'The service closes on Friday'))).toBe('nobody-presides')
    await it.takesChair()
    expect(codeOf(await it.rule(true, ''))).toBe('circumstances-missing')
    expect(codeOf(await it.rule(true, 'x', it.member))).toBe('not-a-clerk')
    const first = await it.rule(true, 'The service closes on Friday')
    expect(await it.rule(true, 'The service closes on Friday', it.otherClerk)).toEqual(first)
    expect(await it.rulings()).toMatchObject([{ isAccepted: true, presiding: { name: it.chair.name } }])
    expect((await it.part()).text).toContain('ruled that this item is urgent')
    expect((await it.part()).text).not.toContain('not on the agenda in time')
    await it.rule(false, '')
    expect(await it.rulings()).toMatchObject([{ isAccepted: false }])
    expect(await it.prisma.urgencyRuling.count({ where: { councilId: it.id } })).toBe(2)
    expect((await it.part()).text).toContain('may not be considered today')
  })
})

describeWithDatabase('the exclusion of the public', (database) => {
  const closed = async (paragraphs: string[] = ['3']) => {
    const it = await itemTaken(database())
    const { house, meetingId, clerk } = it
    await it.take(1)
    await it.take(2)
    await it.prisma.agendaItem.updateMany({
      where: { councilId: it.id, position: 3 },
      data: { access: 'exempt', paragraphs, title: '' },
    })
    const act = { by: clerk.id, meetingId }
    return {
      ...it,
      exclude: (how: object = {}) => excludePublic(house, { ...act, ...how }),
      readmit: (how: object = {}) => readmitPublic(house, { ...act, ...how }),
      strikeIt: (exclusionId: string) => strikeExclusion(house, { ...act, exclusionId }),
      exclusions: () => exclusionsOfMeeting(house, meetingId),
      closedOnes: async () =>
        (await it.prisma.itemRecord.findMany({ where: { meetingId }, orderBy: { position: 'asc' } })).map(
          ({ isClosed }) => isClosed,
        ),
    }
  }

  test('is one tap: the motion names the description, is carried without a vote, and what is begun then is closed', async () => {
    const it = await closed()
    expect((await it.part()).buttons).toContain('Exclude the public')
    expect(codeOf(await it.exclude({ by: it.member.id }))).toBe('not-a-clerk')
    it.clock.advance({ minutes: 1 })
    const done = await it.exclude()
    expect(done.ok && done.value.text).toContain('paragraph 3')
    expect(codeOf(await it.exclude())).toBe('excluded-already')
    expect(await it.prisma.motion.findMany({ where: { councilId: it.id } })).toMatchObject([
      { kind: 'exclusion', state: 'carried', recordId: it.recordOf(2) },
    ])
    await it.take(3)
    expect(await it.closedOnes()).toEqual([false, false, true])
    expect((await it.part()).text).toContain('The public is excluded since')
    it.clock.advance({ minutes: 5 })
    expect((await it.readmit()).ok).toBe(true)
    expect(codeOf(await it.readmit())).toBe('public-there')
    expect((await businessOf(it.house, it.meetingId)).filter(({ isClosed }) => isClosed)).toHaveLength(1)
  })

  test('entered afterwards, the times decide what was closed; struck, it is open again', async () => {
    const it = await closed()
    it.clock.advance({ minutes: 10 })
    await it.take(3)
    expect((await it.part()).text).toContain('the public has not been excluded')
    await it.change('closed')
    it.clock.advance({ hours: 20 })
    await it.exclude({ at: minute(35), recordId: it.recordOf(2), text: 'That the public be excluded.' })
    expect(await it.closedOnes()).toEqual([false, false, true])
    await it.readmit({ at: minute(38) })
    expect(await it.closedOnes()).toEqual([false, false, false])
    const [one] = await it.exclusions()
    await it.strikeIt(one?.id ?? '')
    expect(codeOf(await it.strikeIt(one?.id ?? ''))).toBe('exclusion-gone')
    expect(await it.exclusions()).toEqual([])
    expect(await it.prisma.motion.findMany({ where: { councilId: it.id } })).toMatchObject([
      { state: 'withdrawn' },
    ])
  })

  test('an item that the agenda lists as open is warned about while the public is out, and after it was let in', async () => {
    const it = await itemTaken(database())
    await it.take(2, { from: it.recordOf(2) })
    const text = 'That the public be excluded for the first item.'
    await excludePublic(it.house, { by: it.clerk.id, meetingId: it.meetingId, text })
    it.clock.advance({ minutes: 5 })
    await it.take(3)
    expect((await it.part()).text).toContain('This item is open on the agenda')
    it.clock.advance({ minutes: 1 })
    await readmitPublic(it.house, { by: it.clerk.id, meetingId: it.meetingId })
    const part = await it.part()
    expect(part.text).toContain('This item was begun while the public was excluded')
    expect(part.text).not.toContain('has not been excluded')
    expect(part.buttons).not.toContain('Exclude the public')
  })

  test('business that a clerk closed by hand stays closed when it is begun', async () => {
    const it = await closed()
    await it.prisma.itemRecord.update({ where: { id: it.recordOf(1) }, data: { isClosed: true } })
    const added = await addBusiness(it.house, {
      by: it.clerk.id,
      meetingId: it.meetingId,
      title: 'A staffing matter',
    })
    const recordId = added.ok ? added.value.recordId : ''
    await it.prisma.itemRecord.update({ where: { id: recordId }, data: { isClosed: true } })
    it.clock.advance({ minutes: 3 })
    expect((await takeItem(it.house, { by: it.clerk.id, meetingId: it.meetingId, recordId })).ok).toBe(true)
    expect(await it.closedOnes()).toEqual([true, false, false, true])
  })

  test('a readmission entered late opens what the exclusion closed, and nothing that a clerk has closed or opened', async () => {
    const it = await closed()
    const { house, meetingId, clerk } = it
    const tick = async (recordId: string, isClosed: boolean) => {
      const row = await it.prisma.itemRecord.findUniqueOrThrow({ where: { id: recordId } })
      const { title, presenters, presented, passage, summary } = row
      const text = { title, presenters, presented, passage, summary, isClosed }
      return editItem(house, { by: clerk.id, meetingId, recordId, version: row.version, text })
    }
    const add = async (title: string) => {
      const added = await addBusiness(house, { by: clerk.id, meetingId, title })
      return added.ok ? added.value.recordId : ''
    }
    const [staffing, other] = [await add('A staffing matter'), await add('Another matter')]
    await tick(staffing, true)
    it.clock.advance({ minutes: 1 })
    await it.exclude()
    it.clock.advance({ minutes: 2 })
    await it.take(3)
    expect((await tick(it.recordOf(3), false)).ok).toBe(true)
    it.clock.advance({ minutes: 5 })
    for (const recordId of [staffing, other]) await takeItem(house, { by: clerk.id, meetingId, recordId })
    expect(await it.closedOnes()).toEqual([false, false, false, true, true])
    it.clock.advance({ minutes: 5 })
    expect((await it.readmit({ at: minute(34) })).ok).toBe(true)
    expect(await it.closedOnes()).toEqual([false, false, false, true, false])
  })

  test('without the description it is not made in one tap, and where nothing is closed the clerk says what was moved', async () => {
    expect(codeOf(await (await closed([])).exclude())).toBe('description-missing')
    const open = await itemTaken(database())
    const refused = await excludePublic(open.house, { by: open.clerk.id, meetingId: open.meetingId })
    expect(codeOf(refused)).toBe('no-motion')
  })
})
