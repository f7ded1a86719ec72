import { Temporal } from 'temporal-polyfill'
import { expect, test } from 'vitest'
import { followImport } from '../../src/cli/follow-import.ts'
import { importCommittee, OPERATOR, previewImport } from '../../src/committees/import-committee.ts'
import { displayName, membersOn } from '../../src/committees/people.ts'
import { openHouses } from '../../src/database/houses.ts'
import { privateText } from '../../src/database/private-text.ts'
import { arrangeEntry } from '../../src/programme/arrange-entry.ts'
import { callInAtHand } from '../../src/programme/call-ins.ts'
import { decideProposal } from '../../src/programme/decide-proposal.ts'
import { addEntry } from '../../src/programme/edit-entry.ts'
import { enterCallIn } from '../../src/programme/enter-call-in.ts'
import { entryAtHand, programmeOf } from '../../src/programme/entries.ts'
import { proposeEntry } from '../../src/programme/propose-entry.ts'
import { requestCallIn } from '../../src/programme/request-call-in.ts'
import { setProgrammeSettings } from '../../src/programme/set-settings.ts'
import {
  councillor,
  everybodyInSlack,
  fileOf,
  inventedRows,
  type Row,
} from '../committees/invented-committee.ts'
import { plannedMeeting } from '../support/council.ts'
import { embeddedDatabase, useDatabase } from '../support/databases.ts'
import { recordingLog } from '../support/recording-log.ts'
import { AGREED, RULE, topic, UNSCHEDULED } from './programme-stage.ts'

const database = useDatabase(embeddedDatabase)

/** After Annual Council: the vice chair takes the chair, the chair stays as a member, one leaves and one comes. */
const nextYear: readonly Row[] = inventedRows.map((row) => {
  if (row.name === 'Ada Quill') return { ...row, role: 'member' }
  if (row.name === 'Bram Osgood') return { ...row, role: 'chair' }
  if (row.name === 'Cora Velde') return { ...row, role: 'vice-chair' }
  return row.name === 'Edie Zambra' ? councillor('Noor Haskett', 'member', 'Gorse') : row
})

test('a new municipal year is one import whose differences are seen first, and everything open carries over', {
  timeout: 60_000,
}, async () => {
  const { prisma } = database()
  let now = Temporal.Instant.from('2026-05-18T09:00:00Z')
  const ground = { prisma, now: () => now, onMessages: () => undefined }
  const request = (rows: readonly Row[]) => {
    const file = fileOf(rows)
    return { file, slack: everybodyInSlack(file), team: { id: 'T0YEAR', name: 'Exmoor Vale' }, by: OPERATOR }
  }
  const importing = async (rows: readonly Row[]) => {
    const outcome = await importCommittee(ground, request(rows), followImport)
    if (!outcome.ok) throw new Error(JSON.stringify(outcome.refusal))
    return outcome.value
  }
  await importing(inventedRows)
  const council = await prisma.council.findFirstOrThrow({ where: { name: 'Exmoor Vale Council' } })
  const houses = openHouses({ ...ground, log: recordingLog([]), privateText: privateText(Buffer.alloc(32)) })
  const house = await houses.of(council.id)
  const councilId = council.id
  const { id: committeeId } = await prisma.committee.findFirstOrThrow({ where: { councilId } })
  const person = async (name: string) =>
    (await prisma.person.findFirstOrThrow({ where: { councilId, name } })).id
  const ada = await person('Ada Quill')
  const bram = await person('Bram Osgood')
  const edie = await person('Edie Zambra')
  const clerk = await person('Iris Bonham')

  // What is open when the year ends: a proposal, entries with and without a meeting, a call-in of three.
  const meetingId = await plannedMeeting(prisma, { councilId, committeeId, date: '2026-06-17' })
  await setProgrammeSettings(house, { by: clerk, committeeId, settings: { ...RULE, callInRequesters: 2 } })
  await proposeEntry(house, {
    by: edie,
    committeeId,
    proposerId: edie,
    said: topic({ title: 'Proposed in May' }),
  })
  const place = { to: 'meeting', meetingId } as const
  await addEntry(house, {
    by: clerk,
    committeeId,
    said: topic({ title: 'For June' }),
    place,
    authority: AGREED,
  })
  const entered = await enterCallIn(house, {
    by: clerk,
    committeeId,
    title: 'Closing the day centre',
    reference: '',
    decidedBy: 'Cabinet',
    publishedOn: '2026-05-18',
  })
  const callInId = entered.ok ? entered.value.callInId : ''
  const ask = (personId: string) =>
    requestCallIn(house, { by: personId, callInId, personId, grounds: [], reason: 'Cost' })
  expect(await ask(edie)).toMatchObject({ value: { asked: 1 } })

  // Annual Council has met: the file is shown first, and changes nothing.
  now = Temporal.Instant.from('2026-05-21T09:00:00Z')
  const seated = async (date: string) =>
    (await membersOn(prisma, councilId, committeeId, date)).map(
      ({ person: one, office }) => `${displayName(one)} ${office}`,
    )
  const before = await seated('2026-05-21')
  const preview = await previewImport(ground, request(nextYear))
  const codes = preview.ok ? preview.value.differences.map(({ code }) => code).toSorted() : []
  expect(codes).toEqual([
    'office-changed',
    'office-changed',
    'office-changed',
    'person-new',
    'seat-filled',
    'seat-vacated',
  ])
  expect(await seated('2026-05-21')).toEqual(before)

  expect((await importing(nextYear)).differences).toHaveLength(codes.length)
  expect((await importing(nextYear)).differences).toEqual([])
  expect(await seated('2026-05-20')).toEqual(before)
  const now2026 = await seated('2026-05-21')
  expect(now2026).toEqual(
    expect.arrayContaining([
      'Councillor Ada Quill none',
      'Councillor Bram Osgood chair',
      'Councillor Cora Velde viceChair',
      'Councillor Noor Haskett none',
    ]),
  )
  expect(now2026.join()).not.toContain('Edie Zambra')

  // The proposal of a member who has left waits with its clock; the new Chair decides, the old one does not.
  const entry = async (title: string) => {
    const found = (await programmeOf(house, committeeId)).find((one) => one.title === title)
    if (!found) throw new Error(`no entry is called ${title}`)
    return { entryId: found.id, version: found.version }
  }
  const decision = { accepted: true, reason: '', authority: AGREED, place: UNSCHEDULED }
  const proposed = await entry('Proposed in May')
  expect(await decideProposal(house, { by: ada, ...proposed, ...decision })).toMatchObject({
    refusal: { code: 'not-the-chair' },
  })
  expect(await decideProposal(house, { by: bram, ...proposed, ...decision })).toMatchObject({ ok: true })
  expect(await entryAtHand(house, proposed.entryId)).toMatchObject({
    standing: 'toSchedule',
    proposer: { id: edie },
  })
  const forJune = await entry('For June')
  expect(await entryAtHand(house, forJune.entryId)).toMatchObject({ standing: 'scheduled' })
  const moved = { by: clerk, ...forJune, place: UNSCHEDULED, authority: AGREED }
  expect(await arrangeEntry(house, moved)).toMatchObject({ ok: true })

  // The request of who left stands, since they were a councillor when they asked; now they are none, and others are.
  const noor = await person('Noor Haskett')
  expect(await callInAtHand(house, callInId)).toMatchObject({ state: 'open', requests: [{ personId: edie }] })
  expect(await ask(noor)).toMatchObject({ value: { asked: 2, needed: 2 } })
  const told = await prisma.outboxMessage.findMany({ where: { councilId, kind: 'call-in-made' } })
  expect(told.map(({ recipient }) => recipient)).toContain(`person:${bram}`)
  expect(told.map(({ recipient }) => recipient)).not.toContain(`person:${ada}`)
})
