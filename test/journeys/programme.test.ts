// A topic from a member's proposal to the agenda, a paper that is taken over, and a decision that is called in: through
// the running bot and the workspace.
import { expect, test } from 'vitest'
import { programmePaperWords } from '../../src/minutes/programme-words.en.ts'
import { callInWords } from '../../src/programme/call-in-words.en.ts'
import { formWords } from '../../src/programme/form-words.en.ts'
import { importWords } from '../../src/programme/import-words.en.ts'
import { words } from '../../src/programme/words.en.ts'
import { asField } from './support/person.ts'
import { standing } from './support/standing.ts'
import * as sample from './support/words.ts'

const it = standing()
const as = (name: string) => it().as(name)
const clerk = () => as(sample.clerk)
const ruth = () => as('Ruth Okafor')
const jo = () => as('Jo Ward')
const view = async () => (await clerk().modal()).text
const closeAll = async (person: ReturnType<typeof as>) => {
  while (await person.openModal()) await person.close()
}

const PAPER = `Work Programme 2026 - 2027

| Date of meeting | Agenda item | Prioritisation Score | Reason for consideration | Responsible Cabinet Member / Officer |
| --- | --- | --- | --- | --- |
| 17 March 2027 | Pharmacy services | 5 (High) | Member request | Director of Public Health |
| Items to be scheduled | | | | |
| | Homes for carers | 2 (Low) | Member request | - |
`

test('a member proposes, the clerks read of it, the Chair decides, and the member reads how', async () => {
  await jo().command('/programme propose', { channel: sample.channel })
  await jo().submit({
    [formWords.propose.topic]: 'Winter pressures',
    [formWords.propose.reason]: 'Beds were short last winter',
  })
  expect((await jo().modal()).text).toContain('is proposed')
  await closeAll(jo())
  await clerk().sees('Winter pressures', sample.clerksChannel)

  await ruth().command('/programme', { channel: sample.channel })
  await ruth().click(words.view.buttons.open)
  await ruth().click(words.entry.buttons.decide)
  await ruth().submit({
    [formWords.decide.decision]: formWords.decide.accepted,
    [words.authority.why]: 'Meeting of 20 January 2027',
  })
  expect((await ruth().modal()).text).toContain('To be scheduled')
  await closeAll(ruth())
  expect((await jo().sees('was accepted')).text).toContain('Winter pressures')
})

test('a paper is taken over after a look at what it changes, and once', async () => {
  const give = async () => {
    await clerk().command('/programme', { channel: sample.clerksChannel })
    await clerk().click(words.view.buttons.import)
    await clerk().submit({
      [importWords.file]: asField({ name: 'programme.md', bytes: new TextEncoder().encode(PAPER) }),
    })
  }
  await give()
  await expect.poll(view).toContain('2 new, 0 changed')
  await clerk().click(importWords.takeOver)
  await expect.poll(view).toContain('Taken over')
  expect(await view()).toContain('Pharmacy services')
  await closeAll(clerk())
  await give()
  await expect.poll(view).toContain('Nothing is different')
  await closeAll(clerk())
})

test('it is printed for whoever asks, and comes to them alone', async () => {
  await jo().command('/programme', { channel: sample.channel })
  await jo().click(words.view.buttons.print)
  await jo().submit({ [programmePaperWords.form.format]: programmePaperWords.form.formats.csv })
  await closeAll(jo())
  const files = async (name: string) => JSON.stringify(await as(name).messages())
  await expect.poll(() => files('Jo Ward')).toContain('work-programme-health-and-adult-care')
  expect(await files(sample.clerk)).not.toContain('work-programme-')
})

test('a decision is entered, asked for in the channel, and called in when enough have asked', async () => {
  await clerk().command('/programme settings', { channel: sample.clerksChannel })
  await clerk().submit({ [formWords.settings.requesters]: '2' })
  await closeAll(clerk())
  await clerk().command('/programme callin', { channel: sample.clerksChannel })
  await clerk().click(callInWords.enter)
  await clerk().submit({
    [callInWords.enterForm.decision]: 'Closing the day centre',
    [callInWords.enterForm.decidedBy]: 'Cabinet',
  })
  expect(await view()).toContain('Councillors can ask until the end of')
  await closeAll(clerk())
  for (const person of [jo(), ruth()]) {
    await person.click(callInWords.ask, { within: 'Closing the day centre' })
    await person.submit({ [callInWords.askForm.reason]: 'People were not asked' })
    await closeAll(person)
  }
  expect((await jo().sees('Closing the day centre', sample.channel)).text).toContain(
    'Called in by 2 councillors',
  )
  await clerk().sees('Called in:', sample.clerksChannel)
  await ruth().sees('Called in:')
})
