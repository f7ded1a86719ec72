// From who is expected to who came: the quorum before the meeting, the record after it, the figures of the year
// and the six-month watch, over both transports and on both kinds of database.
import { describe, expect, test } from 'vitest'
import { attendanceWords } from '../../src/apologies/attendance-words.en.ts'
import { quorumFormWords } from '../../src/apologies/quorum-form-words.en.ts'
import { verifyAudit } from '../../src/database/verify-audit.ts'
import { attendancePaperWords } from '../../src/minutes/attendance-words.en.ts'
import { secondGround, serverMissing } from './support/matrix.ts'
import { publishTyped } from './support/publish-typed.ts'
import { standing } from './support/standing.ts'
import * as sample from './support/words.ts'

const SECRET = 'Fracture clinic'
const away = sample.membersOnSlack.slice(1, 9)

describe.each(secondGround)('Attendance over $transport, $database database', (ground) => {
  const it = standing(ground)
  const as = (name: string) => it().as(name)
  const clerk = () => as(sample.clerk)
  const list = () => clerk().sees(sample.clerksList, sample.clerksChannel)
  const inClerksChannel = async (said: string) =>
    (await clerk().messages(sample.clerksChannel)).filter(({ text }) => text.includes(said))

  test('a clerk sets the quorum as standing orders have it, and sees its working', async () => {
    await clerk().command('/meeting quorum')
    await clerk().submit({ [quorumFormWords.least]: '3', [quorumFormWords.fraction]: '1/4' })
    expect((await clerk().modal()).text).toMatch(/Quorum 3 \(greater of 3 and a quarter of \d+ seats/)
    await clerk().close()
    await publishTyped(clerk())
    expect((await list()).text).toContain('Quorum likely:')
  })

  test('as members send apologies the forecast moves; when it is lost the clerks read one new line with names', async () => {
    for (const name of away) {
      await as(name).command('/apologies')
      await as(name).submit({ [sample.labels.reason]: SECRET })
      await as(name).close()
    }
    const [line, ...more] = await inClerksChannel('Quorum lost')
    expect(more.length).toBeLessThanOrEqual(1)
    expect(line?.text).toContain(away[0])
    expect(JSON.stringify(await clerk().messages(sample.clerksChannel))).not.toContain(SECRET)
    expect((await list()).text).toContain('Quorum lost:')
  })

  test('one member comes after all: what was told is true again', async () => {
    await as(away[0] ?? '').command('/apologies withdraw')
    expect((await list()).text).toContain('Quorum likely:')
    expect(await inClerksChannel('Quorum lost')).toEqual([])
  })

  test('five working days before, the clerks read names and the Chair numbers alone', async () => {
    await it().world.advance({ set: '2027-03-10T09:00:00Z' })
    const chair = (await as('Ruth Okafor').messages()).map(({ text }) => text)
    const told = chair.filter((text) => text.includes('Quorum likely:'))
    for (const text of told) expect(text).not.toContain(away[1])
    expect((await inClerksChannel('No answer yet:')).length).toBeGreaterThan(0)
  })

  test('once it has begun the clerk records who came, filled in from the answers', async () => {
    await it().world.advance({ set: '2027-03-17T14:05:00Z' })
    await clerk().click(attendanceWords.button, { within: sample.clerksList })
    const form = await clerk().modal()
    const people = form.fields.filter(({ label }) => !label.includes('(substitute)'))
    expect(people.find(({ label }) => label.includes(away[1] ?? '?'))?.value).toBe('apologies')
    const unsaid = people.filter(({ value }) => !value)
    expect(unsaid.length).toBeGreaterThan(0)
    await clerk().submit(
      Object.fromEntries(unsaid.map(({ label }) => [label, attendanceWords.form.said.present])),
    )
    expect((await clerk().modal()).text).toContain('people recorded')
    await clerk().close()
    expect((await list()).text).toMatch(/Recorded:\*? present \d+/)
  })

  test('a correction asks why and keeps what stood', async () => {
    await clerk().click(attendanceWords.correctButton, { within: sample.clerksList })
    const form = await clerk().modal()
    const label = form.fields.find(({ label }) => label.includes(away[1] ?? '?'))?.label ?? ''
    await clerk().submit({ [label]: attendanceWords.form.said.present })
    expect(Object.values(await clerk().errors())).toEqual([attendanceWords.refusals.whyMissing])
    await clerk().submit({ [attendanceWords.form.why]: 'She came at 2.20 pm.' })
    expect((await clerk().modal()).text).toContain('1 person corrected')
    await clerk().close()
    const rows = await it().database.prisma.attendanceRecord.findMany({ where: { number: 2 } })
    expect(rows.map(({ why }) => why)).toEqual(['She came at 2.20 pm.'])
  })

  test('the figures of the year go to the clerk who asked, as a picture with its text, Word and CSV', async () => {
    await clerk().command('/meeting attendance')
    expect((await clerk().modal()).text).toContain('present at 1 of 1')
    const files = async () => JSON.stringify(await clerk().messages())
    for (const [button, ending] of [
      [attendancePaperWords.chart, 'png'],
      [attendancePaperWords.word, 'docx'],
      [attendancePaperWords.csv, 'csv'],
    ] as const) {
      await clerk().click(button)
      expect((await clerk().modal()).text).toContain('comes to your direct message')
      await clerk().close()
      await expect.poll(files, { timeout: 30_000 }).toContain(`.${ending}"`)
    }
    expect(JSON.stringify(await clerk().messages(sample.channel))).not.toContain('.docx')
    await clerk().close()
  })

  test('the six-month watch is for clerks, and never calls apologies approved', async () => {
    await clerk().command('/meeting six-months')
    const { text } = await clerk().modal()
    expect(text).toContain('Friday 17 September 2027')
    expect(text).toContain('Apologies are no approval')
    await clerk().close()
    await as('Jo Ward').command('/meeting six-months')
    expect(await as('Jo Ward').openModal()).toBeUndefined()
  })

  test('nothing private is in the audit trail, and every chain holds', async () => {
    const { prisma } = it().database
    const entries = await prisma.auditEntry.findMany()
    expect(JSON.stringify(entries)).not.toContain(SECRET)
    expect(entries.some(({ canonical }) => canonical.includes('attendance.corrected'))).toBe(true)
    const [council] = await prisma.council.findMany()
    expect((await verifyAudit(prisma, council?.id ?? '')).filter(({ broken }) => broken)).toEqual([])
  })
})

if (serverMissing !== undefined)
  describe('Attendance, server database', () => {
    test('needs a PostgreSQL server', (context) => context.skip(serverMissing))
  })
