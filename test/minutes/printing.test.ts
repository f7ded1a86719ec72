import fc from 'fast-check'
import { parse } from 'parse5'
import sax from 'sax'
import { Temporal } from 'temporal-polyfill'
import { describe, expect, test } from 'vitest'
import yauzl from 'yauzl'
import { readPaper } from '../../src/documents/read-paper.ts'
import { htmlOf } from '../../src/minutes/html.ts'
import { words } from '../../src/minutes/minutes-lines.en.ts'
import type { Minute, MinutesModel } from '../../src/minutes/minutes-model.ts'
import { closedMinutes, openMinutes } from '../../src/minutes/minutes-paper.ts'
import { outcomeParts } from '../../src/minutes/outcome-parts.ts'
import { type PaperPart, printable } from '../../src/minutes/paper-parts.ts'
import { letterOf, passageParts } from '../../src/minutes/passage-parts.ts'
import { attendanceCsvOf, publicVotes, votesCsv } from '../../src/minutes/public-records.ts'
import { minutesStyle, minutesStyles } from '../../src/minutes/styles.ts'
import { wordOf } from '../../src/minutes/word.ts'
import { splitResolution } from '../../src/votes/split-resolution.ts'
import type { VoteOfMinutes, VoteSide } from '../../src/votes/types.ts'

const said = (parts: readonly PaperPart[]) =>
  parts.map((part) =>
    part.code === 'entry'
      ? `${'  '.repeat(part.depth)}${part.label} ${part.text}`
      : 'text' in part
        ? part.text
        : part.code,
  )

const resolved = (text: string, style: 'agreed' | 'resolved') =>
  said(outcomeParts({ ...splitResolution(text), reasons: '' }, { outcome: style }, words))

describe('what was resolved', () => {
  test.each<[string, 'agreed' | 'resolved', string[]]>([
    ['That the report be noted', 'agreed', ['Agreed that the report be noted']],
    ['That the report be noted', 'resolved', ['RESOLVED: That the report be noted']],
    ['Agreed that the report be noted', 'resolved', ['RESOLVED: That the report be noted']],
    ['RESOLVED: That the report be noted', 'agreed', ['Agreed that the report be noted']],
    ['to note the score card', 'agreed', ['Members noted the score card']],
    ['Members noted the score card.', 'resolved', ['Members noted the score card.']],
    [
      'That the Council be asked to think again',
      'agreed',
      ['Agreed that the Council be asked to think again'],
    ],
    [
      'Agreed that the Committee notes the plan and agrees that more information should be provided.',
      'agreed',
      ['Agreed that the Committee notes the plan and agrees that more information should be provided.'],
    ],
    [
      'Agreed –\n1. to note the update;\n2. that the case be provided.',
      'agreed',
      ['Agreed –', '1. to note the update;', '2. that the case be provided.'],
    ],
    [
      'Agreed –\n1. to note the update;\n2. that the case be provided.',
      'resolved',
      ['RESOLVED:', '(1) to note the update;', '(2) that the case be provided.'],
    ],
    [
      'The committee has agreed -\nI. that it is minded to object. This is based on -\n- no trial;\n- no access;\n2. to write to NHS England.',
      'agreed',
      [
        'The committee has agreed -',
        '1. that it is minded to object. This is based on -',
        '  • no trial;',
        '  • no access;',
        '2. to write to NHS England.',
      ],
    ],
    [
      'The Committee advises Council -\n1. first\n2. second:\n(a) one thing\n(b) another',
      'agreed',
      ['The Committee advises Council -', '1. first', '2. second:', '  a. one thing', '  b. another'],
    ],
  ])('%j in the %s style', (text, style, lines) => {
    expect(resolved(text, style)).toEqual(lines)
  })

  test('to be recommended says to whom, with the reasons for it', () => {
    const part = { path: '1', label: '', verbClass: 'recommend' as const, addressee: 'Cabinet' }
    const text = 'That the fees be frozen'
    const resolution = { text, leadIn: '', reasons: 'Costs rise.', parts: [{ ...part, text }] }
    expect(said(outcomeParts(resolution, { outcome: 'resolved' }, words))).toEqual([
      'RECOMMENDED TO CABINET: That the fees be frozen',
      'Reasons for referral: Costs rise.',
    ])
  })

  test('loses no word of its own, whatever it is', () => {
    fc.assert(
      fc.property(fc.array(fc.lorem({ maxCount: 6 }), { minLength: 1, maxLength: 6 }), (lines) => {
        const text = lines.map((line, at) => `${at + 1}. ${line}`).join('\n')
        const printed = resolved(text, 'agreed').join(' ')
        for (const line of lines) expect(printed).toContain(line)
      }),
    )
  })
})

describe('a passage', () => {
  test('is paragraphs, and lists where it is typed as one', () => {
    expect(said(passageParts('One.\n\n- two\n• three\n(a) four\nFive'))).toEqual([
      'One.',
      '• two',
      '• three',
      '(a) four',
      'Five',
    ])
  })

  test('letters go on after z', () => {
    expect([0, 6, 25, 26, 27, 52].map(letterOf)).toEqual(['a', 'g', 'z', 'aa', 'ab', 'ba'])
  })

  test('an unknown style is Plymouth’s', () => {
    expect(minutesStyle('gothic')).toBe(minutesStyles.plymouth)
  })
})

function minute(over: Partial<Minute> = {}): Minute {
  return {
    recordId: 'r',
    number: 19,
    itemNumber: '3',
    title: 'Fracture clinics',
    about: 'other',
    isClosed: false,
    state: 'done',
    presiding: undefined,
    presenters: [],
    presented: '',
    urgency: [],
    exclusions: [],
    questions: [],
    requests: [],
    passage: '',
    summary: '',
    motions: [],
    votes: [],
    resolutions: [],
    ...over,
  }
}

const ward = { title: 'Councillor', name: 'Jo Ward' }
function model(over: Partial<MinutesModel> = {}): MinutesModel {
  return {
    meetingId: 'm',
    council: 'Underfell Council',
    committee: 'Health Scrutiny Panel',
    date: '2017-08-09',
    venue: 'Room 2',
    isDraft: true,
    times: { began: '15:00', ended: '17:10', adjournments: [], isInquorate: false },
    attendance: { present: [{ ...ward, inTheChair: true }], apologies: [] },
    movements: [],
    chairs: [],
    alsoPresent: [],
    declarations: { council: 'Underfell Council', nation: 'england', interests: [], whips: [] },
    minutes: [minute()],
    amendments: [],
    ...over,
  }
}

const linesOf = (over: Partial<MinutesModel>, style: 'plymouth' | 'resolved' = 'plymouth') =>
  said(openMinutes(model(over), minutesStyles[style]).parts)

describe('minutes on paper', () => {
  test('say who came and went, who took the chair, and when it was adjourned', () => {
    const lines = linesOf({
      movements: [
        { person: ward, kind: 'joined', at: '15:20' },
        { person: ward, kind: 'left', at: '16:00' },
        { person: ward, kind: 'returned', at: '16:05' },
      ],
      chairs: [{ person: ward, at: '16:30' }],
      times: {
        began: '15:00',
        ended: '17:10',
        adjournments: [{ from: '15:40', to: '15:55' }],
        isInquorate: false,
      },
    })
    for (const line of [
      'Councillor Ward joined the meeting at 3.20 pm.',
      'Councillor Ward left the meeting at 4.00 pm.',
      'Councillor Ward rejoined the meeting at 4.05 pm.',
      'Councillor Ward took the chair at 4.30 pm.',
      'The meeting started at 3.00 pm and finished at 5.10 pm.',
      'The meeting was adjourned at 3.40 pm and resumed at 3.55 pm.',
    ])
      expect(lines).toContain(line)
    expect(lines.find((line) => line.startsWith('Note:'))).toContain('the Panel will consider')
  })

  test('say that a meeting had no quorum and decided nothing', () => {
    const times = { began: '15:00', ended: '15:20', adjournments: [], isInquorate: true }
    for (const style of ['plymouth', 'resolved'] as const)
      expect(linesOf({ times }, style).join('\n')).toContain(
        'There was no quorum, and the meeting ended at 3.20 pm.',
      )
  })

  test('hold the circumstances of an urgent item, in the words of the Act', () => {
    const urgency = [{ isAccepted: true, circumstances: 'the ward closes on Friday.', presiding: ward }]
    expect(linesOf({ minutes: [minute({ urgency })] })).toContain(
      'The Chair, Councillor Ward, was of the opinion that “Fracture clinics” should be considered at the meeting as a matter of urgency by reason of the following special circumstances: the ward closes on Friday (Section 100B(4)(b) of the Local Government Act 1972).',
    )
    expect(linesOf({ minutes: [minute({ about: 'urgent', title: 'Urgent business' })] })).toContain(
      'There were no items of Chair’s Urgent Business.',
    )
  })

  test('list what was asked, and who shall find it by when', () => {
    const lines = linesOf({
      minutes: [
        minute({
          presenters: ['Ross Jago (Lead officer)'],
          presented: 'an update',
          questions: ['staffing', 'how was it funded?'],
          requests: [{ text: 'the business case', owner: 'Ross Jago', due: 'once properly developed' }],
        }),
      ],
    })
    expect(lines.slice(-6)).toEqual([
      'Ross Jago (Lead officer) provided Members with an update.',
      'Key areas of questioning related to –',
      '(a) staffing;',
      '(b) how was it funded?',
      'Members asked for –',
      '(a) the business case (Ross Jago) – once properly developed.',
    ])
  })

  test('keep of an interest in closed business its nature out of the open part', () => {
    const item = { number: '9', title: 'Tender', minute: '20', isClosed: true }
    const declarations = {
      council: 'Underfell Council',
      nation: 'england' as const,
      whips: [{ member: ward, item, nature: 'the group backs Staithe' }],
      interests: [
        {
          member: ward,
          item,
          kind: 'Disclosable pecuniary interest',
          isTransparency: false,
          nature: 'owns Staithe Street',
          isSensitive: false,
          dispensation: 'to speak on Staithe Street',
          effect: { speaking: 'no' as const, mayVote: false, mustLeave: true, sources: [] },
          conduct: 'left' as const,
        },
      ],
    }
    const minutes = [
      minute({ about: 'declarations', title: 'Declarations of interest' }),
      minute({ isClosed: true, title: 'Tender', summary: 'A contract was considered.' }),
    ]
    for (const style of [minutesStyles.plymouth, minutesStyles.resolved]) {
      const open = JSON.stringify(openMinutes(model({ declarations, minutes }), style))
      expect(open).toContain('Ward')
      expect(open).not.toContain('Staithe')
      expect(open).not.toContain('Tender')
      expect(closedMinutes(model({ declarations, minutes }), style)?.under?.join(' ')).toContain(
        'Not for publication',
      )
    }
  })
})

/** What only few people type, and what programs take for more than text. */
const hostile = fc.oneof(
  fc.string({ unit: 'binary', maxLength: 40 }),
  fc.constantFrom(
    '</w:t><w:br/>',
    '<script>alert(1)</script>',
    '=HYPERLINK("x")',
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
        const xml = await documentXml(await wordOf(openMinutes(everywhere(text), minutesStyles.plymouth)))
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
          for (const cell of csv.split(/[,\r\n]/)) expect(cell).not.toMatch(/^"?[=+@]/)
        }
      }),
    )
  })

  test('control characters, which XML has no place for, are left out', () => {
    expect(printable('a\u0000b\u000Bc\tdé😀')).toBe('abc\tdé😀')
  })
})

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

function documentXml(bytes: Uint8Array): Promise<string> {
  return partOf(bytes, 'word/document.xml')
}

function partOf(bytes: Uint8Array, wanted: string): Promise<string> {
  return new Promise((resolve, reject) => {
    yauzl.fromBuffer(Buffer.from(bytes), { lazyEntries: true }, (error, zip) => {
      if (error || !zip) return reject(error ?? new Error('no zip'))
      zip.on('entry', ({ fileName }: yauzl.Entry) => fileName !== wanted && zip.readEntry())
      zip.on('end', () => reject(new Error(`${wanted} is not there`)))
      zip.on('entry', (entry: yauzl.Entry) => {
        if (entry.fileName !== wanted) return
        zip.openReadStream(entry, (problem, stream) => {
          if (problem || !stream) return reject(problem ?? new Error('no stream'))
          const chunks: Buffer[] = []
          stream.on('data', (chunk: Buffer) => chunks.push(chunk))
          stream.on('end', () => resolve(Buffer.concat(chunks).toString('utf8')))
        })
      })
      zip.readEntry()
    })
  })
}

describe('a recorded vote', () => {
  const member = (name: string) => ({
    id: name,
    name,
    title: 'Councillor',
    email: undefined,
    slackUserId: undefined,
    language: 'en',
  })
  const side = (name: string, side: VoteSide) => ({
    person: member(name),
    group: undefined,
    side,
    despite: undefined,
  })
  const motion = {
    id: 'm',
    recordId: 'r',
    number: 1,
    kind: 'motion' as const,
    parentId: undefined,
    text: 'That the wards be closed',
    substantive: 'That the wards be closed',
    mover: member('Jo Ward'),
    seconder: member('Ann Cole'),
    state: 'carried' as const,
  }
  const vote: VoteOfMinutes = {
    id: 'v',
    number: 1,
    revision: 1,
    why: '',
    recordId: 'r',
    itemId: undefined,
    isClosed: false,
    motion,
    question: motion.text,
    method: 'rollCall',
    isRecorded: true,
    requestedBy: [],
    presiding: undefined,
    counts: { for: 3, against: 2, abstain: 1, none: 0 },
    isUnanimous: false,
    casting: undefined,
    result: 'carried',
    choices: [
      side('Jo Ward', 'for'),
      side('Ann Cole', 'for'),
      side('Bo Dale', 'for'),
      side('Cy Elm', 'against'),
      side('Di Fir', 'against'),
      side('Ed Gorse', 'abstain'),
    ],
    barred: [],
    owns: [],
    closedAt: Temporal.Instant.from('2017-08-09T14:30:00Z'),
    declaredAt: Temporal.Instant.from('2017-08-09T14:30:00Z'),
  }
  const present = vote.choices.map(({ person }) => ({ name: person.name, title: person.title }))
  const voted = (over: Partial<VoteOfMinutes>) =>
    model({
      attendance: { present: present.map((one, at) => ({ ...one, inTheChair: at === 0 })), apologies: [] },
      minutes: [minute({ motions: [motion], votes: [{ ...vote, ...over }] })],
    })

  test.each(['plymouth', 'resolved'] as const)(
    'is read back with its numbers and names, in the %s style',
    async (style) => {
      for (const bytes of [
        await wordOf(openMinutes(voted({}), minutesStyles[style])),
        htmlOf(openMinutes(voted({}), minutesStyles[style])),
      ]) {
        const read = await readPaper({ name: 'draft', bytes })
        const votes = read.ok ? read.paper.documents[0]?.votes : undefined
        expect(votes).toHaveLength(1)
        expect(votes?.[0]).toMatchObject({ item: '19', result: 'carried', for: 3, against: 2, abstain: 1 })
        expect(votes?.[0]?.names?.against?.map((name) => name.split(' ').at(-1))).toEqual(['Elm', 'Fir'])
      }
    },
  )

  test.each(['plymouth', 'resolved'] as const)(
    'without names is read back with its numbers, in the %s style',
    async (style) => {
      const bytes = await wordOf(
        openMinutes(voted({ isRecorded: false, method: 'hands' }), minutesStyles[style]),
      )
      const read = await readPaper({ name: 'draft', bytes })
      const votes = read.ok ? read.paper.documents[0]?.votes : undefined
      expect(votes).toHaveLength(1)
      expect(votes?.[0]).toMatchObject({ item: '19', result: 'carried', for: 3, against: 2, abstain: 1 })
    },
  )

  test('names nobody in the data that goes out unless the minutes do', () => {
    const [named] = publicVotes(voted({}))
    const [counted] = publicVotes(voted({ isRecorded: false }))
    expect(named?.names?.against).toEqual(['Councillor Cy Elm', 'Councillor Di Fir'])
    expect([counted?.names, counted?.counts?.for]).toEqual([undefined, 3])
    const [agreed] = publicVotes(voted({ method: 'assent', isRecorded: false, counts: undefined }))
    expect(agreed).toMatchObject({ method: 'assent', counts: undefined, names: undefined })
  })
})
