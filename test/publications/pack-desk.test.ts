import { expect, onTestFinished, test } from 'vitest'
import { openReadingDesk } from '../../src/documents/reading-desk.ts'
import { givePack } from '../../src/publications/give-pack.ts'
import { openPackDesk } from '../../src/publications/pack-desk.ts'
import { packForReview } from '../../src/publications/review-model.ts'
import {
  type Answers,
  councilSite,
  MEETING,
  meetingPage,
  meetingXml,
  PACK,
  SERVICE,
} from '../documents/fetching/council-site.ts'
import { plainAgenda, printed } from '../documents/papers.ts'
import { type InventedCouncil, inventCouncil } from '../support/council.ts'
import { describeWithDatabase } from '../support/databases.ts'
import { silentLog } from '../support/logs.ts'

const agenda = Buffer.from(await printed((doc) => doc.text(plainAgenda)))

describeWithDatabase('a pack that is given by its address', (database) => {
  async function readFrom(answers: Answers, path: string, maxBytes = 1024 * 1024) {
    const council = await inventCouncil(database())
    const site = await councilSite(answers)
    const address = `${site.address.slice(0, -1)}${path}`
    const packId = await given(council, address)
    const desk = openPackDesk({
      readingDesk: openReadingDesk(),
      limits: { maxBytes, allowPrivate: true, firstPauseMs: 1 },
      log: silentLog,
      clientOf: () => Promise.reject(new Error('no file of Slack was given')),
    })
    onTestFinished(() => desk.close())
    expect(await desk.read(council.house, packId)).toBe(true)
    const review = await packForReview(council.house, packId, council.clerk.id)
    if (review.state !== 'open') throw new Error(`the pack is ${review.state}`)
    return { site, form: review.model }
  }

  async function given({ house, clerk }: InventedCouncil, address: string): Promise<string> {
    const outcome = await givePack(house, { by: clerk.id, pack: { source: 'address', address } })
    if (!outcome.ok) throw new Error('the pack was refused')
    return outcome.value.packId
  }

  test('is fetched and read, and keeps the address', async () => {
    const { site, form } = await readFrom({ '/store/agenda.pdf': agenda }, '/store/agenda.pdf')
    expect(form).toMatchObject({
      source: { kind: 'read', name: 'agenda.pdf' },
      date: '2027-03-04',
      publicAddress: `${site.address}store/agenda.pdf`,
    })
  })

  test('of its meeting is the pack itself, and keeps the pack’s own address', async () => {
    const { site, form } = await readFrom({ [MEETING]: meetingPage(PACK), [PACK]: agenda }, MEETING)
    expect(form).toMatchObject({
      source: { kind: 'read', name: 'Public reports pack 04th-Mar-2027 14.00 Housing Panel.pdf' },
      date: '2027-03-04',
      publicAddress: `${site.address.slice(0, -1)}${PACK}`,
    })
  })

  test('of a meeting without a pack is what the council’s web service says, and keeps the meeting’s page', async () => {
    const answers = { [MEETING]: meetingPage(), [SERVICE]: meetingXml }
    const { site, form } = await readFrom(answers, '/ieListDocuments.aspx?CId=206&MId=718')
    expect(form).toMatchObject({
      source: { kind: 'read', name: 'Meeting 718 on 127.0.0.1' },
      date: '2027-03-04',
      time: '14:00',
      venue: 'Tide Room, Civic Offices',
      items: [{ number: '1', title: "Chair's announcements" }],
      publicAddress: `${site.address.slice(0, -1)}${MEETING}`,
    })
  })

  test('behind a shield tells the clerk to download it by hand, and keeps the address for members', async () => {
    const { site, form } = await readFrom({ '/agenda.pdf': 403 }, '/agenda.pdf')
    expect(form.source).toEqual({
      kind: 'unreadable',
      problem: expect.stringContaining('Open the address in a browser, save the file'),
    })
    expect(form.publicAddress).toBe(`${site.address}agenda.pdf`)
  })

  test('that is too large is told, and can be published all the same', async () => {
    const { form } = await readFrom({ '/agenda.pdf': Buffer.alloc(2_000_000) }, '/agenda.pdf')
    expect(form.source).toEqual({ kind: 'unreadable', problem: expect.stringContaining('larger than 1 MB') })
  })
})
