// The minutes of a meeting as its clerk, its Chair and its members live them: drafted, read and commented on, agreed
// at the next meeting, signed, and compared with what the council made of them; over both transports and databases.
import { describe, expect, test } from 'vitest'
import { controlWords } from '../../src/cards/control-words.en.ts'
import { feedWords } from '../../src/cards/feed-words.en.ts'
import { verifyAudit } from '../../src/database/verify-audit.ts'
import { commentWords } from '../../src/minutes/comment-words.en.ts'
import { minutesWords as say } from '../../src/minutes/minutes-words.en.ts'
import { businessWords } from '../../src/sitting/business-words.en.ts'
import { stateWords } from '../../src/sitting/state-words.en.ts'
import { sittingWords } from '../../src/sitting/words.en.ts'
import { secondGround } from './support/matrix.ts'
import { asField } from './support/person.ts'
import { publishTyped } from './support/publish-typed.ts'
import { standing } from './support/standing.ts'
import { ticked } from './support/ticked.ts'
import * as sample from './support/words.ts'

const sits = sittingWords.state.open
const there = ['Ruth Okafor', 'Imran Siddall', 'Tom Fairlock', 'Jo Ward']

describe.each(secondGround)('Minutes over $transport, $database database', (ground) => {
  const it = standing(ground)
  const clerk = () => it().as(sample.clerk)
  const ruth = () => it().as('Ruth Okafor')
  const tom = () => it().as('Tom Fairlock')
  const press = (text: string) => clerk().click(text, { within: sits })
  const view = async () => (await clerk().modal()).text
  const filesOf = async (name: string) => JSON.stringify(await it().as(name).messages())

  async function hold(items: string, closes: boolean) {
    await clerk().command('/meeting open')
    await clerk().submit(await ticked(clerk(), there))
    await clerk().close()
    for (const _ of items.split('\n')) await press(businessWords.next)
    if (!closes) return
    await press(controlWords.more)
    await clerk().click(stateWords.buttons.closed)
    await clerk().submit()
  }

  test('once the meeting is closed the clerk makes the draft, as a Word document and as a page', async () => {
    const items = '1. Apologies\n2. Declarations of interest\n3. Pharmacy services (pages 3-4)'
    await publishTyped(clerk(), { [sample.labels.items]: items })
    await clerk().close()
    await clerk().command('/meeting minutes')
    expect(await clerk().told()).toContain('No meeting of your committees has been closed')
    await it().world.advance({ set: '2027-03-17T14:01:00Z' })
    await hold(items, true)
    await clerk().command('/meeting minutes')
    expect(await view()).toContain(say.states.none)
    await clerk().click(say.draft)
    await clerk().close()
    expect(await view()).toContain('Minutes 1 to 3.')
    for (const kind of ['docx', 'html'])
      expect(await filesOf(sample.clerk)).toContain(`-minutes-2027-03-17.${kind}`)
    expect(await filesOf(sample.clerk)).not.toContain('not-for-publication')
  })

  test('another first number is set, and the text of a minute written', async () => {
    await clerk().click(say.settings)
    await clerk().submit({ [say.settingsForm.first]: 'nineteen' })
    expect(await clerk().errors()).toEqual({ [say.settingsForm.first]: say.settingsForm.notANumber })
    await clerk().submit({ [say.settingsForm.first]: '19' })
    expect(await view()).toContain('Minutes 19 to 21.')
    await clerk().close()
    if (await clerk().openModal()) await clerk().close()
    await clerk().command('/meeting minutes')
    await clerk().click(say.editPlaceholder, { value: '21. Pharmacy services' })
    await clerk().submit({
      [say.editForm.presenters]: 'Farah Quistain (Director)',
      [say.editForm.presented]: 'an update <!channel>',
      [say.editForm.passage]: 'Members spoke of it.\n- one thing\n- another',
    })
    expect(await view()).toContain('part of the record now')
    await clerk().close()
    const record = await it().database.prisma.itemRecord.findFirst({ where: { minuteNumber: 21 } })
    expect(record?.presenters).toEqual(['Farah Quistain (Director)'])
  })

  test('the Chair and the presenter read the draft and comment, and members check their attendance', async () => {
    await clerk().click(say.circulate)
    expect(await view()).toContain(sample.withoutSlack)
    await clerk().close()
    await ruth().sees(commentWords.draft.read)
    expect(JSON.stringify(await tom().messages())).not.toContain(commentWords.draft.read)
    await ruth().click(commentWords.draft.read)
    expect(await filesOf('Ruth Okafor')).toContain('-minutes-2027-03-17.docx')
    await ruth().click(commentWords.draft.comment)
    await ruth().submit({ [commentWords.form.label]: 'Minute 21 & more <!channel>' })
    await ruth().close()
    await tom().sees(commentWords.check.present)
    await it().as('Anjali Nairn').sees(commentWords.check.absent)
    await tom().click(commentWords.check.wrong)
    await tom().submit({ [commentWords.form.attendanceLabel]: 'I left at 2.30' })
    await tom().close()
    const counted = await clerk().sees('2 comments to settle', sample.clerksChannel)
    expect(counted.text).not.toContain('I left')
    await it().as(sample.otherClerk).click(commentWords.clerks.open, { within: '2 comments to settle' })
    const other = await it().as(sample.otherClerk).modal()
    expect(other.text).toContain('Attendance: I left at 2.30')
    await it().as(sample.otherClerk).click(say.settle)
    expect((await it().as(sample.otherClerk).modal()).text).not.toContain('Minute 21 & more')
    await it().as(sample.otherClerk).close()
    await clerk().sees('1 comment to settle, of 2', sample.clerksChannel)
  })

  test('the next meeting agrees them with an amendment, and whoever presided there signs', async () => {
    while (await clerk().openModal()) await clerk().close()
    await clerk().command('/meeting minutes')
    await clerk().click(say.agree)
    expect(await view()).toContain('None has begun yet')
    while (await clerk().openModal()) await clerk().close()
    await publishTyped(clerk(), { [sample.labels.date]: '2027-04-21' })
    await clerk().close()
    await it().world.advance({ set: '2027-04-21T13:01:00Z' })
    await hold('1. Apologies', false)
    await clerk().command('/meeting minutes')
    await clerk().click(say.agree)
    await clerk().submit({ [say.agreeForm.amendments]: 'For “Wherry” read “Wherrie”.' })
    expect(await view()).toContain('Agreed at the meeting on Wednesday 21 April 2027')
    while (await clerk().openModal()) await clerk().close()
    await ruth().sees('are agreed')
    await clerk().command('/meeting minutes')
    await clerk().click(say.sign)
    await clerk().submit()
    expect(await view()).toContain('Signed by Councillor Ruth Okafor on Wednesday 21 April 2027')
    while (await clerk().openModal()) await clerk().close()
  })

  test('signed, nothing of them changes: their text, their numbers, their roll', async () => {
    await clerk().command('/meeting minutes')
    expect((await clerk().modal()).controls.map(({ text }) => text)).not.toContain(say.editPlaceholder)
    await clerk().click(say.settings)
    await clerk().submit({ [say.settingsForm.first]: '5' })
    expect(await view()).toContain('their numbers stay')
    while (await clerk().openModal()) await clerk().close()
  })

  test('the council’s own text is kept beside them, and what differs is said', async () => {
    await clerk().command('/meeting minutes')
    await clerk().click(say.upload)
    const text = `<h1>${sample.committee}</h1><p>Wednesday 17 March 2027</p><p>Present:</p><p>Councillor Ruth Okafor, in the Chair.</p><p>Councillors Siddall, Fairlock and Nairn.</p><h2>19. Apologies</h2><p>None.</p><h2>20. Declarations of interest</h2><p>There were no declarations of interest.</p><h2>21. Pharmacy services</h2><p>RESOLVED: That the report be noted.</p>`
    await clerk().submit({
      [say.uploadForm.file]: asField({ name: 'final.html', bytes: new TextEncoder().encode(text) }),
    })
    await expect.poll(view).toContain('SHA-256')
    expect(await view()).toMatch(/The record has .*Ward.* present; the text does not/)
    expect(await view()).toMatch(/The text has .*Nairn.* present; the record does not/)
    while (await clerk().openModal()) await clerk().close()
    expect(await it().database.prisma.signedPaper.count()).toBe(1)
  })

  test('votes and attendance go out as data, and the calendar has an address', async () => {
    await clerk().command('/meeting minutes')
    await clerk().click(say.out)
    while (await clerk().openModal()) await clerk().close()
    for (const name of ['-votes-2027-03-17.csv', '-attendance-2027-03-17.csv', '-votes-2027-03-17.json'])
      await expect.poll(() => filesOf(sample.clerk)).toContain(name)
    await clerk().command('/meeting calendar')
    expect((await clerk().modal()).title).toBe(feedWords.title)
    const address = /https?:\/\/\S+\.ics/.exec(await view())?.[0] ?? ''
    await clerk().close()
    const feed = await (await fetch(address)).text()
    expect(feed.split('BEGIN:VEVENT').length - 1).toBeGreaterThanOrEqual(2)
  })

  test('only clerks of the committee see or do any of it, and the audit trail holds', async () => {
    await tom().command('/meeting minutes')
    expect(await tom().openModal()).toBeUndefined()
    const { prisma } = it().database
    const [council] = await prisma.council.findMany()
    const chains = await verifyAudit(prisma, council?.id ?? '')
    expect(chains.filter(({ broken }) => broken)).toEqual([])
  })
})
