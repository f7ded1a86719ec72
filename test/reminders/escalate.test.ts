import { expect, test } from 'vitest'
import { handOnRows } from '../../src/tracker/hand-on-rows.ts'
import { noteSeen } from '../../src/tracker/note-seen.ts'
import { pauseRow } from '../../src/tracker/pause-row.ts'
import { proposeComplete } from '../../src/tracker/propose-complete.ts'
import { describeWithDatabase } from '../support/databases.ts'
import { done, owing } from '../tracker/owing.ts'

/** Every week, and around the days of steps. */
const LOOKED_AT = [
  ...['2017-09-07', '2017-09-08', '2017-09-14', '2017-09-21', '2017-09-22', '2017-09-28', '2017-09-29'],
  ...['2017-10-04', '2017-10-05', '2017-10-12', '2017-10-18', '2017-10-19', '2017-10-26'],
  ...['2017-11-02', '2017-11-03', '2017-11-16', '2017-12-01'],
]

// The committee meets on Wednesday 18 October and Wednesday 15 November 2017.
describeWithDatabase('what is owed to a committee', (database) => {
  const stage = async () => {
    const it = await owing(database())
    await it.meeting('2017-10-18')
    await it.meeting('2017-11-15')
    return it
  }

  test('is asked for step by step until the Chair’s letter is drafted, each step in the log', async () => {
    const it = await stage()
    const { id } = await it.plant({ dueOn: '2017-09-21', owners: [it.officer], heads: [it.head] })
    for (const day of LOOKED_AT) await it.tickAt(`${day}T09:00`)
    expect(await it.log(id)).toEqual([
      '2017-09-07 beforeDue sent Marguerite',
      '2017-09-21 due sent Marguerite',
      '2017-09-28 overdue sent Marguerite',
      '2017-10-05 digest sent Marguerite',
      '2017-10-05 headOfService sent Frederick',
      '2017-10-05 agenda sent',
      '2017-10-19 finalNotice sent Marguerite',
      '2017-11-03 letter sent',
    ])
    expect(await it.said('tracker-owed', it.committee.clerksChannelId)).toContain('The Chair’s letter (Word)')
    const bundles = await it.messages('reminders')
    expect(bundles.filter(({ subject }) => subject === it.officer.id)).toHaveLength(5)
    const notes = await it.prisma.escalation.findMany({ where: { councilId: it.id, outcome: 'sent' } })
    const keys = new Set((await it.messages()).map(({ key }) => key))
    expect(
      notes.filter(({ personId }) => personId !== null).every(({ messageKey }) => keys.has(messageKey)),
    ).toBe(true)
  })

  test('comes in one message, sorted by due, each with its answers in place; what is done is asked for no more', async () => {
    const it = await stage()
    const later = await it.plant({ dueOn: '2017-10-09', owners: [it.officer], text: 'Publish the survey.' })
    const first = await it.plant({ dueOn: '2017-10-06', owners: [it.officer], text: 'Write to the trust.' })
    await it.tickAt('2017-09-25T10:00')
    const said = (await it.said('reminders', it.officer)) ?? ''
    expect(said.indexOf('Write to the trust.')).toBeLessThan(said.indexOf('Publish the survey.'))
    for (const button of ['Answer', 'Update', 'Done', 'Need more time', 'Not mine', 'Seen'])
      expect(said).toContain(`[${button}]`)
    done(
      await proposeComplete(it.house, {
        by: it.officer.id,
        rowId: first.id,
        text: 'The letter went out.',
        doneOn: '2017-09-25',
      }),
    )
    const after = (await it.said('reminders', it.officer)) ?? ''
    expect(after).toContain('Proposed complete: the committee has still to close it')
    expect(after.split('[Done]')).toHaveLength(2)
    await it.tickAt('2017-10-06T10:00')
    expect(await it.log(first.id)).toHaveLength(1)
    await it.tickAt('2017-10-09T10:00')
    expect(await it.log(later.id)).toHaveLength(2)
  })

  test('parts of one resolution share a message, and nobody is asked on a holiday, at night or while the committee has switched it off', async () => {
    const it = await stage()
    const part = { groupKey: 'resolution/1', dueOn: '2017-12-25', owners: [it.officer] }
    await it.plant({ ...part, path: '2.a' })
    await it.plant({ ...part, path: '2.b' })
    for (const local of ['2017-12-08T08:59', '2017-12-09T10:00', '2017-12-25T10:00', '2017-12-26T10:00'])
      expect(await it.tickAt(local)).toBe(0)
    expect(await it.tickAt('2017-12-27T10:00')).toBe(1)
    // Missed: ten working days ahead; then Christmas Day itself, which became the 27th.
    expect(await it.log()).toEqual([
      '2017-12-27 beforeDue skipped Marguerite (passed)',
      '2017-12-27 due sent Marguerite',
    ])
    await it.prisma.reminderPolicy.create({
      data: {
        councilId: it.id,
        committeeId: it.committee.id,
        kind: 'actions',
        active: false,
        days: [10, 0],
        changedById: it.clerk.id,
        changedAt: new Date(),
      },
    })
    expect(await it.tickAt('2018-01-10T10:00')).toBe(0)
  })

  test('is asked of the deputy of whoever is away; without one the clerks hear of it, once', async () => {
    const it = await stage()
    const { id } = await it.plant({ dueOn: '2017-09-21', owners: [it.officer] })
    const other = await it.plant({ dueOn: '2017-09-21', owners: [it.head] })
    await it.away(it.officer, '2017-09-06', '2017-10-31', it.deputy)
    await it.away(it.head, '2017-09-06', '2017-10-31')
    for (const day of ['2017-09-07', '2017-09-21', '2017-09-28']) await it.tickAt(`${day}T10:00`)
    expect(await it.log(id)).toEqual([
      '2017-09-07 beforeDue sent Beatrix for Marguerite',
      '2017-09-21 due sent Beatrix for Marguerite',
      '2017-09-28 overdue sent Beatrix for Marguerite',
    ])
    expect(await it.log(other.id)).toEqual(
      [
        '2017-09-07 beforeDue undeliverable Frederick (on-leave)',
        '2017-09-21 due skipped Frederick (on-leave)',
        '2017-09-22 overdue skipped Frederick (on-leave)',
      ].map((line) => line.replace('09-22', '09-28')),
    )
    expect(await it.messages('tracker-owed')).toHaveLength(1)
    const said = await it.said('reminders', it.deputy)
    expect(said).toContain('For Marguerite Oldroyd, who is away')
    expect(said).toContain('Write to the council’s partners.')
  })

  test('of somebody without Slack the clerks get the text; of closed business its words go nowhere', async () => {
    const it = await stage()
    const named = await it.plant({ dueOn: '2017-09-21', named: ['Director of Housing'] })
    const nobody = await it.plant({ dueOn: '2017-09-21' })
    await it.plant({
      dueOn: '2017-09-21',
      owners: [it.officer],
      isClosed: true,
      text: 'Settle the claim.',
      topic: 'The claim',
      metOn: '2017-08-09',
      reference: 'A9/17',
    })
    await it.tickAt('2017-09-07T10:00')
    await it.plant({ dueOn: '2017-09-21', named: ['Claims Handler'], isClosed: true, metOn: '2017-08-09' })
    await it.tickAt('2017-09-07T10:05')
    expect(await it.said('tracker-owed', it.committee.clerksChannelId)).not.toContain('Claims Handler')
    expect(await it.log(named.id)).toEqual(['2017-09-07 beforeDue undeliverable (no-slack)'])
    expect(await it.log(nobody.id)).toEqual(['2017-09-07 beforeDue undeliverable (no-owner)'])
    const clerks = await it.said('tracker-owed', it.committee.clerksChannelId)
    expect(clerks).toContain('Director of Housing is not on Slack')
    expect(await it.pending('tracker-owed')).toBe(0)
    done(await pauseRow(it.house, { by: it.clerk.id, rowId: named.id, why: 'The inquiry sits.' }))
    // The clerks' list is made true, too: who was paused needs no e-mail.
    expect(await it.pending('tracker-owed')).toBe(1)
    const after = await it.said('tracker-owed', it.committee.clerksChannelId)
    expect(after).not.toContain('Director of Housing')
    expect(after).toContain('A2/17 is owed by nobody')
    await it.owe(nobody.id, it.head)
    expect(await it.said('tracker-owed', it.committee.clerksChannelId)).not.toContain('A2/17')
    const said = await it.said('reminders', it.officer)
    expect(said).toContain('from the closed part of the meeting of 9 August 2017 (A9/17)')
    expect(said).not.toMatch(/claim/i)
  })

  test('of what was handed on meanwhile offers nothing to press to whoever owed it', async () => {
    const it = await stage()
    const { id } = await it.plant({ dueOn: '2017-09-21', owners: [it.officer] })
    await it.tickAt('2017-09-07T10:00')
    expect(await it.said('reminders', it.officer)).toContain('[Done]')
    const to = { personId: it.deputy.id, name: '' }
    done(await handOnRows(it.house, { by: it.clerk.id, personId: it.officer.id, to, rowIds: [id] }))
    expect(await it.pending('reminders')).toBe(1)
    expect(await it.said('reminders', it.officer)).not.toContain('[Done]')
  })

  test('“Seen” after a leave counts for what the deputy was asked', async () => {
    const it = await stage()
    const { id } = await it.plant({ dueOn: '2017-09-21', owners: [it.officer] })
    await it.tickAt('2017-09-07T10:00')
    await it.away(it.officer, '2017-09-20', '2017-09-26', it.deputy)
    await it.tickAt('2017-09-22T10:00')
    await it.tickAt('2017-09-27T10:00')
    done(await noteSeen(it.house, { by: it.officer.id, rowId: id }))
    await it.tickAt('2017-10-02T10:00')
    expect(await it.log(id)).toEqual([
      '2017-09-07 beforeDue sent Marguerite',
      '2017-09-22 due skipped Beatrix for Marguerite (passed)',
      '2017-09-22 overdue sent Beatrix for Marguerite',
    ])
  })

  test('“Seen” stops the weekly list until the next step; a new due day starts anew, within the five', async () => {
    const it = await stage()
    const { id } = await it.plant({ dueOn: '2017-09-08', owners: [it.officer] })
    await it.tickAt('2017-09-08T10:00')
    await it.tickAt('2017-09-15T10:00')
    expect(await noteSeen(it.house, { by: it.officer.id, rowId: id })).toMatchObject({
      value: { already: false },
    })
    await it.tickAt('2017-09-22T10:00')
    expect(await it.log(id)).toEqual([
      '2017-09-08 due sent Marguerite',
      '2017-09-15 overdue sent Marguerite',
      '2017-09-22 headOfService undeliverable (no-head)',
    ])
    await it.prisma.trackerRow.updateMany({
      where: { councilId: it.id, id },
      data: { dueOn: new Date('2017-10-20') },
    })
    for (const day of ['2017-10-06', '2017-10-20', '2017-10-27', '2017-11-03', '2017-12-01'])
      await it.tickAt(`${day}T10:00`)
    const told = (await it.log(id)).filter((line) => line.includes('sent Marguerite'))
    expect(told).toHaveLength(5)
    expect(await it.log(id)).toContain('2017-11-03 headOfService undeliverable (no-head)')
  })
})
