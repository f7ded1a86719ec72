import { expect, test } from 'vitest'
import { registerAttendance } from '../../src/apologies/attendance-listeners.ts'
import { recordsOf } from '../../src/apologies/attendance-records.ts'
import type { Said } from '../../src/apologies/attendance-rules.ts'
import { personField } from '../../src/apologies/attendance-views.ts'
import { recordAttendance } from '../../src/apologies/record-attendance.ts'
import { ids } from '../../src/slack/ids.ts'
import { boltStage } from '../slack/bolt-stage.ts'
import type { InventedPerson } from '../support/council.ts'
import { describeWithDatabase } from '../support/databases.ts'
import { partsOf, textsOf, untouched } from '../support/shown.ts'
import { meetingAhead } from './answering.ts'

const PRESENT: Said = { code: 'present' }
const APOLOGIES: Said = { code: 'apologies' }

describeWithDatabase('the record of who came', (database) => {
  async function stage() {
    const it = await meetingAhead(database())
    const begin = () => it.clock.advance({ hours: 24 * 14 + 2 })
    const record = (
      said: readonly (readonly [InventedPerson, Said])[],
      { why = '', seen = 0, by = it.clerk } = {},
    ) =>
      recordAttendance(it.house, {
        by: by.id,
        meetingId: it.meetingId,
        seen,
        why,
        said: new Map(said.map(([person, one]) => [person.id, one])),
      })
    const common = {
      token: 't',
      team: { id: it.teamId, domain: 'underfell' },
      trigger_id: '1.2',
      api_app_id: 'A1',
    }
    const open = async (by: InventedPerson = it.clerk) => {
      const bolt = await boltStage(it.council, registerAttendance, by)
      await bolt.deliver({
        ...common,
        type: 'block_actions',
        user: { id: by.slackUserId, name: 'x', team_id: it.teamId },
        actions: [
          {
            type: 'button',
            block_id: 'b',
            action_ts: '1.0',
            action_id: ids.attendance.record,
            value: it.meetingId,
          },
        ],
        response_url: 'https://hooks.slack.test/actions/1',
        channel: { id: 'G1' },
        message: { ts: '17.0', blocks: [{ type: 'section', block_id: 'm:1' }] },
      })
      return bolt
    }
    const formOf = (bolt: Awaited<ReturnType<typeof open>>) =>
      partsOf(bolt.calls.find(({ method }) => method === 'views.open')?.sent).find(
        (part) => part['callback_id'] === ids.attendance.form,
      )
    const submit = async (form: unknown, values: Record<string, unknown>) => {
      const bolt = await boltStage(it.council, registerAttendance, it.clerk)
      const state = untouched(form).state.values
      const metadata = partsOf(form).find((part) => part['private_metadata'])?.['private_metadata']
      const [ack] = await bolt.deliver({
        ...common,
        type: 'view_submission',
        user: { id: it.clerk.slackUserId, name: 'x', team_id: it.teamId },
        response_urls: [],
        view: {
          id: 'V1',
          type: 'modal',
          hash: 'h',
          callback_id: ids.attendance.form,
          private_metadata: metadata,
          state: { values: { ...state, ...values } },
        },
      })
      return { ack, said: textsOf(ack).join('\n') }
    }
    const chosen = (person: InventedPerson, value: string) => ({
      [personField(person.id)]: { value: { type: 'static_select', selected_option: { value } } },
    })
    const rows = () => it.ground.prisma.attendanceRecord.findMany({ where: { councilId: it.id } })
    return { ...it, begin, record, open, formOf, submit, chosen, rows }
  }

  test('is kept by clerks alone, once the meeting has begun, where it takes place', async () => {
    const it = await stage()
    expect(await it.record([[it.member, PRESENT]])).toMatchObject({ refusal: { code: 'not-begun' } })
    it.begin()
    expect(await it.record([[it.member, PRESENT]], { by: it.member })).toMatchObject({
      refusal: { code: 'not-a-clerk' },
    })
    expect(await it.record([[it.member, PRESENT]])).toMatchObject({ ok: true, value: { fresh: 1 } })
    await it.cancel()
    expect(await it.record([[it.chair, PRESENT]], { seen: 1 })).toMatchObject({
      refusal: { code: 'not-held' },
    })
  })

  test('twice the same is once; a correction is a new row that says who and why', async () => {
    const it = await stage()
    it.begin()
    await it.record([
      [it.member, APOLOGIES],
      [it.chair, PRESENT],
    ])
    expect(await it.record([[it.chair, PRESENT]])).toMatchObject({
      ok: true,
      value: { fresh: 0, corrected: 0 },
    })
    const corrected = [[it.member, PRESENT]] as const
    expect(await it.record(corrected, { seen: 2 })).toMatchObject({ refusal: { code: 'why-missing' } })
    expect(await it.record(corrected, { seen: 1, why: 'x' })).toMatchObject({
      refusal: { code: 'recorded-meanwhile' },
    })
    await it.record(corrected, { seen: 2, why: 'He came at 10.20.', by: it.otherClerk })
    const rows = (await it.rows()).filter(({ personId }) => personId === it.member.id)
    expect(rows.sort((one, other) => one.number - other.number)).toMatchObject([
      { number: 1, state: 'apologies', why: '', byId: it.clerk.id },
      { number: 2, state: 'present', why: 'He came at 10.20.', byId: it.otherClerk.id },
    ])
    expect(await recordsOf(it.house, [it.meetingId])).toHaveLength(2)
  })

  test('two clerks who record at once do not overwrite each other', async () => {
    const it = await stage()
    it.begin()
    const outcomes = await Promise.all([
      it.record([[it.member, PRESENT]]),
      it.record([[it.member, APOLOGIES]], { by: it.otherClerk }),
    ])
    expect(outcomes.filter(({ ok }) => ok)).toHaveLength(1)
    expect(await it.rows()).toHaveLength(1)
  })

  test('the form is filled in from the answers, and asks about who has not answered', async () => {
    const it = await stage()
    await it.tender(it.member)
    await it.coming(it.chair)
    it.begin()
    const form = it.formOf(await it.open())
    const filled = untouched(form).state.values
    expect(filled[personField(it.member.id)]).toMatchObject({
      value: { selected_option: { value: 'apologies' } },
    })
    expect(filled[personField(it.chair.id)]).toMatchObject({
      value: { selected_option: { value: 'present' } },
    })
    expect(filled[personField(it.anotherMember.id)]).toMatchObject({ value: { selected_option: null } })
    expect(textsOf(form).join('\n')).toContain('not present in the sense of the law')
    const { ack } = await it.submit(form, {})
    expect(ack).toMatchObject({
      response_action: 'errors',
      errors: { [personField(it.anotherMember.id)]: 'Please choose.' },
    })
    expect(await it.rows()).toEqual([])
  })

  test('a submission records the whole committee, with a remote observer under the apologies', async () => {
    const it = await stage()
    it.begin()
    const form = it.formOf(await it.open())
    const everybody = Object.assign({}, ...it.members.map((member) => it.chosen(member, 'present')))
    const [substitute] = it.substitutes
    const { said } = await it.submit(form, {
      ...everybody,
      ...it.chosen(it.member, 'remote'),
      ...it.chosen(it.anotherMember, 'apologies'),
      ...it.chosen(substitute, `for/${it.anotherMember.id}`),
    })
    expect(said).toContain('12 people recorded')
    const records = await recordsOf(it.house, [it.meetingId])
    expect(records.find(({ personId }) => personId === it.member.id)).toMatchObject({
      state: 'apologies',
      mode: 'remoteObserver',
    })
    const seat = records.find(({ personId }) => personId === it.anotherMember.id)?.seatId
    expect(records.find(({ personId }) => personId === substitute.id)).toMatchObject({
      state: 'present',
      forId: it.anotherMember.id,
      seatId: seat,
    })
    // Opened again it shows what stands, and says what cannot be.
    const again = it.formOf(await it.open())
    const clash = await it.submit(again, it.chosen(it.anotherMember, 'present'))
    expect(clash.ack).toMatchObject({
      errors: {
        [personField(substitute.id)]:
          `Councillor ${it.anotherMember.name} is recorded as present, so nobody sat for them.`,
      },
    })
  })

  test('before the beginning the button says when, and a member is told whose it is', async () => {
    const it = await stage()
    expect((await it.open()).told()).toContain('has not begun')
    it.begin()
    expect((await it.open(it.member)).told()).toContain('Only a clerk')
  })
})
