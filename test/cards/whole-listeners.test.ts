import { expect, test } from 'vitest'
import { register } from '../../src/cards/whole-listeners.ts'
import { changeMeeting } from '../../src/meetings/change-meeting.ts'
import { publishPack } from '../../src/publications/publish-pack.ts'
import { ids } from '../../src/slack/ids.ts'
import { meetingAhead } from '../apologies/answering.ts'
import { fieldsOf, publishing } from '../publications/draft.ts'
import { boltStage } from '../slack/bolt-stage.ts'
import type { InventedPerson } from '../support/council.ts'
import { embeddedDatabase, useDatabase } from '../support/databases.ts'
import { textsOf } from '../support/shown.ts'

const database = useDatabase(embeddedDatabase)
const LONG = 'Report on the state of the roof, '.repeat(14).trim()

async function published() {
  const stage = await meetingAhead(database())
  const items = Array.from({ length: 60 }, (_, place) => ({
    number: `${place + 1}`,
    title: `${LONG} ${place}`,
  }))
  const fields = fieldsOf(stage.council, { items })
  await publishPack(stage.house, publishing(stage.council, { fields }))
  const pressing = async (by: InventedPerson, actionId: string, meetingId = stage.meetingId) => {
    const bolt = await boltStage(stage.council, register, by)
    await bolt.press(meetingId, {
      actions: [{ type: 'button', action_id: actionId, block_id: 'b', value: meetingId, action_ts: '1.0' }],
      channel: { id: 'C1' },
      response_url: 'https://hooks.slack.test/actions/1',
    })
    return bolt
  }
  return { ...stage, pressing }
}

test('the whole agenda opens for everybody who sees the card', async () => {
  const { pressing, outsider } = await published()
  const { calls, methods } = await pressing(outsider, ids.whole.agenda)
  expect(methods()).toEqual(['ack', 'views.open'])
  const said = textsOf(calls[1]?.sent).join('\n')
  for (let place = 0; place < 60; place += 1) expect(said).toContain(`${LONG} ${place}`)
})

test('the whole list opens for the clerks of the committee, without a reason in it', async () => {
  const { pressing, otherClerk, member, tender } = await published()
  await tender(member, { reason: 'a hospital appointment' })
  const { calls, methods } = await pressing(otherClerk, ids.whole.list)
  expect(methods()).toEqual(['ack', 'views.open'])
  expect(textsOf(calls[1]?.sent).join('\n')).toContain(member.name)
  expect(JSON.stringify(calls)).not.toContain('hospital')
})

test('the whole list opens for nobody else', async () => {
  const { pressing, member, second, outsider } = await published()
  for (const by of [member, second.clerk, outsider]) {
    const bolt = await pressing(by, ids.whole.list)
    expect(bolt.methods()).toEqual(['ack', 'respond'])
    expect(bolt.told()).toContain('Only a clerk of this committee')
  }
})

test('all changes since the papers are out open for everybody who sees the card', async () => {
  const stage = await published()
  stage.council.clock.advance({ hours: 1 })
  const meeting = await stage.ground.prisma.meeting.findUniqueOrThrow({ where: { id: stage.meetingId } })
  const changed = await changeMeeting(stage.house, {
    by: stage.clerk.id,
    meetingId: stage.meetingId,
    version: meeting.version,
    change: {
      to: 'scheduled',
      date: '2017-09-20',
      startTime: '10:00',
      venue: 'The old library',
      reason: 'Heating',
    },
  })
  expect(changed.ok).toBe(true)
  const { calls, methods } = await stage.pressing(stage.outsider, ids.whole.changes)
  expect(methods()).toEqual(['ack', 'views.open'])
  const said = textsOf(calls[1]?.sent).join('\n')
  expect(said).toContain('The old library')
  expect(said).toContain('Heating')
})

test('neither opens for a meeting of another council', async () => {
  const { pressing, clerk } = await published()
  const { meetingId } = await published()
  for (const actionId of [ids.whole.agenda, ids.whole.list, ids.whole.changes])
    expect((await pressing(clerk, actionId, meetingId)).told()).toContain('not in the record')
})
