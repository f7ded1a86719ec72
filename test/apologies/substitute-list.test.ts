import { describe, expect, test } from 'vitest'
import { register } from '../../src/apologies/listeners.ts'
import { meetingsOf } from '../../src/apologies/meetings-list.ts'
import { meetingsToShow } from '../../src/cards/agenda-model.ts'
import { declareForm } from '../../src/interests/declare-form.ts'
import { ownList } from '../../src/interests/own-list.ts'
import { words as interestWords } from '../../src/interests/words.en.ts'
import { ids } from '../../src/slack/ids.ts'
import { boltStage } from '../slack/bolt-stage.ts'
import { embeddedDatabase, useDatabase } from '../support/databases.ts'
import { textsOf } from '../support/shown.ts'
import { substituting } from './substituting.ts'

const database = useDatabase(embeddedDatabase)

/** Somebody from the other committee, who has no seat on this one, is asked to sit for a member of it. */
async function stage() {
  const it = await substituting(database())
  await it.rule({ substitutePool: 'group', substituteSameGroup: false })
  const substitute = it.second.member
  await it.tender(it.member)
  await it.name(it.member, substitute)
  const common = {
    token: 't',
    team: { id: it.teamId, domain: 'underfell' },
    team_id: it.teamId,
    user: { id: substitute.slackUserId, name: 'somebody', team_id: it.teamId },
    user_id: substitute.slackUserId,
    trigger_id: '1.2',
    api_app_id: 'A1',
  }
  return {
    ...it,
    substitute,
    command: async (text: string) => {
      const bolt = await boltStage(it.council, register, substitute)
      await bolt.deliver({ ...common, command: '/apologies', text, channel_id: 'C1', response_url: 'x' })
      return bolt
    },
    press: async (action_id: string, given?: string) => {
      const bolt = await boltStage(it.council, register, substitute)
      const [{ id: value } = { id: '' }] = await it.standing()
      await bolt.deliver({
        ...common,
        type: 'block_actions',
        actions: [{ type: 'button', action_id, block_id: 'b', action_ts: '1.0', value: given ?? value }],
        view: { id: 'V1', type: 'modal', hash: 'h1', private_metadata: '{}', state: { values: {} } },
      })
      return bolt
    },
  }
}

describe('a substitute without a seat on the committee', () => {
  test('finds the meeting in /apologies list, and answers there', async () => {
    const it = await stage()
    const { calls, methods } = await it.command('list')
    expect(methods()).toEqual(['ack', 'views.open'])
    expect(textsOf(calls[1]?.sent).join('\n')).toContain(
      `You are asked to sit for Councillor ${it.member.name}`,
    )

    const agreed = await it.press(ids.apologies.listAccept)
    expect(await it.standing()).toMatchObject([{ state: 'accepted', substituteId: it.substitute.id }])
    const shown = textsOf(agreed.calls.at(-1)?.sent).join('\n')
    expect(agreed.methods()).toContain('views.update')
    expect(shown).toContain(`You sit for Councillor ${it.member.name}`)
    expect(shown).toContain('I cannot after all')

    await it.press(ids.apologies.listDecline)
    expect(await it.standing()).toEqual([])
    expect(await meetingsOf(it.house, it.substitute.id)).toEqual([])
  })

  test('turns the pages of the absent in place', async () => {
    const it = await stage()
    const turned = await it.press(`${ids.substitution.desk}.1`, `${it.meetingId}/1`)
    expect(turned.methods()).toEqual(['ack', 'views.update'])
    expect(textsOf(turned.calls.at(-1)?.sent).join('\n')).toContain('Substitutes')
  })

  test('gets the list where /apologies has no form for them, and no apologies to withdraw', async () => {
    const it = await stage()
    const { calls, methods } = await it.command('')
    expect(methods()).toEqual(['ack', 'views.open'])
    expect(textsOf(calls[1]?.sent).join('\n')).toContain('You are asked to sit for')
    const away = await it.command('away 18-22 September 2017')
    expect(textsOf(away.calls[1]?.sent).join('\n')).toContain('You are asked to sit for')
    expect(await meetingsOf(it.house, it.substitute.id, { withApologies: true })).toEqual([])
  })

  test('declares interests there once they have agreed, and no longer than that', async () => {
    const it = await stage()
    const form = () => declareForm(it.house, { memberId: it.substitute.id, way: 'command' })
    const listed = async () => (await ownList(it.house, it.substitute.id, interestWords)).meetings
    expect(await form()).toBeUndefined()
    expect(await listed()).toEqual([])
    await it.accept(it.member)
    expect(await form()).toMatchObject({ meeting: { id: it.meetingId } })
    expect(await listed()).toMatchObject([{ meeting: { id: it.meetingId } }])
    await it.coming(it.member)
    expect(await form()).toBeUndefined()
  })

  test('sees it with /agenda beside the meetings of their own committees', async () => {
    const it = await stage()
    const own = await it.council.meeting('2017-09-27', it.second.committee.id)
    const shown = await meetingsToShow(it.house, it.substitute.id, undefined)
    expect(shown.map(({ id }) => id)).toEqual([it.meetingId, own])
  })
})
