// As large as it gets: nothing is cut, and everybody is told.
import { expect, test } from 'vitest'
import { csv, type Row } from '../committees/invented-committee.ts'
import { importInto } from './support/import-committee.ts'
import { agendaText, textFile } from './support/papers.ts'
import { asField } from './support/person.ts'
import { publishTyped } from './support/publish-typed.ts'
import { standing } from './support/standing.ts'
import * as sample from './support/words.ts'
import { buttons, clerksList, labels } from './support/words.ts'

const it = standing()
const clerk = () => it().as(sample.clerk)

const LONG =
  'Establishing a joint commissioning partnership for children’s and family services across the county, '
const titles = Array.from({ length: 60 }, (_, index) => `${LONG}part ${index + 1}`)

test('an agenda of sixty items with long titles is shown in full', async () => {
  const lines = titles.map(
    (title, index) => `${index + 1}. ${title} (pages ${index * 10 + 1}-${index * 10 + 10})`,
  )
  await clerk().command('/pack')
  await clerk().submit({ [labels.file]: asField(textFile(agendaText({ items: titles }))) })
  const form = await clerk().modal()
  const portions = form.fields.filter((field) => field.label.startsWith('Agenda items'))
  const read = portions.flatMap((field) => String(field.value).split('\n'))
  expect(read).toHaveLength(60)
  expect(read[59]).toBe(`60. ${titles[59]}`)
  let left = lines
  const share = Math.ceil(60 / portions.length)
  const corrected = portions.map((field): [string, string] => {
    const part = left.slice(0, share)
    left = left.slice(share)
    return [field.label, part.join('\n')]
  })
  await clerk().submit(Object.fromEntries(corrected))
  expect((await clerk().modal()).title).toBe('Published')
  await clerk().close()
  const card = await clerk().sees('4 March 2027', sample.channel)
  for (const title of titles) expect(card.text).toContain(title)
  expect(card.text).toContain('pages 591–600')
})

test('a committee of eighty members: each is told, each stands in the clerks’ list', async () => {
  const names = Array.from(
    { length: 80 },
    (_, index) => `Maximilian Featherstonehaugh-Cholmondeley ${roman(index + 1)}`,
  )
  const rows: Row[] = names.map((name, index) => ({
    ...(index === 0
      ? {
          council: 'Haverleigh Council',
          nation: 'england',
          committee: 'Whole Council Scrutiny',
          channel: 'whole',
          clerks_channel: 'whole-clerks',
        }
      : {}),
    name,
    title: 'Councillor the Honourable',
    email: `member${index + 1}@haverleigh.example`,
    role: 'member',
    voting: 'always',
  }))
  rows.push({ name: sample.clerk, title: 'Ms', email: 'marian.spekeworth@haverleigh.example', role: 'clerk' })
  await importInto(it(), csv(rows))
  await publishTyped(clerk(), { [labels.committee]: 'Whole Council Scrutiny' })
  expect((await clerk().modal()).text).toContain('80 members get a direct message')
  await clerk().close()
  for (const name of [names[0], names[79]])
    await it()
      .as(name ?? '')
      .click(buttons.coming, { within: 'Whole Council' })
  const list = await clerk().sees(clerksList, 'whole-clerks')
  const shown = await wholeList(list.text)
  for (const name of names) expect(shown).toContain(name)
  expect(await it().database.prisma.outboxMessage.count({ where: { kind: 'member', state: 'sent' } })).toBe(
    90,
  )
})

/** What the message shows, and what it says to open for the rest. */
async function wholeList(text: string): Promise<string> {
  const list = await clerk().sees(clerksList, 'whole-clerks')
  const more = list.controls.find((control) => /whole|all/i.test(control.text))
  if (!more) return text
  await clerk().click(more.text, { within: clerksList })
  const view = (await clerk().modal()).text
  await clerk().close()
  return `${text}\n${view}`
}

function roman(number: number): string {
  const parts: [number, string][] = [
    [50, 'L'],
    [40, 'XL'],
    [10, 'X'],
    [9, 'IX'],
    [5, 'V'],
    [4, 'IV'],
    [1, 'I'],
  ]
  const [worth, letters] = parts.find(([value]) => value <= number) ?? [0, '']
  return worth === 0 ? '' : letters + roman(number - worth)
}
