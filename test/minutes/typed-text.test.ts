import fc from 'fast-check'
import { parse } from 'parse5'
import sax from 'sax'
import { describe, expect, test } from 'vitest'
import { htmlOf } from '../../src/minutes/html.ts'
import { openMinutes } from '../../src/minutes/minutes-paper.ts'
import { printable } from '../../src/minutes/paper-parts.ts'
import { attendanceCsvOf, votesCsv } from '../../src/minutes/public-records.ts'
import { minutesStyles } from '../../src/minutes/styles.ts'
import { wordOf } from '../../src/minutes/word.ts'
import { splitResolution } from '../../src/votes/split-resolution.ts'
import { minute, model, motion, partOf, vote } from './printed.ts'

/** What only few people type, and what programs take for more than text. */
const hostile = fc.oneof(
  fc.string({ unit: 'binary', maxLength: 40 }),
  fc.constantFrom(
    '</w:t><w:br/>',
    '<script>alert(1)</script>',
    '=HYPERLINK("x")',
    '-2+3, "=1"',
    '@SUM(1)\n=2',
    '\t=1',
    '" onload="x',
    '&lt;',
    ']]>',
    '\u0000\uFFFF\uD800',
  ),
)

const everywhere = (text: string) =>
  model({
    committee: text,
    venue: text,
    alsoPresent: [{ name: text, role: text }],
    attendance: { present: [{ name: text, title: 'Councillor' }], apologies: [{ name: text, title: text }] },
    minutes: [
      minute({
        title: text,
        presenters: [text],
        presented: text,
        passage: text,
        questions: [text],
        motions: [{ ...motion, text, substantive: text }],
        votes: [{ ...vote, question: text }],
        resolutions: [
          {
            id: 'x',
            recordId: 'r',
            motionId: undefined,
            number: 1,
            revision: 1,
            ...splitResolution(text),
            reasons: text,
            isConfirmed: true,
          },
        ],
      }),
    ],
    amendments: [text],
  })

describe('whatever people typed', () => {
  test('is text in the Word document, which stays well formed', async () => {
    await fc.assert(
      fc.asyncProperty(hostile, async (text) => {
        const xml = await partOf(
          await wordOf(openMinutes(everywhere(text), minutesStyles.plymouth)),
          'word/document.xml',
        )
        const elements = new Set<string>()
        const parser = sax.parser(true)
        parser.onopentag = ({ name }) => elements.add(name)
        parser.onerror = (error) => {
          throw error
        }
        parser.write(xml).close()
        expect(elements.has('w:br')).toBe(false)
        expect(elements.has('script')).toBe(false)
      }),
      { numRuns: 40 },
    )
  })

  test('is text on the page: no element, attribute or script comes of it', () => {
    fc.assert(
      fc.property(hostile, (text) => {
        const html = new TextDecoder().decode(htmlOf(openMinutes(everywhere(text), minutesStyles.plymouth)))
        const names = elementsOf(parse(html))
        for (const { name, attributes } of names) {
          expect(ELEMENTS).toContain(name)
          for (const attribute of attributes)
            expect(['lang', 'charset', 'name', 'content', 'scope']).toContain(attribute)
        }
      }),
      { numRuns: 150 },
    )
  })

  test('is no formula in the files of votes and attendance', () => {
    fc.assert(
      fc.property(hostile, (text) => {
        for (const bytes of [votesCsv(everywhere(text)), attendanceCsvOf(everywhere(text))]) {
          const csv = new TextDecoder().decode(bytes)
          const cells = cellsOf(csv)
          expect(cells.length).toBeGreaterThan(20)
          for (const cell of cells) expect(cell).not.toMatch(/^[=+\-@\t\r]/)
        }
      }),
    )
  })

  test('control characters, which XML has no place for, are left out', () => {
    expect(printable('a\u0000b\u000Bc\tdé😀')).toBe('abc\tdé😀')
  })
})

const ELEMENTS = [
  ...['html', 'head', 'meta', 'title', 'style', 'body', 'main', 'h1', 'h2', 'h3', 'p', 'strong'],
  ...['ul', 'li', 'table', 'caption', 'thead', 'tbody', 'tr', 'th', 'td'],
]

interface Node {
  readonly nodeName: string
  readonly tagName?: string
  readonly attrs?: readonly { readonly name: string }[]
  readonly childNodes?: readonly Node[]
}

function elementsOf(node: Node): { name: string; attributes: string[] }[] {
  const own = node.tagName
    ? [{ name: node.tagName, attributes: (node.attrs ?? []).map(({ name }) => name) }]
    : []
  return [...own, ...(node.childNodes ?? []).flatMap(elementsOf)]
}

/** As a spreadsheet takes them in (RFC 4180). */
function cellsOf(csv: string): string[] {
  const cells = csv.replace('\uFEFF', '').matchAll(/"((?:[^"]|"")*)"(?:,|\r\n)|([^",\r\n]*)(?:,|\r\n)/g)
  return [...cells].map(([, quoted, plain = '']) => quoted?.replaceAll('""', '"') ?? plain)
}
