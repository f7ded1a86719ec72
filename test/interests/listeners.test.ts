import { describe, expect, test } from 'vitest'
import type { FormMetadata } from '../../src/interests/form-metadata.ts'
import { register } from '../../src/interests/listeners.ts'
import { askedItemsValue, askedMark } from '../../src/interests/meeting-items.ts'
import { officerWords } from '../../src/interests/officer-words.en.ts'
import { words } from '../../src/interests/words.en.ts'
import { ids } from '../../src/slack/ids.ts'
import { boltStage } from '../slack/bolt-stage.ts'
import type { InventedPerson } from '../support/council.ts'
import { embeddedDatabase, useDatabase } from '../support/databases.ts'
import { textsOf } from '../support/shown.ts'
import { declaring, NATURE } from './declaring.ts'

const database = useDatabase(embeddedDatabase)
const { field } = ids.interests

async function stage() {
  const it = await declaring(database())
  const common = (by: InventedPerson) => ({
    token: 't',
    team: { id: it.teamId, domain: 'underfell' },
    user: { id: by.slackUserId, name: 'somebody', team_id: it.teamId },
    trigger_id: '1.2',
    api_app_id: 'A1',
  })
  const mark = askedMark(it.items)
  const metadata = (more: Partial<FormMetadata> = {}) => ({
    meetingId: it.meetingId,
    day: '2017-09-20',
    mark,
    way: 'command' as const,
    ...more,
  })
  return {
    ...it,
    mark,
    metadata,
    asked: askedItemsValue({ meetingId: it.meetingId, day: '2017-09-20', mark }),
    command: async (text = '', by = it.member) => {
      const bolt = await boltStage(it.council, register, by)
      await bolt.deliver({
        command: '/declare',
        text,
        team_id: it.teamId,
        user_id: by.slackUserId,
        channel_id: 'C1',
        response_url: 'https://hooks.slack.test/actions/1',
        trigger_id: '1.2',
      })
      return bolt
    },
    press: async (actionId: string, value: string, by = it.member, shown?: object, chosen = false) => {
      const bolt = await boltStage(it.council, register, by)
      await bolt.deliver({
        ...common(by),
        type: 'block_actions',
        actions: [
          {
            type: chosen ? 'static_select' : 'button',
            action_id: actionId,
            block_id: 'b',
            action_ts: '1.0',
            ...(chosen ? { selected_option: { value } } : { value }),
          },
        ],
        ...(shown === undefined
          ? {
              response_url: 'https://hooks.slack.test/actions/1',
              channel: { id: 'D1' },
              message: { ts: '17.0', blocks: [{ type: 'section', block_id: 'm:1' }] },
            }
          : {
              view: {
                id: 'V1',
                type: 'modal',
                hash: 'h1',
                private_metadata: JSON.stringify(shown),
                state: { values: {} },
              },
            }),
      })
      return bolt
    },
    submit: async (form: string, shown: object, values: Record<string, unknown>, by = it.member) => {
      const bolt = await boltStage(it.council, register, by)
      const [ack] = await bolt.deliver({
        ...common(by),
        type: 'view_submission',
        response_urls: [],
        view: {
          id: 'V1',
          type: 'modal',
          hash: 'h2',
          callback_id: form,
          private_metadata: JSON.stringify(shown),
          state: { values },
        },
      })
      return { ...bolt, ack, said: textsOf(ack).join('\n') }
    },
  }
}

const radio = (value: string) => ({ value: { type: 'radio_buttons', selected_option: { value } } })
const select = (value: string) => ({ value: { type: 'static_select', selected_option: { value } } })
const text = (value: string) => ({ value: { type: 'plain_text_input', value } })
const many = (...values: string[]) => ({
  value: { type: 'multi_static_select', selected_options: values.map((value) => ({ value })) },
})
const ticked = { value: { type: 'checkboxes', selected_options: [{ value: 'yes' }] } }

/** The metadata that the second form would give back. */
function metadataOf(ack: unknown): object {
  const view = ack as { view?: { private_metadata?: string } }
  return JSON.parse(view.view?.private_metadata ?? '{}')
}

describe('/declare', () => {
  test('opens the form at the next meeting: its items, of a closed one the lawful words alone', async () => {
    const { command } = await stage()
    const { calls, methods } = await command()
    expect(methods()).toEqual(['ack', 'views.open'])
    const said = textsOf(calls[1]?.sent).join('\n')
    expect(said).toContain('2. Winter pressures')
    expect(said).toContain('4. An item that is not open to the public')
    expect(said).not.toContain('Contract award')
    expect(said).toContain('There are 4 items on the agenda.')
    expect(said).toContain(words.form.nothing)
  })

  test('shows what follows before anything is recorded, and records it with what was asked then', async () => {
    const { submit, metadata, idOf, notices, natures } = await stage()
    const first = await submit(ids.interests.form, metadata(), {
      [field.items]: many(idOf(2)),
      [field.type]: radio('dpi'),
      [field.holder]: radio('partner'),
    })
    expect(first.said).toContain(
      'You must leave the room, and may neither speak nor vote, on item 2. Winter pressures.',
    )
    expect(first.said).toContain('By Localism Act 2011 s31(4)')
    expect(first.said).toContain(words.confirm.nature)
    expect(await notices()).toEqual([])
    const second = await submit(ids.interests.confirm, metadataOf(first.ack), {
      [field.registration]: radio('neither'),
      [field.nature]: text(NATURE),
    })
    expect(second.said).toContain('Your notice is recorded')
    expect(second.said).toContain('28 days, that day included')
    expect(second.said).not.toContain(NATURE)
    expect(await notices()).toMatchObject([{ type: 'dpi', holder: 'partner', registration: 'neither' }])
    expect(await natures()).toHaveLength(1)
  })

  test('"You may stay but not speak or vote on item 2", where standing orders do not send members out', async () => {
    const { submit, metadata, idOf, ground, id } = await stage()
    await ground.prisma.council.update({ where: { id }, data: { interestLeavesRoom: false } })
    const { said } = await submit(ids.interests.form, metadata(), {
      [field.items]: many(idOf(2)),
      [field.type]: radio('dpi'),
    })
    expect(said).toContain('You may stay but not speak or vote on item 2. Winter pressures.')
  })

  test('never asks for the nature of a sensitive interest, and takes none that was typed', async () => {
    const { submit, metadata, idOf, notices, natures } = await stage()
    const first = await submit(ids.interests.form, metadata(), {
      [field.items]: many(idOf(2)),
      [field.type]: radio('dpi'),
      [field.sensitive]: ticked,
    })
    expect(first.said).not.toContain(words.confirm.nature)
    expect(first.said).toContain('no details are kept')
    await submit(ids.interests.confirm, metadataOf(first.ack), {
      [field.registration]: radio('registered'),
      [field.nature]: text(NATURE),
    })
    expect(await notices()).toMatchObject([{ sensitive: true }])
    expect(await natures()).toEqual([])
  })

  test('offers the dispensations in force, and says what one changes', async () => {
    const { submit, metadata, idOf, dispense, clerk, command, notices } = await stage()
    const general = await dispense(clerk, { mayVote: false })
    if (!general.ok) throw new Error('not recorded')
    const opened = await command()
    expect(textsOf(opened.calls[1]?.sent).join('\n')).toContain(
      'General: Setting the budget (until Fri 31 Aug)',
    )
    const first = await submit(ids.interests.form, metadata(), {
      [field.items]: many(idOf(3)),
      [field.type]: radio('dpi'),
      [field.dispensation]: select(general.value.id),
    })
    expect(first.said).toContain('You may stay and speak but not vote on item 3. Budget monitoring.')
    expect(first.said).toContain('in force until Friday 31 August 2018')
    await submit(ids.interests.confirm, metadataOf(first.ack), {
      [field.registration]: radio('registered'),
      [field.nature]: text('I own a shop'),
    })
    expect(await notices()).toMatchObject([{ dispensationId: general.value.id }])
  })

  test('says at the fields what is missing', async () => {
    const { submit, metadata, idOf } = await stage()
    const noItem = await submit(ids.interests.form, metadata(), {
      [field.items]: many(),
      [field.type]: radio('ori'),
    })
    expect(noItem.ack).toMatchObject({ errors: { [field.items]: words.form.missingItem } })
    const noType = await submit(ids.interests.form, metadata(), {
      [field.items]: many(idOf(2)),
      [field.type]: { value: { type: 'radio_buttons', selected_option: null } },
    })
    expect(noType.ack).toMatchObject({ errors: { [field.type]: words.form.missingType } })
  })

  test('an interest of before is chosen once more without being typed again', async () => {
    const { declare, member, council, submit, metadata, notices, addItem, command, natures } = await stage()
    const next = await council.meeting('2017-11-15')
    const there = await addItem(1, 'Winter pressures', false, next)
    await declare(member, { items: [2], holder: 'partner' })
    const [before] = await notices()
    const opened = await command()
    expect(textsOf(opened.calls[1]?.sent).join('\n')).not.toContain(words.form.earlier)
    const shown = metadata({ meetingId: next, day: '2017-11-15', mark: askedMark([there]) })
    const first = await submit(ids.interests.form, shown, {
      [field.items]: many(),
      [field.type]: { value: { type: 'radio_buttons', selected_option: null } },
      [field.earlier]: select(before?.id ?? ''),
      [field.holder]: radio('own'),
    })
    expect(first.said).toContain('on item 1. Winter pressures.')
    expect(first.said).toContain(words.confirm.natureKept)
    expect(JSON.stringify(first.ack)).not.toContain('surgery')
    await submit(ids.interests.confirm, metadataOf(first.ack), { [field.registration]: radio('registered') })
    expect(await notices()).toMatchObject([
      {},
      { itemId: there.id, holder: 'partner', repeatsId: before?.id },
    ])
    expect(await natures()).toHaveLength(2)
  })

  test('a party whip is declared in the same form', async () => {
    const { submit, metadata, idOf, whips } = await stage()
    const first = await submit(ids.interests.form, metadata(), {
      [field.items]: many(idOf(2)),
      [field.type]: radio('whip'),
      [field.sensitive]: ticked,
    })
    expect(first.said).toContain(words.confirm.whipNature)
    await submit(ids.interests.confirm, metadataOf(first.ack), { [field.nature]: text('To support it') })
    expect(await whips()).toMatchObject([{ itemId: idOf(2), nature: 'To support it' }])
  })

  test('the agenda that changed while the form was open is said, and nothing recorded', async () => {
    const { submit, metadata, idOf, addItem, notices } = await stage()
    const first = await submit(ids.interests.form, metadata(), {
      [field.items]: many(idOf(2)),
      [field.type]: radio('ori'),
    })
    await addItem(5, 'Urgent item')
    const second = await submit(ids.interests.confirm, metadataOf(first.ack), { [field.nature]: text('x') })
    expect(second.said).toContain('was changed meanwhile, so nothing was recorded')
    expect(await notices()).toEqual([])
  })

  test('nothing: one line, for every item of the next meeting', async () => {
    const { command, answers, member } = await stage()
    const { told, methods } = await command('nothing')
    expect(methods()).toEqual(['ack', 'respond'])
    expect(told()).toContain('*Nothing to declare*, recorded for Wellbeing')
    expect(await answers()).toMatchObject([{ personId: member.id, nothing: true, way: 'command' }])
  })

  test.each([
    ['help', '/declare nothing'],
    ['somethng', 'I do not know “somethng”'],
  ])('%s: %s', async (said, expected) => {
    const { command } = await stage()
    expect((await command(said)).told()).toContain(expected)
  })

  test('says to whom it is no use why, and what to do', async () => {
    const { command, clerk, outsider, end, cancel } = await stage()
    expect((await command('', clerk)).told()).toContain('You are a clerk')
    expect((await command('', outsider)).told()).toContain('you are not one here')
    await cancel()
    expect((await command()).told()).toContain('No meeting of your committees')
    end()
    expect((await command('nothing')).told()).toContain('No meeting of your committees')
  })

  test('list shows one’s own notices with what they let one do, and no nature', async () => {
    const { command, declare, member } = await stage()
    await declare(member, { items: [2] })
    const { calls, told } = await command('list')
    expect(calls[1]?.method).toBe('views.open')
    expect(told()).toContain('*Disclosable pecuniary interest*: item 2. Winter pressures')
    expect(told()).not.toContain('surgery')
  })
})

describe('the member’s buttons', () => {
  test('*Nothing to declare* is one tap', async () => {
    const { press, asked, answers } = await stage()
    expect((await press(ids.interests.nothing, asked)).methods()).toEqual(['ack'])
    expect(await answers()).toMatchObject([{ nothing: true, way: 'button' }])
  })

  test('a stale one answers for no item that it did not show, and says what to do', async () => {
    const { press, asked, addItem, answers } = await stage()
    await addItem(5, 'Urgent item')
    expect((await press(ids.interests.nothing, asked)).told()).toContain('look at them and answer again')
    expect(await answers()).toEqual([])
  })

  test('*Declarations* opens the form of that meeting, or says why not', async () => {
    const { press, meetingId, end } = await stage()
    expect((await press(ids.interests.open, meetingId)).methods()).toEqual(['ack', 'views.open'])
    end()
    expect((await press(ids.interests.open, meetingId)).told()).toContain('no advance notice is taken')
  })

  test('*Withdraw* and *Change…* are for one’s own notices, and say when they are gone', async () => {
    const { press, declare, member, anotherMember, notices, metadata, submit, natures } = await stage()
    await declare(member, { items: [2] })
    const [notice] = await notices()
    const value = notice?.id ?? ''
    const others = await press(ids.interests.withdraw, value, anotherMember, metadata())
    expect(others.told()).toContain('was withdrawn already')
    const changing = await press(ids.interests.change, value, member, metadata())
    expect(changing.told()).toContain('You are changing your notice')
    const shown = metadata({ notice: { id: value, version: 1 } })
    const first = await submit(ids.interests.form, shown, {
      [field.type]: radio('ori'),
      [field.holder]: radio('own'),
    })
    await submit(ids.interests.confirm, metadataOf(first.ack), { [field.nature]: text('') })
    expect(await notices()).toMatchObject([{ type: 'ori', version: 2 }])
    expect(await natures()).toHaveLength(1)
    const gone = await press(ids.interests.withdraw, value, member, metadata())
    expect(gone.methods()).toEqual(['ack', 'views.update'])
    expect((await press(ids.interests.change, value, member, metadata())).told()).toContain(
      'withdrawn already',
    )
  })
})

describe('clerks and the Monitoring Officer', () => {
  test('*Interests* in the clerks’ list shows item, kind, effect and nature, to the clerk alone', async () => {
    const { press, declare, member, clerk, anotherMember, meetingId } = await stage()
    await declare(member, { items: [2], holder: 'partner', registration: 'neither' })
    const { told, methods } = await press(ids.interests.list, meetingId, clerk)
    expect(methods()).toEqual(['ack', 'views.open'])
    expect(told()).toContain('*Councillor Priya Ravensworth*: Disclosable pecuniary interest')
    expect(told()).toContain('neither registered nor notified')
    expect(told()).toContain('_leaves the room; neither speaks nor votes_')
    expect(told()).toContain(`What it is: ${NATURE}`)
    const refused = await press(ids.interests.list, meetingId, anotherMember)
    expect(refused.told()).toContain(officerWords.notices.notAReader().text)
    expect(refused.told()).not.toContain('surgery')
  })

  test('/declare notices shows the Monitoring Officer the next meeting, and any other', async () => {
    const { command, press, declare, member, officer, outsider, council, second, clerk, chair } =
      await stage()
    await declare(member, { items: [2] })
    const other = await council.meeting('2017-09-21', second.committee.id)
    await officer(outsider)
    const { told } = await command('notices', outsider)
    expect(told()).toContain(NATURE)
    expect(told()).toContain(second.committee.name)
    expect(told()).not.toContain(officerWords.notices.enterFor().text)
    const chosen = await press(ids.interests.listMeeting, other, outsider, {}, true)
    expect(chosen.told()).toContain('No member has given notice')
    expect((await press(ids.interests.listMeeting, other, clerk, {}, true)).told()).toContain('alone')
    expect((await command('notices', chair)).told()).toContain('If you are one of them')
  })

  test('a clerk enters a notice for a member, shown as relayed with how it came', async () => {
    const { press, submit, metadata, idOf, clerk, coOptee, meetingId, notices, read, second } = await stage()
    const value = `${meetingId}/${coOptee.id}`
    const opened = await press(ids.interests.enterFor, value, clerk, {}, true)
    expect(opened.told()).toContain('*For Mrs Winifred Oakapple*')
    const shown = metadata({ way: 'relayed', forId: coOptee.id })
    const first = await submit(
      ids.interests.form,
      shown,
      { [field.items]: many(idOf(2)), [field.type]: radio('ori') },
      clerk,
    )
    const second2 = await submit(
      ids.interests.confirm,
      metadataOf(first.ack),
      { [field.nature]: text('Trustee of the hospice'), [field.note]: text('by telephone') },
      clerk,
    )
    expect(second2.said).toContain('Recorded for Mrs Winifred Oakapple')
    expect(await notices()).toMatchObject([
      { personId: coOptee.id, way: 'relayed', givenById: clerk.id, relayedNote: 'by telephone' },
    ])
    expect(await read(clerk)).toMatchObject({ value: { interests: [{ relayedBy: 'Ines Penhaligon' }] } })
    const others = await press(ids.interests.enterFor, value, second.clerk, {}, true)
    expect(others.told()).toContain('Only a clerk of this committee')
  })

  test('dispensations are listed, recorded and revoked; one beyond four years is refused at its last day', async () => {
    const { command, submit, press, clerk, member, anotherMember } = await stage()
    expect((await command('dispensations', clerk)).told()).toContain('No dispensation is in force')
    expect((await command('dispensations', member)).told()).toContain('recorded by clerks')
    const form = (until: string) => ({
      [field.person]: select(anotherMember.id),
      [field.scope]: text('Setting the budget'),
      [field.ground]: radio('impeded'),
      [field.vote]: radio('speak'),
      [field.grantedBy]: text('Standards Committee'),
      [field.grantedOn]: { value: { type: 'datepicker', selected_date: '2017-09-01' } },
      [field.until]: { value: { type: 'datepicker', selected_date: until } },
    })
    const long = await submit(ids.interests.dispenseForm, {}, form('2022-01-01'), clerk)
    expect(JSON.stringify(long.ack)).toContain('Localism Act 2011 s33(3)')
    expect(JSON.stringify(long.ack)).toContain('Tuesday 31 August 2021')
    const done = await submit(ids.interests.dispenseForm, {}, form('2021-08-31'), clerk)
    expect(done.said).toContain('*Councillor Callum Stoneleigh*: Setting the budget')
    expect(done.said).toContain('to speak, not to vote')
    const id =
      (await database().prisma.dispensation.findFirst({ where: { personId: anotherMember.id } }))?.id ?? ''
    expect((await press(ids.interests.revoke, id, member, {})).told()).toContain('recorded by clerks')
    expect((await press(ids.interests.revoke, id, clerk, {})).told()).toContain('*Revoked.*')
    expect((await press(ids.interests.revoke, id, clerk, {})).told()).toContain('was revoked already')
  })
})
