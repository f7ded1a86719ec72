// A real pack of September 2017, and its committee imported by the command line from a running bot.
import { describe, expect, test } from 'vitest'
import { temporaryFolder } from '../workspace/council.ts'
import {
  FOUNDING_CLERK,
  foundingAgenda,
  foundingCsv,
  foundingPaper,
  foundingPapersMissing,
} from './support/founding-papers.ts'
import { importByCommandLine } from './support/import-by-command-line.ts'
import { asField, buttonsOf, type Person } from './support/person.ts'
import { type Scrutineer, scrutineer } from './support/scrutineer.ts'
import { atFirst, buttons, clerksList, labels } from './support/words.ts'

describe.each([
  { kind: 'txt', way: '/pack' },
  { kind: 'pdf', way: 'dropped on the bot' },
] as const)('The founding pack as $kind, $way', ({ kind, way }) => {
  test('its committee, date, time, place, items, chair and members are shown, and it is published', async (context) => {
    if (foundingPapersMissing !== undefined) return context.skip(foundingPapersMissing)
    const dataDir = temporaryFolder()
    const seed = { team: { id: 'T0FOUNDING', name: 'Founding council', domain: 'founding' } }
    const it = await scrutineer({
      clock: '2017-09-01T09:00',
      dataDir,
      ownDatabase: true,
      sample: false,
      seed,
    })
    try {
      await importByCommandLine(dataDir, foundingCsv(foundingAgenda()))
      const clerk = it.as(FOUNDING_CLERK)
      await (way === '/pack' ? give(clerk) : drop(clerk))
      await checkAndPublish(it, clerk)
    } finally {
      await it.stop()
    }
  })

  async function give(clerk: Person): Promise<void> {
    // A machine at its limit takes long over the first request; the form must come within Slack's three seconds.
    await clerk.command('/pack help')
    await clerk.command('/pack', { channel: 'wellbeing' })
    await clerk.submit({ [labels.file]: asField(foundingPaper(kind)) })
  }

  async function drop(clerk: Person): Promise<void> {
    await clerk.upload(foundingPaper(kind))
    const message = await clerk.sees('I have read')
    expect(buttonsOf(message)).toEqual([buttons.check, 'Discard'])
    expect(message.text).toContain('6 items')
    await clerk.click(buttons.check)
  }
})

async function checkAndPublish({ as, world }: Scrutineer, clerk: Person): Promise<void> {
  const paper = foundingAgenda()
  const form = await clerk.modal()
  const fields = Object.fromEntries(form.fields.map(({ label, value }) => [label, value]))
  const [committee] = form.fields
  expect(committee?.options?.find((option) => option.value === committee.value)?.text).toBe(paper.committee)
  expect(fields).toMatchObject({
    [labels.date]: paper.date,
    [labels.time]: paper.time,
    [labels.venue]: paper.venue,
    [labels.items]: paper.items
      .map(({ number, title, pages }) => `${number}. ${title}${pages ? ` (pages ${pages})` : ''}`)
      .join('\n'),
  })
  expect(paper.items).toHaveLength(6)
  const shown = form.text
  expect(shown).toContain(`Chair on the paper: ${paper.chair}, Vice Chair: ${paper.viceChair}`)
  expect(shown).toContain(`Members on the paper (${paper.members.length}): ${paper.members.join(', ')}`)
  // The labels' members are the seats: nobody is missing on either side.
  expect(shown).not.toContain('not on the')

  await clerk.submit()
  expect((await clerk.modal()).title).toBe('Published')
  const card = await clerk.sees('Wednesday 20 September 2017, 10 am', 'wellbeing')
  expect(card.text).toContain('Work Programme (pages 29–30)')
  await clerk.sees(clerksList, 'wellbeing-clerks')
  for (const member of paper.members) expect((await as(member).messages()).map(buttonsOf)).toEqual([atFirst])
  expect(await world.journal({ type: 'fault' })).toEqual([])
}
