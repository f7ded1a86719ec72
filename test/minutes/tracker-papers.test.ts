// The tracker's papers and numbers from what is stored, and by whom they are asked for.
import type { App } from '@slack/bolt'
import { describe, expect, test } from 'vitest'
import { readPaper } from '../../src/documents/read-paper.ts'
import { htmlOf } from '../../src/minutes/html.ts'
import { trackerFiguresWord } from '../../src/minutes/tracker-figures-listeners.ts'
import { figuresChart, figuresCsv, figuresWord } from '../../src/minutes/tracker-figures-paper.ts'
import { handOverFiles, printedFigures, trackerFiles, yearOf } from '../../src/minutes/tracker-files.ts'
import { trackerModel } from '../../src/minutes/tracker-model.ts'
import { openTracker } from '../../src/minutes/tracker-paper.ts'
import { registerTrackerPapers, trackerPaperWord } from '../../src/minutes/tracker-paper-listeners.ts'
import { trackerProfiles } from '../../src/minutes/tracker-profiles.ts'
import { figuresView, trackerPaperModal } from '../../src/minutes/tracker-views.ts'
import { ids } from '../../src/slack/ids.ts'
import { asCommand, type Reception } from '../../src/slack/listen.ts'
import { importWord, registerTrackerImports } from '../../src/tracker/import-listeners.ts'
import { importModal } from '../../src/tracker/import-views.ts'
import { overdueByCommittee } from '../../src/tracker/load-figures.ts'
import { recordResponse } from '../../src/tracker/record-response.ts'
import { transferRows } from '../../src/tracker/transfer-rows.ts'
import { boltStage } from '../slack/bolt-stage.ts'
import { valuesOf } from '../slack/values-of.ts'
import { type InventedCouncil, inventCouncil } from '../support/council.ts'
import { describeWithDatabase } from '../support/databases.ts'
import { textsOf } from '../support/shown.ts'
import { expectShowable } from '../support/worst-case.ts'
import { plantsRows } from '../tracker/planted-rows.ts'
import { done, trackedMeeting } from '../tracker/tracker-stage.ts'

const text = (bytes: Uint8Array | undefined) => new TextDecoder().decode(bytes)

async function printed(it: InventedCouncil): Promise<string> {
  const model = await trackerModel(it.house, it.committee.id)
  return model ? text(htmlOf(openTracker(model, trackerProfiles.plain))) : ''
}

describeWithDatabase('the paper of a committee’s tracker', (database) => {
  test('prints what was closed once more with its minute, and at the next meeting no longer', async () => {
    const it = await trackedMeeting(database())
    const first = await it.row('1')
    expect(await printed(it)).toContain('that the fracture clinics at Mill Lane stay open on Saturdays')
    done(await it.close([first]))
    await it.prisma.itemRecord.update({ where: { id: it.recordId }, data: { minuteNumber: 31 } })
    await it.meeting('2017-10-18')
    const once = await printed(it)
    expect(once).toContain('for the meeting of 18 October 2017')
    expect(once).toContain('Complete since the meeting of 20 September 2017')
    expect(once).toContain('Complete: closed by the committee on 20 September 2017, minute 31')
    it.clock.advance({ hours: 24 * 30 })
    const later = await printed(it)
    expect(later).not.toContain(first.text)
    expect(later).toContain('that the bus to the clinics be looked at')
  })

  test('has the response with its reasons, and the numbers of the year below the rows', async () => {
    const it = await trackedMeeting(database())
    const first = await it.row('1')
    done(
      await recordResponse(it.house, {
        by: it.by,
        rowId: first.id,
        response: {
          state: 'inPart',
          reasons: 'Every other Saturday',
          proposed: '',
          body: 'Cabinet',
          consideredOn: '2017-09-20',
          minute: '7',
          publishedOn: undefined,
        },
      }),
    )
    const [file, ...more] = await trackerFiles(it.house, { committeeId: it.committee.id, format: 'html' })
    expect(more).toEqual([])
    expect(text(file?.bytes)).toContain('Accepted in part: Cabinet, 20 September 2017, minute 7')
    expect(text(file?.bytes)).toContain('Reasons: Every other Saturday')
    expect(text(file?.bytes)).toContain('In numbers, 2017/18')
    expect(text(file?.bytes)).toContain('alt="Bars of what became of what')
  })

  test('says how far asking went for the day by which a row is due now, and not for one before it', async () => {
    const it = await inventCouncil(database())
    const plant = plantsRows(it)
    const { id } = await plant({ text: 'Write to the bus company.', dueOn: '2017-09-01' })
    const row = await it.house.db.trackerRow.findFirstOrThrow({ where: { councilId: it.id, id } })
    const invited = { councilId: it.id, committeeId: it.committee.id, groupKey: row.groupKey, rowIds: [id] }
    await it.house.db.escalation.create({
      data: {
        ...invited,
        step: 'agenda',
        dueOn: new Date('2017-08-01'),
        outcome: 'sent',
        at: new Date('2017-08-20T09:00:00Z'),
      },
    })
    expect(await printed(it)).toContain('Overdue since 1 September 2017')
    expect(await printed(it)).not.toContain('head of service invited')
    await it.house.db.escalation.updateMany({
      where: { councilId: it.id },
      data: { dueOn: new Date('2017-09-01') },
    })
    expect(await printed(it)).toContain('Overdue since 1 September 2017; head of service invited')
  })

  test('keeps closed business in a file of its own, whatever is asked for', async () => {
    const it = await inventCouncil(database())
    const plant = plantsRows(it)
    await plant({ text: 'Write to the bus company.' })
    await plant({ text: 'Pay the contractor Grimsdale off.', isClosed: true })
    for (const format of ['html', 'csv'] as const) {
      const files = await trackerFiles(it.house, { committeeId: it.committee.id, format })
      expect(files).toHaveLength(1)
      expect(text(files[0]?.bytes)).toContain('bus company')
      expect(text(files[0]?.bytes)).not.toContain('Grimsdale')
    }
    const [open, closed, ...more] = await trackerFiles(it.house, {
      committeeId: it.committee.id,
      format: 'docx',
    })
    expect(more).toEqual([])
    expect(closed?.name).toContain('not-for-publication')
    const words = async (bytes: Uint8Array | undefined) =>
      JSON.stringify(await readPaper({ name: 'a.docx', bytes: bytes ?? new Uint8Array() }))
    expect(await words(open?.bytes)).not.toContain('Grimsdale')
    expect([open?.name, open?.title, closed?.name, closed?.title, closed?.alt].join(' ')).not.toContain(
      'Grimsdale',
    )
  })

  test('of what goes on in another committee has each reference before and now', async () => {
    const it = await inventCouncil(database())
    const plant = plantsRows(it)
    const { id } = await plant({ reference: 'A90/17', text: 'Write to the bus company.' })
    expect(await handOverFiles(it.house, it.committee.id)).toEqual([])
    await it.house.db.committeeRole.create({
      data: { councilId: it.id, committeeId: it.second.committee.id, personId: it.clerk.id, duty: 'clerk' },
    })
    done(
      await transferRows(it.house, {
        by: it.clerk.id,
        committeeId: it.committee.id,
        toCommitteeId: it.second.committee.id,
        rowIds: [id],
        why: 'The committee is abolished.',
      }),
    )
    const [file, ...more] = await handOverFiles(it.house, it.committee.id)
    expect(more).toEqual([])
    expect(file?.name).toContain('handed-over-to-places-and-growth')
    expect(file?.bytes.length).toBeGreaterThan(1000)
  })
})

describeWithDatabase('the numbers of a committee’s tracker', (database) => {
  test('are of the year in which things were asked, as a chart with its words, as Word and as CSV', async () => {
    const it = await inventCouncil(database())
    const plant = plantsRows(it)
    await plant({ metOn: '2017-06-07', dueOn: '2017-07-01', owners: [it.outsider] })
    await plant({ metOn: '2017-06-07', state: 'closed' })
    await plant({ metOn: '2016-06-07', dueOn: '2016-07-01', owners: [it.outsider] })
    await plant({ isClosed: true, text: 'Grimsdale', dueOn: '2017-09-01' })
    const of = { id: it.committee.id, name: it.committee.name }
    const year = await printedFigures(it.house, of, [of, it.second.committee], yearOf(it.house))
    expect(year.figures).toMatchObject({ made: 3, overdue: 2 })
    expect(year.figures.overdueByOwner).toEqual([
      { name: 'Ms Zadie Norcross', count: 1 },
      { name: 'Nobody is named', count: 1 },
    ])
    expect(year.byCommittee).toEqual([
      { name: it.committee.name, count: 3 },
      { name: it.second.committee.name, count: 0 },
    ])
    const chart = await figuresChart(year)
    expect([...chart.bytes.subarray(0, 4)]).toEqual([0x89, 0x50, 0x4e, 0x47])
    expect(chart.alt).toContain(
      'Actions: 3, of which 1 closed, 0 answered and not closed, 0 open, 2 overdue.',
    )
    expect((await figuresWord(year)).name).toMatch(/-tracker-figures-2017-18\.docx$/)
    expect(text(figuresCsv(year).bytes)).toContain('Ms Zadie Norcross,1')
    expect(text(figuresCsv(year).bytes)).not.toContain('Grimsdale')
    expect(await overdueByCommittee((await inventCouncil(database())).house, [of])).toEqual([
      { name: it.committee.name, count: 0 },
    ])
  })
})

const PAPER = 'Only a clerk of this committee prints its tracker'
const IMPORT = 'Only a clerk of the committee takes over its tracker'
const WORDS = [trackerPaperWord, trackerFiguresWord, importWord]

function registerAll(app: App, reception: Reception): void {
  registerTrackerPapers(app, reception)
  registerTrackerImports(app, reception, { read: readPaper })
  for (const { word, open } of WORDS) app.command(`/tracker-${word}`, asCommand(reception, open))
}

describeWithDatabase('somebody who keeps no tracker', (database) => {
  test('is refused by each button, form and word of its papers and imports, and is handed nothing', async () => {
    const it = await inventCouncil(database())
    const { committee, second } = it
    const { trackerPaper: p, trackerImport: i } = ids
    const figures = `${committee.id}/2017-05-01`
    const { id: importId } = await it.house.db.trackerImport.create({
      data: {
        councilId: it.id,
        committeeId: committee.id,
        fileName: 'a.csv',
        sha256: 'a',
        created: 1,
        changed: 0,
        unchanged: 0,
        at: new Date(it.house.now().epochMilliseconds),
        byId: it.clerk.id,
      },
    })
    const presses: Record<string, readonly [value: string, why: string]> = {
      [p.open]: [committee.id, PAPER],
      [p.figures]: [committee.id, PAPER],
      [p.committee]: [committee.id, PAPER],
      [p.year]: ['2017-05-01', PAPER],
      [p.chart]: [figures, PAPER],
      [p.word]: [figures, PAPER],
      [p.csv]: [figures, PAPER],
      [i.undo]: [importId, IMPORT],
    }
    const forms: Record<string, readonly [given: Record<string, string>, why: string]> = {
      [p.form]: [{ [p.field.committee]: committee.id }, PAPER],
      [i.form]: [{ [i.field.committee]: committee.id, [i.field.kind]: 'action' }, IMPORT],
      [i.take]: [{}, IMPORT],
    }
    const metadata = JSON.stringify({ committeeId: committee.id, fileId: 'F1', sha256: 'a', kind: 'action' })
    for (const who of [it.member, it.chair, it.outsider, second.clerk]) {
      const bolt = await boltStage(it, registerAll, who)
      const common = {
        token: 't',
        team: { id: it.teamId, domain: 'underfell' },
        user: { id: who.slackUserId, name: 'somebody', team_id: it.teamId },
        trigger_id: '1.2',
        api_app_id: 'A1',
      }
      for (const [name, [value, why]] of Object.entries(presses)) {
        bolt.calls.length = 0
        await bolt.deliver({
          ...common,
          type: 'block_actions',
          actions: [{ type: 'button', action_id: name, block_id: 'b', value, action_ts: '1.0' }],
          view: { id: 'V1', type: 'modal', hash: 'h', private_metadata: figures, state: { values: {} } },
        })
        expect(bolt.told(), `${name} to ${who.name}`).toContain(why)
        expect(bolt.methods(), name).toEqual(['ack', 'views.push'])
      }
      for (const [name, [given, why]] of Object.entries(forms)) {
        bolt.calls.length = 0
        const acks = await bolt.submit(valuesOf(given), name === i.take ? metadata : '', name)
        expect(acks.flatMap((ack) => textsOf(ack)).join('\n'), name).toContain(why)
        expect(bolt.methods(), name).toEqual(['ack'])
      }
      // A clerk of another committee has a tracker of their own.
      if (who === second.clerk) continue
      for (const { word } of WORDS) {
        bolt.calls.length = 0
        await bolt.deliver({
          command: `/tracker-${word}`,
          text: '',
          team_id: it.teamId,
          user_id: who.slackUserId,
          channel_id: committee.channelId,
          response_url: 'https://hooks.slack.test/actions/1',
          trigger_id: '1.2',
        })
        expect(bolt.told()).toContain(word === 'import' ? IMPORT : PAPER)
      }
    }
    expect(await it.house.db.trackerImport.count({ where: { councilId: it.id, undoneAt: null } })).toBe(1)

    const own = await boltStage(it, registerAll, it.clerk)
    await own.deliver({
      command: '/tracker-figures',
      text: '',
      team_id: it.teamId,
      user_id: it.clerk.slackUserId,
      channel_id: committee.channelId,
      response_url: 'https://hooks.slack.test/actions/1',
      trigger_id: '1.2',
    })
    expect(own.methods()).toContain('views.open')
    const acks = await own.submit(
      valuesOf({ [p.field.committee]: committee.id, [p.field.what]: 'csv' }),
      '',
      p.form,
    )
    expect(acks.flatMap((ack) => textsOf(ack)).join('\n')).toContain('The file comes to your direct message')
  })
})

describe('the forms of papers, numbers and imports', () => {
  test('are showable, however many committees, owners and late responses there are', () => {
    const many = Array.from({ length: 150 }, (_, place) => ({
      value: `c${place}`,
      text: `A committee of a long name that is longer than an option takes, number ${place} <&>`,
    }))
    const names = many.map((one) => ({ name: one.text, count: 3 }))
    expectShowable(trackerPaperModal(many, 'c3'))
    expectShowable(
      importModal({
        committees: many,
        last: [{ importId: 'i', fileName: '<!channel>.csv', day: '2017-09-06' }],
      }),
    )
    expectShowable(
      figuresView({
        committees: many,
        committeeId: 'c3',
        years: [{ from: '2017-05-01', until: '2018-04-30' }],
        printed: {
          of: { committee: 'A <committee>', from: '2017-05-01', until: '2018-04-30' },
          byCommittee: names,
          figures: {
            made: 3,
            answered: 1,
            byKind: [],
            responses: { accepted: 1, inPart: 0, rejected: 0, notedOnly: 0, unfeasible: 0 },
            noResponse: 0,
            implemented: 0,
            medianDays: 3,
            overdue: 150,
            overdueByOwner: names,
            late: names.map(({ name }) => ({
              reference: 'R1/17',
              text: name.repeat(20),
              dueOn: '2017-06-01',
              respondedOn: undefined,
              daysLate: 3,
            })),
          },
        },
      }),
    )
  })
})
