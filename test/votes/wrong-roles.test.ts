// Whoever does not record the votes of a meeting is told so by every button, form and word about them, is shown
// nothing, and changes nothing.
import { expect, test } from 'vitest'
import { ids } from '../../src/slack/ids.ts'
import { describeWithDatabase } from '../support/databases.ts'
import { atVotes, registerAll } from './votes-desk.ts'
import { voting } from './votes-stage.ts'

const SITTING = 'Only a clerk of this committee keeps the record'
const VOTES = 'Only a clerk of this committee records votes'
const UNKNOWN = 'I do not know you yet'
const SECRET = 'Mill Lane'

/** What is listened for: actions, forms and commands, by their names. */
function listenedFor(): string[] {
  const names: string[] = []
  const note = (constraint: unknown) => {
    const it = typeof constraint === 'object' && constraint !== null ? constraint : {}
    const action = 'action_id' in it ? it.action_id : undefined
    names.push(String(action ?? ('block_id' in it ? it.block_id : constraint)))
  }
  registerAll(new Proxy(Object.create(null), { get: () => note }), Object.create(null))
  return names
}

describeWithDatabase('somebody who does not record the votes of a meeting', (database) => {
  test('is refused by each of their buttons, forms and words, is shown nothing, and changes nothing', async () => {
    const it = await voting(database())
    const { id: councilId, meetingId, prisma, recordId, member, outsider, second } = it
    await it.setting({ votesElectronic: true })
    const counts = { for: 5, against: 2, abstain: 1, none: 0 }
    // More parts than a page of their form has: the next page is shown to nobody else either.
    const text = Array.from({ length: 35 }, (_, at) => `${at + 1}. That ${SECRET} stay open.`).join('\n')
    const declared = it.idOf(await it.record({ moved: { kind: 'motion', text }, counts }))
    const motion = it.idOf(await it.move({ text: `That ${SECRET} be visited.` }))
    const open = it.idOf(await it.put(motion, { method: 'electronic' }))
    const waiting = it.idOf(await it.move({ text: `That ${SECRET} be closed.` }))
    const [resolution] = await it.resolutions()
    const { votes: v } = ids
    const { field } = v
    const of = (id: string) => `${meetingId}/${id}`
    const [item, about, told, resolved] = [recordId, open, declared, resolution?.id ?? ''].map(of)

    const presses: Readonly<Record<string, readonly [value: string | undefined, why: string]>> = {
      [v.agreed]: [`${item}/1`, SITTING],
      [v.noted]: [`${item}/1`, SITTING],
      [v.open]: [item, SITTING],
      [v.roll]: [about, SITTING],
      [v.count]: [about, SITTING],
      [v.close]: [about, VOTES],
      [v.declare]: [about, VOTES],
      [v.castFor]: [about, VOTES],
      [v.castAgainst]: [about, VOTES],
      [v.byHand]: [about, VOTES],
      [v.abandon]: [about, VOTES],
      [v.withdraw]: [of(waiting), VOTES],
      [v.defer]: [of(waiting), VOTES],
      [v.list]: [meetingId, SITTING],
      [v.motion]: [item, SITTING],
      [v.correct]: [told, SITTING],
      [v.names]: [about, SITTING],
      [v.own]: [told, SITTING],
      [v.picture]: [told, SITTING],
      [v.resolutions]: [meetingId, SITTING],
      [v.resolution]: [resolved, SITTING],
      [v.confirm]: [resolved, VOTES],
      [v.takeBack]: [resolved, VOTES],
      [v.ballotFor]: [open, 'You cannot vote on this question'],
      [v.ballotAgainst]: [open, 'You cannot vote on this question'],
      [v.ballotAbstain]: [open, 'You cannot vote on this question'],
    }
    const turns: Readonly<Record<string, string | undefined>> = {
      [v.list]: `${meetingId}/1`,
      [v.correct]: `${told}/1`,
      [v.resolutions]: `${meetingId}/1`,
    }
    const choices: Readonly<Record<string, readonly [value: string, metadata: string, why: string]>> = {
      [field.method]: ['voices', `${item}/1`, SITTING],
      [v.committee]: [it.committee.id, it.committee.id, VOTES],
    }
    const side = { [`${field.person}.${member.id}`]: 'for' }
    const count = { [field.for]: '8', [field.against]: '0', [field.abstain]: '0', [field.none]: '0' }
    const typed = { [field.text]: 'That it be so.', [field.method]: 'hands', ...count }
    const parts = Object.fromEntries(
      (resolution?.parts ?? []).map(({ path, verbClass }) => [`${field.verb}.${path}`, verbClass]),
    )
    const forms: Readonly<
      Record<
        string,
        readonly [metadata: string | undefined, given: Readonly<Record<string, string>>, why: string]
      >
    > = {
      [v.form]: [`${item}/3`, typed, SITTING],
      [v.countForm]: [about, count, SITTING],
      [v.rollForm]: [`${about}/0`, side, VOTES],
      [v.motionForm]: [`${item}/3`, typed, SITTING],
      [v.correctForm]: [told, { ...count, [field.why]: 'Miscounted' }, SITTING],
      [v.namesForm]: [about, { [field.requested]: member.id }, VOTES],
      [v.ownForm]: [
        `${meetingId}/1/clerk`,
        { [field.side]: 'for', [field.member]: member.id },
        'Only who could vote',
      ],
      [v.resolutionForm]: [`${resolved}/${recordId}`, typed, VOTES],
      [v.partsForm]: [`${resolved}/${recordId}/0`, parts, SITTING],
      [v.settingsForm]: [it.committee.id, { [field.members]: '1' }, VOTES],
    }
    const names = [presses, choices, forms].flatMap((table) => Object.keys(table))
    const pages = Object.keys(turns).map((id) => String(new RegExp(`^${id.replaceAll('.', '\\.')}\\.\\d+$`)))
    expect(listenedFor().toSorted()).toEqual([...names, ...pages, '/vote'].toSorted())

    const state = async () => ({
      audit: (await it.audit()).length,
      votes: await it.rows(),
      motions: await it.motions(),
      resolutions: await it.resolutions(),
      choices: await prisma.voteChoice.count({ where: { councilId } }),
      owns: await prisma.ownVote.count({ where: { councilId } }),
      messages: (await it.messages()).map(({ id, wanted }) => [id, wanted]),
      committees: await prisma.committee.findMany({ where: { councilId }, orderBy: { id: 'asc' } }),
    })
    const before = await state()

    // A member who is away and whose vote it therefore is not; the clerk of another committee; one of none; nobody.
    const [, , , , , , , , away] = it.members
    for (const who of [away, second.clerk, outsider, { slackUserId: 'U0STRANGER' }]) {
      if (!who) throw new Error('no ninth member')
      const desk = await atVotes(it, who)
      const isKnown = 'id' in who
      const expectRefused = (name: string, read: string, why: string) => {
        expect(read, `${name} says to ${who.slackUserId}`).toContain(isKnown ? why : UNKNOWN)
        expect(read, name).not.toContain(SECRET)
        expect(desk.methods(), name).not.toContain('views.open')
      }
      for (const [name, [value = '', why]] of Object.entries(presses))
        expectRefused(name, await desk.press(name, value), why)
      for (const [name, value = ''] of Object.entries(turns))
        expectRefused(name, await desk.press(`${name}.1`, value), SITTING)
      for (const [name, [value, metadata, why]] of Object.entries(choices)) {
        // Whoever clerks another committee sees the settings of their own.
        if (name === v.committee && who === second.clerk) continue
        expectRefused(name, await desk.choose(name, value, metadata), why)
      }
      for (const [name, [metadata = '', given, why]] of Object.entries(forms))
        expectRefused(name, await desk.submit(name, metadata, given), why)
      if (who !== second.clerk) expectRefused('/vote settings', await desk.type('settings'), VOTES)
      if (who !== away) {
        expectRefused('/vote', await desk.type(''), 'No meeting of yours is open')
        expectRefused('/vote record', await desk.type('record'), 'No meeting of yours is open')
      }
      expect(await state()).toEqual(before)
    }
  })
})
