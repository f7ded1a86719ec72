import { expect, test } from 'vitest'
import { renderers } from '../../src/cards/renderers.ts'
import { outgoingOf } from '../../src/delivery/outgoing-message.ts'
import { registerDisclosures } from '../../src/sitting/disclose-listeners.ts'
import { disclosuresOfMeeting } from '../../src/sitting/disclosures-of-meeting.ts'
import { FIELD_ACTION, ids } from '../../src/slack/ids.ts'
import { boltStage } from '../slack/bolt-stage.ts'
import { describeWithDatabase } from '../support/databases.ts'
import { readable } from '../support/shown.ts'
import { codeOf, itemTaken, NATURE } from './item-stage.ts'
import { minute } from './sitting-stage.ts'

const { field } = ids.item

const asFields = (given: Record<string, string>) =>
  Object.fromEntries(
    Object.entries(given).map(([id, value]) => [
      id,
      { [FIELD_ACTION]: { type: 'static_select', selected_option: { value } } },
    ]),
  )

describeWithDatabase('an interest at the meeting', (database) => {
  const taken = () => itemTaken(database())

  test('that was noticed binds before it is said, is disclosed by a clerk once, and opens its nature', async () => {
    const it = await taken()
    const id = await it.notice(it.member, 2)
    expect(await it.effectOf(it.member)).toMatchObject({ isDisclosed: false, effect: { mayVote: false } })
    expect(codeOf(await it.settle(id, 'disclosed', { by: it.member }))).toBe('not-a-clerk')
    expect(codeOf(await it.settle(id, 'disclosed', { at: minute(90) }))).toBe('in-future')
    const both = await Promise.all([
      it.settle(id, 'disclosed'),
      it.settle(id, 'disclosed', { by: it.otherClerk }),
    ])
    expect(both.map((one) => one.ok && one.value.recorded).toSorted()).toEqual([0, 1])
    expect(await it.disclosures()).toMatchObject([{ nature: NATURE, noticeId: id, outcome: 'disclosed' }])
    expect(await it.effectOf(it.member)).toMatchObject({ isDisclosed: true, noticeIds: [] })
    const audit = await it.prisma.auditEntry.findMany({ where: { councilId: it.id }, orderBy: { id: 'asc' } })
    expect(JSON.stringify(audit)).not.toContain('surgery')
    const { interests } = await disclosuresOfMeeting(it.house, it.meetingId)
    expect(interests).toMatchObject([{ nature: NATURE, item: { number: '2', title: 'Fracture clinics' } }])
  })

  test('that was not declared counts no more, and stands in no minutes; struck, the notice is open again', async () => {
    const it = await taken()
    const id = await it.notice(it.member, 2)
    await it.settle(id, 'notDeclared')
    expect(await it.effectOf(it.member)).toBeUndefined()
    expect((await disclosuresOfMeeting(it.house, it.meetingId)).interests).toEqual([])
    const [row] = await it.disclosures()
    expect(row?.nature).toBe('')
    expect((await it.strike(row?.id ?? '')).ok).toBe(true)
    expect(codeOf(await it.strike(row?.id ?? ''))).toBe('disclosure-gone')
    expect(await it.effectOf(it.member)).toMatchObject({ isDisclosed: false, noticeIds: [id] })
    await it.settle(id, 'disclosed')
    expect(await it.disclosures()).toHaveLength(2)
  })

  test('of a sensitive one nothing is opened, noted or shown but the fact', async () => {
    const it = await taken()
    const id = await it.notice(it.member, 2, { sensitive: true })
    await it.settle(id, 'disclosed')
    expect(await it.disclosures()).toMatchObject([{ sensitive: true, nature: '' }])
    expect((await it.part()).text).toMatch(/Callum Stoneleigh|Priya Ravensworth/)
    expect((await it.part()).text).not.toContain('pecuniary')
    const [said] = (await disclosuresOfMeeting(it.house, it.meetingId)).interests
    expect(said).toMatchObject({ isSensitive: true, nature: undefined })
  })

  test('declared on the spot is one however often it is entered, of a kind of the code and with what the law asks', async () => {
    const it = await taken()
    expect(codeOf(await it.disclose(it.outsider, 2))).toBe('not-a-member')
    expect(codeOf(await it.disclose(it.member, 2, { type: 'prejudicial' }))).toBe('no-such-kind')
    expect(codeOf(await it.disclose(it.member, 2, { nature: '' }))).toBe('nature-missing')
    expect(codeOf(await it.disclose(it.member, 2, { dispensationId: it.meetingId }))).toBe('no-leave')
    const first = await it.disclose(it.member, 2)
    expect(await it.disclose(it.member, 2, {}, { by: it.otherClerk })).toEqual(first)
    const free = await it.dispensation(it.anotherMember)
    await it.disclose(it.anotherMember, 2, { dispensationId: free })
    expect(await it.effectOf(it.anotherMember)).toMatchObject({ effect: { speaking: 'yes', mayVote: true } })
    expect((await it.part()).text).toContain('free to take part: Councillor')
  })

  test('of the same kind in the same item is another one where it is something else, and is never dropped', async () => {
    const it = await taken()
    await it.disclose(it.member, 2)
    await it.disclose(it.member, 2, { nature: 'she owns the land' })
    await it.disclose(it.member, 2, { nature: 'she owns the land', holder: 'partner' })
    expect((await it.disclosures()).map(({ nature }) => nature)).toEqual([
      NATURE,
      'she owns the land',
      'she owns the land',
    ])
    const arrears = { type: 'arrears', holder: 'partner' } as const
    const first = await it.disclose(it.anotherMember, 2, arrears)
    expect(first.ok).toBe(true)
    expect(await it.disclose(it.anotherMember, 2, arrears, { by: it.otherClerk })).toEqual(first)
  })

  test('holds the conduct as it was, flagged where the law bars it; said otherwise, the first stays struck', async () => {
    const it = await taken()
    await it.disclose(it.member, 2)
    const [row] = await it.disclosures()
    await it.conduct(row?.id ?? '', 'left')
    expect(await it.disclosures()).toMatchObject([{ conduct: 'left', struckAt: null }])
    const changed = await it.conduct(row?.id ?? '', 'tookPart')
    expect(changed.ok).toBe(true)
    const rows = await it.disclosures()
    expect(rows.map(({ conduct, struckAt }) => [conduct, struckAt !== null])).toEqual([
      ['left', true],
      ['tookPart', false],
    ])
    const { text } = await it.part()
    expect(text).toContain('recorded as speaking')
    expect(text).toContain('recorded as voting')
  })

  test('is recorded with all of its form or not at all, and what nobody touched in it is not entered again', async () => {
    const it = await taken()
    const id = await it.notice(it.anotherMember, 2)
    await it.disclose(it.member, 2)
    const [shown] = await it.disclosures()
    await it.conduct(shown?.id ?? '', 'left')
    const bolt = await boltStage(it, registerDisclosures, it.clerk)
    const submit = (conduct: Record<string, string>) =>
      bolt.submit(
        asFields({ [`${field.notice}/${id}`]: 'disclosed', ...conduct }),
        `${it.meetingId}/${it.recordOf(2)}`,
        ids.item.interestsForm,
      )
    // Opened while the member was recorded as having left, and sent after another clerk has put that right.
    const key = `${field.conduct}/${shown?.id}/left`
    await it.conduct(shown?.id ?? '', 'spoke', { by: it.otherClerk })
    expect(JSON.stringify(await submit({ [key]: 'tookPart' }))).toContain('struck already')
    expect(await it.effectOf(it.anotherMember)).toMatchObject({ isDisclosed: false })
    expect(await submit({ [key]: 'left' })).toEqual([{ response_action: 'clear' }])
    const standing = (await it.disclosures()).filter(({ struckAt }) => struckAt === null)
    expect(standing.map(({ conduct }) => conduct)).toEqual(['spoke', null])
  })

  test('a whip is declared by notice or on the spot, and the last said stands', async () => {
    const it = await taken()
    const id = await it.whipNotice(it.member, 2)
    await it.settle(id, 'disclosed')
    await it.whip(it.anotherMember, 2, 'To vote for')
    await it.whip(it.anotherMember, 2, 'To vote against')
    expect(codeOf(await it.whip(it.chair, 2, ''))).toBe('nature-missing')
    const { whips } = await disclosuresOfMeeting(it.house, it.meetingId)
    expect(whips.map(({ nature }) => nature)).toEqual(['To support the motion', 'To vote against'])
    expect(await it.effectOf(it.member)).toMatchObject({ isWhipped: true, effect: { mayVote: true } })
  })
})

describeWithDatabase('the 28 days after a disclosure', (database) => {
  const taken = async () => {
    const it = await itemTaken(database())
    await it.prisma.councilRole.create({
      data: { councilId: it.id, personId: it.outsider.id, duty: 'monitoringOfficer' },
    })
    return it
  }

  test('run from the meeting’s day; nobody is told while it sits, both are at its end, and told ends it', async () => {
    const it = await taken()
    await it.disclose(it.member, 2, { registration: 'neither' })
    await it.disclose(it.anotherMember, 2, { registration: 'pending' })
    const [row, other] = await it.disclosures()
    // Beginning with Wednesday 20 September 2017: the 28th day is Tuesday 17 October.
    expect(row?.notifyUntil?.toISOString().slice(0, 10)).toBe('2017-10-17')
    expect(other?.notifyUntil).toBeNull()
    expect(await it.told28()).toEqual([])
    await it.change('closed')
    const told = await it.told28()
    expect(told.map(({ recipient }) => recipient).toSorted()).toEqual(
      [`person:${it.member.id}`, `person:${it.outsider.id}`].toSorted(),
    )
    const shown = async () =>
      Promise.all(
        (await it.told28()).map(async (message) => {
          const said = await renderers.get(message.kind)?.(it.house, outgoingOf(message))
          return said && 'post' in said ? readable({ blocks: said.post.blocks }) : ''
        }),
      )
    const texts = await shown()
    for (const text of texts) {
      expect(text).toContain('Tuesday 17 October 2017')
      expect(text).toContain('beginning with Wednesday 20 September 2017')
      expect(text).not.toContain('surgery')
    }
    expect(texts.filter((text) => text.includes('[Told]'))).toHaveLength(1)
    expect(codeOf(await it.told(row?.id ?? '', it.member))).toBe('not-an-officer')
    expect((await it.told(row?.id ?? '', it.outsider)).ok).toBe(true)
    expect((await it.told(row?.id ?? '', it.clerk)).ok).toBe(true)
    expect((await shown()).every((text) => text.includes('was told'))).toBe(true)
  })

  test('are told at once of what is entered after the meeting, and a co-optee without Slack is named to the clerk', async () => {
    const it = await taken()
    await it.change('closed')
    await it.disclose(it.coOptee, 2, { registration: 'neither' }, { at: minute(20) })
    expect((await it.told28()).map(({ recipient }) => recipient)).toEqual([`person:${it.outsider.id}`])
    expect((await it.part()).text).toContain('not on Slack: please tell them')
    expect((await it.part()).more).toContain('Who must tell the Monitoring Officer')
  })
})
