import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { htmlOf } from '../../src/minutes/html.ts'
import { openMinutes } from '../../src/minutes/minutes-paper.ts'
import type { PaperPart } from '../../src/minutes/paper-parts.ts'
import { minutesStyles } from '../../src/minutes/styles.ts'
import { wordOf } from '../../src/minutes/word.ts'
import { model, partOf, ward } from './printed.ts'

describe('the documents', () => {
  const declarations = {
    council: 'Underfell Council',
    nation: 'england' as const,
    whips: [],
    interests: [
      {
        member: ward,
        item: { number: '3', title: 'Fracture clinics', minute: '19' },
        kind: 'Other registrable interest',
        isTransparency: false,
        nature: 'governor of the trust',
        isSensitive: false,
        dispensation: undefined,
        effect: { speaking: 'asPublic' as const, mayVote: false, mustLeave: true, sources: [] },
        conduct: 'left' as const,
      },
    ],
  }
  const paper = openMinutes(model({ declarations }), minutesStyles.plymouth)

  test('in Word: language, headings in order, a repeated head row, title, numbered pages', async () => {
    const bytes = await wordOf(paper)
    const [document, styles, core, footer] = await Promise.all(
      ['word/document.xml', 'word/styles.xml', 'docProps/core.xml', 'word/footer1.xml'].map((name) =>
        partOf(bytes, name),
      ),
    )
    expect(styles).toContain('<w:lang w:val="en-GB"/>')
    expect(
      [...(document ?? '').matchAll(/<w:pStyle w:val="(Heading\d)"/g)].map(([, style]) => style),
    ).toEqual(['Heading1', 'Heading2', 'Heading2'])
    expect(document).toContain('<w:tblHeader/>')
    expect(core).toContain('Health Scrutiny Panel')
    expect(footer).toContain('NUMPAGES')
  })

  test('as a page: language, one first heading, header cells with scope, a caption', () => {
    const html = new TextDecoder().decode(htmlOf(paper))
    expect(html).toContain('<html lang="en-GB">')
    expect(html.match(/<h1>/g)).toHaveLength(1)
    expect(html.indexOf('<h1>')).toBeLessThan(html.indexOf('<h2>'))
    expect(html).toContain('<th scope="col">Name</th>')
    expect(html).toContain('<th scope="row">Councillor Ward</th>')
    expect(html).toContain('<caption>The following declarations')
    expect(html).not.toContain('<script')
  })

  test('lists within lists are closed where they end', () => {
    fc.assert(
      fc.property(fc.array(fc.integer({ min: 0, max: 4 }), { minLength: 1, maxLength: 12 }), (depths) => {
        const parts = depths.map((depth): PaperPart => ({ code: 'entry', label: '(a)', text: 'x', depth }))
        const html = new TextDecoder().decode(htmlOf({ title: 't', parts }))
        for (const tag of ['ul', 'li'])
          expect(html.split(`<${tag}>`).length).toBe(html.split(`</${tag}>`).length)
        expect(html.split('(a) x').length - 1).toBe(depths.length)
      }),
    )
  })
})
