// Papers that a clerk may give, good and bad; the committee is the sample's.
import { printed } from '../../documents/papers.ts'
import type { TestFile } from './person.ts'
import { committee } from './words.ts'

export interface AgendaWanted {
  /** As a paper prints it. */
  readonly date?: string
  readonly venue?: string
  readonly items?: readonly string[]
  /** Lines below the items. */
  readonly below?: readonly string[]
}

export function agendaText({
  date = 'Thursday 4 March 2027',
  venue = 'Wherry Room, Haverleigh Town Hall',
  items = ['Apologies', 'Declarations of Interest', 'Winter plan'],
  below = [],
}: AgendaWanted = {}): string {
  const numbered = items.flatMap((title, index) => [`${index + 1}. ${title}`, ''])
  return [
    'Haverleigh Council',
    '',
    committee.toUpperCase(),
    '',
    date,
    '10.00 am',
    venue,
    '',
    'Members:',
    'Councillor Okafor, Chair',
    'Councillor Dr Siddall, Vice Chair',
    'Councillors Fairlock and Ward.',
    '',
    'AGENDA',
    '',
    ...numbered,
    ...below,
  ].join('\n')
}

export async function agendaPdf(wanted: AgendaWanted = {}, options = {}): Promise<TestFile> {
  const bytes = await printed((doc) => doc.text(agendaText(wanted)), options)
  return { name: 'agenda.pdf', bytes }
}

export function textFile(text: string, name = 'agenda.txt'): TestFile {
  return { name, bytes: new TextEncoder().encode(text) }
}

export interface BadPaper {
  readonly what: string
  readonly file: () => Promise<TestFile>
  /** Of the message, which also says what to try. */
  readonly says: RegExp
}

export const badPapers: readonly BadPaper[] = [
  { what: 'an empty file', file: async () => textFile('', 'empty.pdf'), says: /empty\.pdf is empty/ },
  {
    what: 'a Word document of 1997 that is called PDF',
    file: async () => ({
      name: 'minutes.pdf',
      bytes: new Uint8Array([0xd0, 0xcf, 0x11, 0xe0, ...new Array<number>(600).fill(0)]),
    }),
    says: /minutes\.pdf is an old Office document.*save it as a Word document/s,
  },
  {
    what: 'a Word document that is cut off',
    file: async () => textFile('PK\u0003\u0004 [Content_Types].xml word/document.xml', 'minutes.docx'),
    says: /minutes\.docx is damaged or incomplete/,
  },
  {
    what: 'a PDF with a password',
    file: () => agendaPdf({}, { userPassword: 'pier' }),
    says: /protected by a password/,
  },
  {
    what: 'a scan without text',
    file: async () => ({
      name: 'scan.pdf',
      bytes: await printed((doc) => doc.rect(60, 60, 400, 600).fill('grey')),
    }),
    says: /scan\.pdf .*looks like a scan/,
  },
  {
    what: 'a PDF that is cut off',
    file: async () => {
      const { name, bytes } = await agendaPdf()
      return { name, bytes: bytes.slice(0, bytes.length / 2) }
    },
    says: /damaged or incomplete/,
  },
  {
    what: 'a paper that is no agenda',
    file: async () => textFile('Dear Marian,\n\nthank you for the biscuits.\n', 'letter.txt'),
    says: /letter\.txt holds no agenda/,
  },
]
