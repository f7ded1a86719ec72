import { expect, test } from 'vitest'
import { registerQuorum } from '../../src/apologies/quorum-listeners.ts'
import { homeActs } from '../../src/bot/home-acts.ts'
import { registerHomeTab } from '../../src/home/home-listeners.ts'
import type { Homes } from '../../src/home/publish-home.ts'
import { homeWords as say } from '../../src/home/words.en.ts'
import { ids } from '../../src/slack/ids.ts'
import { registerDesk } from '../../src/tracker/desk-listeners.ts'
import { boltStage } from '../slack/bolt-stage.ts'
import { type InventedPerson, inventCouncil, MEETING_DAY } from '../support/council.ts'
import { describeWithDatabase } from '../support/databases.ts'
import { textsOf } from '../support/shown.ts'

const nothing: Homes = {
  opened: async () => undefined,
  turned: async () => undefined,
  touched: () => undefined,
  wake: () => undefined,
  tick: async () => undefined,
  busy: () => 0,
  close: async () => undefined,
}

/** Everybody’s, and the calendar, of which everybody is told that none can be reached here: the others are for clerks. */
const FOR_ALL = new Set(['tracker', 'programme', 'leave', 'interests', 'calendar'])

test('every button of an act on a Home has its act', () => {
  const acts = new Set(homeActs.map(({ word }) => word))
  expect(Object.keys(say.acts).filter((word) => !acts.has(word))).toEqual([])
})

describeWithDatabase('a button on a Home', (database) => {
  async function stage() {
    const council = await inventCouncil(database())
    // Of one alone the sheet is given at once, as a file.
    for (const day of [MEETING_DAY, '2017-10-18']) await council.meeting(day)
    return {
      ...council,
      async press(by: InventedPerson, id: string, value: string) {
        const it = await boltStage(
          council,
          (app, reception) => {
            registerHomeTab(app, reception, nothing, homeActs)
            registerDesk(app, reception)
            registerQuorum(app, reception)
          },
          by,
        )
        await it.deliver({
          team: { id: council.teamId },
          user: { id: by.slackUserId },
          trigger_id: '1.2',
          type: 'block_actions',
          actions: [{ type: 'button', action_id: id, block_id: 'b', value, action_ts: '1.0' }],
          view: { id: 'VH', type: 'home', hash: 'h', private_metadata: '', state: { values: {} } },
        })
        expect(it.logged.filter((line) => line['reference'] !== undefined)).toEqual([])
        const view = it.calls.findLast(({ method }) => method.startsWith('views.'))?.sent['view']
        return textsOf(view).join('\n')
      },
    }
  }

  test('opens its act for a clerk; another is told in plain words who can, and never nothing', async () => {
    const it = await stage()
    for (const word of Object.keys(say.acts)) {
      const clerk = await it.press(it.clerk, `${ids.home.act}.${word}`, word)
      expect(clerk, word).not.toBe('')
      const outsider = await it.press(it.outsider, `${ids.home.act}.${word}`, word)
      expect(outsider, word).not.toBe('')
      if (!FOR_ALL.has(word)) expect(outsider, word).not.toBe(clerk)
    }
  })

  test('opens the tracker’s desk and the quorum of its own committee, for its clerks alone', async () => {
    const it = await stage()
    await it.house.db.committeeRole.create({
      data: { councilId: it.id, committeeId: it.second.committee.id, personId: it.clerk.id, duty: 'clerk' },
    })
    for (const id of [ids.trackerDesk.open, ids.quorum.open]) {
      const shown = [
        await it.press(it.clerk, id, it.committee.id),
        await it.press(it.clerk, id, it.second.committee.id),
      ]
      for (const text of shown) expect(text).not.toContain('Scrutineer')
      const refused = await it.press(it.second.clerk, id, it.committee.id)
      expect(refused).toMatch(/clerk/i)
      expect(shown).not.toContain(refused)
      const other = await inventCouncil(database())
      expect(await it.press(it.clerk, id, other.committee.id)).toMatch(/clerk/i)
    }
  })
})
