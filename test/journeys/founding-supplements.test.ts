// Real covering letters of 2015 and 2017, "reports that were unavailable when the agenda was printed".
import { describe, expect, test } from 'vitest'
import { words as supplement } from '../../src/publications/supplement-words.en.ts'
import { words as publication } from '../../src/publications/words.en.ts'
import { temporaryFolder } from '../workspace/council.ts'
import {
  FOUNDING_CLERK,
  type FoundingSupplement,
  foundingSupplement,
  foundingSupplementsMissing,
  supplementCsv,
  supplementLabels,
} from './support/founding-papers.ts'
import { importByCommandLine } from './support/import-by-command-line.ts'
import { scrutineer } from './support/scrutineer.ts'
import { labels } from './support/words.ts'

interface Case {
  readonly fixture: string
  readonly which: FoundingSupplement
  /** When the agenda is published, in time; and when the supplement was issued. */
  readonly agendaAt: string
  readonly issuedAt: string
  /** The agenda's last page; the supplement goes on from there. */
  readonly lastPage: number
  readonly notice: string
  readonly counted: string
}

const cases: Case[] = [
  {
    fixture: 'F4 and F25: Monday 3 April 2017',
    which: 'jct',
    agendaAt: '2017-03-24T09:00',
    issuedAt: '2017-03-29T17:00',
    lastPage: 33,
    notice: 'Short by 3 clear days: 2 of the 5 that are needed.',
    counted: 'Counted: Thu 30 Mar, Fri 31 Mar = 2 clear days.',
  },
  {
    fixture: 'F3: Thursday 24 September 2015',
    which: 'council',
    agendaAt: '2015-09-16T09:00',
    issuedAt: '2015-09-18T12:00',
    lastPage: 256,
    notice: 'Short by 2 clear days: 3 of the 5 that are needed.',
    counted: 'Counted: Mon 21 Sep, Tue 22 Sep, Wed 23 Sep = 3 clear days.',
  },
]

const REMINDER = 'A reminder of what is due from you'

describe.each(cases)('The founding supplement $fixture', (one) => {
  test('is read, matched to its items, found contiguous, published, and recorded as late', async (context) => {
    if (foundingSupplementsMissing !== undefined) return context.skip(foundingSupplementsMissing)
    const paper = supplementLabels(one.which)
    const dataDir = temporaryFolder()
    const seed = { team: { id: 'T0FOUNDING', name: 'Founding council', domain: 'founding' } }
    const it = await scrutineer({ clock: one.agendaAt, dataDir, ownDatabase: true, sample: false, seed })
    try {
      await importByCommandLine(dataDir, supplementCsv(paper.committee))
      const clerk = it.as(FOUNDING_CLERK)
      // A machine at its limit takes long over the first request; the form must come within Slack's three seconds.
      await clerk.command('/pack help')
      await clerk.command('/pack', { channel: 'supplements' })
      await clerk.submit()
      const listed = paper.items.map(({ number, title }) => `${number}. ${title} [to follow]`)
      await clerk.submit({
        [labels.date]: paper.date,
        [labels.time]: '17:30',
        [labels.items]: [`1. Apologies`, `2. Minutes (pages 1-${one.lastPage})`, ...listed].join('\n'),
      })
      expect((await clerk.modal()).title).toBe('Published')
      await clerk.close()
      const before = await clerk.sees('Agenda', 'supplements')
      for (const { title } of paper.items) expect(before.text).toContain(`${title} · report to follow`)

      await it.world.advance({ set: one.issuedAt })
      await clerk.upload(foundingSupplement(one.which))
      await clerk.click(publication.dropped.check)
      const form = await clerk.modal()
      expect(form.title).toBe(supplement.form.title)
      const lines = await clerk.field(supplement.form.lines(1, 1, true))
      expect(lines.value).toBe(
        paper.items
          .map(({ number, title, pages }) => `${number}. ${title} (pages ${pages}) [to follow]`)
          .join('\n'),
      )
      // Nothing is doubled, and nothing is missing after the agenda's last page.
      expect(form.text).not.toContain(':warning: Line')
      expect(form.text).not.toContain('No paper has')

      await clerk.submit()
      const receipt = await clerk.modal()
      expect(receipt.title).toBe(supplement.receipt.title)
      expect(receipt.text).toContain(one.notice)
      expect(receipt.text).toContain(one.counted)
      expect(receipt.text).toContain('no gap and no page twice')
      expect(receipt.text).toContain('3 people get a line')

      const card = await clerk.sees('Agenda', 'supplements')
      expect(card.edited).toBe(true)
      for (const { number, title, pages } of paper.items)
        expect(card.text).toContain(
          `${number}. ${title} (supplement 1, pages ${pages?.replace('-', '–')}) · report opened late`,
        )
      expect(card.text).not.toContain('needs the Chair’s ruling')
      expect(card.replies).toHaveLength(1)
      for (const member of ['Ada Member', 'Ben Member', 'Cora Member']) {
        // The meeting is near: a reminder of what is due may stand between them.
        const messages = (await it.as(member).messages()).filter(({ text }) => !text.includes(REMINDER))
        expect(messages).toHaveLength(2)
        expect(messages[1]?.text).toContain('the report that was to follow')
        expect(messages[1]?.text).toContain('opened later than the law asks')
      }
      expect(await it.world.journal({ type: 'fault' })).toEqual([])
    } finally {
      await it.stop()
    }
  })
})
