// Whoever may not do something about the work programme or a call-in is told who can, by every button and form of
// them, and nothing changes.
import { expect, test } from 'vitest'
import { enterCallIn } from '../../src/programme/enter-call-in.ts'
import { requestCallIn } from '../../src/programme/request-call-in.ts'
import { ids } from '../../src/slack/ids.ts'
import type { Given } from '../slack/values-of.ts'
import { inventCouncil } from '../support/council.ts'
import { describeWithDatabase, type TestDatabase } from '../support/databases.ts'
import { atDesk, registerAll } from './programme-desk.ts'
import { programme } from './programme-stage.ts'

const CLERKS = 'Only a clerk of this committee'
const CHAIR = 'Only the Chair or a clerk of this committee decides'
const MEMBERS = 'Only members of this committee propose'
const COUNCILLORS = 'Only members of the council ask for a call-in'
const GONE = 'not there any more'
const UNKNOWN = 'I do not know you yet'
const EVERYBODY = undefined

/** What is listened for, by name; the turning of pages apart, which shows what *Open* and the list show. */
function listenedFor(): string[] {
  const names: string[] = []
  const note = (constraint: unknown) => {
    const it = typeof constraint === 'object' && constraint !== null ? constraint : {}
    const action = 'action_id' in it ? it.action_id : undefined
    if (!(action instanceof RegExp))
      names.push(String(action ?? ('block_id' in it ? it.block_id : constraint)))
  }
  registerAll(new Proxy(Object.create(null), { get: () => note }), Object.create(null))
  return names
}

/** A programme with an entry, a proposal and two decisions, and everything that can be pressed and sent about them. */
async function staged(from: TestDatabase) {
  const it = await programme(from)
  const { committee, id: councilId, prisma, house, clerk, member } = it
  await it.set({ callInRequesters: 2 })
  await it.add({ title: 'Agreed' }, { to: 'meeting', meetingId: it.meetingId })
  await it.propose(member, { title: 'Proposed' })
  const enter = async (title: string) => {
    const entered = await enterCallIn(house, {
      by: clerk.id,
      committeeId: committee.id,
      title,
      reference: '',
      decidedBy: 'Cabinet',
      publishedOn: '2017-09-05',
    })
    return entered.ok ? entered.value.callInId : ''
  }
  const open = await enter('Open')
  const called = await enter('Called')
  for (const { id } of [member, it.anotherMember])
    await requestCallIn(house, { by: id, callInId: called, personId: id, grounds: [], reason: 'Cost' })

  const [agreed, proposed] = [await it.entry('Agreed'), await it.entry('Proposed')]
  const value = ({ id, version }: { id: string; version: number }) => `${id}/${version}`
  const carried = ({ id, version }: { id: string; version: number }) =>
    JSON.stringify({ entryId: id, version })
  const ofCallIn = (callInId: string, version: number) => JSON.stringify({ callInId, version, relayed: true })
  const { programme: p, callIn: c } = ids
  const { field: f } = p
  const seenByAll = EVERYBODY

  const presses: Readonly<Record<string, readonly [value: string, why: string | undefined]>> = {
    [p.back]: [committee.id, seenByAll],
    [p.open]: [value(agreed), seenByAll],
    [p.print]: [committee.id, seenByAll],
    [p.propose]: [committee.id, MEMBERS],
    [p.takeBack]: [value(proposed), 'another member’s proposal'],
    [p.decide]: [value(agreed), CHAIR],
    [p.add]: [committee.id, CLERKS],
    [p.edit]: [value(agreed), CLERKS],
    [p.arrange]: [value(agreed), CLERKS],
    [p.up]: [value(agreed), CLERKS],
    [p.undo]: [value(agreed), CLERKS],
    [p.settings]: [committee.id, CLERKS],
    [p.import]: [committee.id, CLERKS],
    [c.list]: [committee.id, seenByAll],
    [c.open]: [`${open}/1`, seenByAll],
    [c.enter]: [committee.id, CLERKS],
    [c.ask]: [`${open}/1`, COUNCILLORS],
    [c.relay]: [`${open}/1`, CLERKS],
    [c.withdraw]: [`${open}/1`, 'No request of yours stands'],
    [c.invalid]: [`${called}/2`, CLERKS],
    [c.schedule]: [`${called}/2`, CLERKS],
    [c.hear]: [`${called}/2`, CLERKS],
    [c.takeBack]: [`${called}/2`, CLERKS],
  }
  const said: Given = {
    [f.title]: 'A topic',
    [f.reason]: 'Because',
    [f.by]: 'minute 3',
    [f.place]: 'unscheduled',
  }
  const forms: Readonly<Record<string, readonly [metadata: string, given: Given, why: string | undefined]>> =
    {
      [p.proposeForm]: [committee.id, said, MEMBERS],
      [p.decideForm]: [carried(proposed), { ...said, [f.decision]: 'accepted' }, CHAIR],
      [p.addForm]: [committee.id, said, CLERKS],
      [p.editForm]: [carried(agreed), said, CLERKS],
      [p.arrangeForm]: [carried(agreed), said, CLERKS],
      [p.settingsForm]: [
        committee.id,
        { [f.days]: '5', [f.requesters]: '3', [f.window]: '5', [f.meetWithin]: '10' },
        CLERKS,
      ],
      [p.importForm]: [committee.id, { [f.file]: ['F1'] }, CLERKS],
      [p.printForm]: [committee.id, {}, seenByAll],
      [c.enterForm]: [
        committee.id,
        { [c.field.title]: 'Another', [c.field.decidedBy]: 'Cabinet', [c.field.publishedOn]: '2017-09-05' },
        CLERKS,
      ],
      [c.askForm]: [
        JSON.stringify({ callInId: open, version: 1, relayed: false }),
        { [c.field.reason]: 'Cost' },
        COUNCILLORS,
      ],
      [c.invalidForm]: [ofCallIn(called, 2), { [c.field.why]: 'No' }, CLERKS],
      [c.scheduleForm]: [ofCallIn(called, 2), { [c.field.meeting]: it.meetingId }, CLERKS],
      [c.hearForm]: [ofCallIn(called, 2), { [c.field.outcome]: 'released', [c.field.why]: 'No' }, CLERKS],
    }
  const state = async () => ({
    audit: (await it.audit()).length,
    entries: await prisma.programmeEntry.findMany({ where: { councilId }, orderBy: { id: 'asc' } }),
    callIns: await prisma.callIn.findMany({ where: { councilId }, orderBy: { id: 'asc' } }),
    asked: await prisma.callInRequest.count({ where: { councilId } }),
    settings: await prisma.trackerSettings.findMany({ where: { councilId } }),
    messages: await prisma.outboxMessage.count({ where: { councilId } }),
  })
  return { ...it, agreed, proposed, presses, forms, state, value }
}

describeWithDatabase('somebody without the right to it', (database) => {
  test('is refused by each button, form and word of the programme and of call-in, and changes nothing', {
    timeout: 60_000,
  }, async () => {
    const it = await staged(database())
    const { presses, forms, state, value, proposed } = it
    const { programme: p } = ids
    const apart = [p.committee, p.takeOver, '/programme']
    expect(listenedFor().toSorted()).toEqual(
      [...Object.keys(presses), ...Object.keys(forms), ...apart].toSorted(),
    )

    const before = await state()

    const clerkElsewhere = it.second.clerk
    for (const who of [it.outsider, clerkElsewhere, { slackUserId: 'U0STRANGER' }]) {
      const isKnown = 'id' in who
      const desk = await atDesk(it.council, who)
      for (const [name, [pressed, why]] of Object.entries(presses)) {
        const answer = await desk.press(name, pressed)
        expect(answer, `${name} to ${who.slackUserId}`).toContain(isKnown ? (why ?? '') : UNKNOWN)
        expect(desk.bolt.methods(), name).toContain(isKnown && why === undefined ? 'views.open' : 'respond')
      }
      for (const [name, [metadata, given, why]] of Object.entries(forms)) {
        if (isKnown && why === undefined) continue
        const answer = await desk.submit(name, metadata, given)
        expect(answer, `${name} to ${who.slackUserId}`).toContain(isKnown ? (why ?? '') : UNKNOWN)
      }
      for (const [word, why] of [
        ['propose', MEMBERS],
        ['settings', CLERKS],
      ] as const)
        expect(await desk.command(word)).toContain(isKnown ? why : UNKNOWN)
      expect(await state()).toEqual(before)
    }

    // A proposal is no matter of who neither made it nor sits on the committee.
    const outsider = await atDesk(it.council, it.outsider)
    for (const id of [p.open, p.decide, p.edit])
      expect(await outsider.press(id, value(proposed))).toContain(GONE)
    expect(await outsider.command('')).not.toContain('Proposed')
  })

  test('of another council is shown nothing and changes nothing', async () => {
    const it = await staged(database())
    const { presses, forms, state, prisma } = it
    const before = await state()
    const other = await inventCouncil(database())
    const theirs = await atDesk(other, other.clerk)
    for (const [name, [pressed]] of Object.entries(presses)) {
      const answer = await theirs.press(name, pressed)
      expect(answer, name).not.toMatch(/Agreed|Proposed:|Called|Open \(/)
    }
    for (const [name, [metadata, given]] of Object.entries(forms)) await theirs.submit(name, metadata, given)
    expect(await state()).toEqual(before)
    expect(await prisma.programmeEntry.count({ where: { councilId: other.id } })).toBe(0)
  })
})
