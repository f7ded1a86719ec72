import { describedAs, exclusionLaws } from './exclusion-law-rules.ts'
import type { ClosedAs } from './exclusion-rules.ts'

/**
 * All that anybody is told of what is closed to the public, wherever it stands: its number, and the
 * description of the Schedule (LGA 1972 s100B(5)).
 */
export const exclusionWords = {
  /** "7. An item that is not open to the public: information relating to any individual (paragraph 1)" */
  closedItem: (number: string, closed: ClosedAs | undefined): string => {
    const said = `An item that is not open to the public${description(closed)}`
    return number === '' ? said : `${number}. ${said}`
  },

  /** "A paper that is not open to the public: information relating to any individual (paragraph 1)" */
  closedPaper: (closed: ClosedAs): string => `A paper that is not open to the public${description(closed)}`,

  /** "information relating to any individual (paragraph 1)"; empty while the paragraphs are not known. */
  description: (closed: ClosedAs): string => described(closed),

  /** "paragraph 3", "paragraphs 1 and 3" */
  paragraphs: (paragraphs: readonly string[]): string => paragraphWords(paragraphs),

  noSuchParagraph: (refusal: { readonly paragraph: string; readonly known: readonly string[] }) =>
    `There is no paragraph ${refusal.paragraph} here. The law of your council’s nation has paragraphs ${refusal.known[0]} to ${refusal.known.at(-1)}.`,

  motion: {
    /** In the words of domain.md §4.5. */
    exclude: (closed: Omit<ClosedAs, 'access'>, isOne: boolean): string => {
      const law = exclusionLaws[closed.nation]
      const { paragraphs } = closed
      const which = paragraphs.length === 0 ? 'paragraph(s) [to be specified]' : paragraphWords(paragraphs)
      const weighed = law.publicInterestTest
        ? ', and that in all the circumstances of the case the public interest in maintaining the exemption outweighs the public interest in disclosing the information'
        : ''
      return `That under ${law.power}, the press and public be excluded from the meeting for the following item${isOne ? '' : 's'} of business on the grounds that ${isOne ? 'it involves' : 'they involve'} the likely disclosure of exempt information as described in ${which} of ${law.schedule}${law.asAmended}${weighed}.`
    },
    item: (number: string, closed: ClosedAs): string => {
      const named = number === '' ? 'An item without a number' : `Item ${number}`
      const said = described(closed)
      return said === '' ? `${named}: [the description is to be specified]` : `${named}: ${said}`
    },
    confidential: (numbers: readonly string[], { nation }: Pick<ClosedAs, 'nation'>): string =>
      `The press and public must be excluded for ${itemsNamed(numbers)}, since confidential information would be disclosed (${exclusionLaws[nation].confidential}). That needs no motion: the Chair says so.`,
    /** Whether a description is still missing from a motion, as it is marked above. */
    lacksDescription: (text: string): boolean => text.includes('to be specified]'),
    readmit: (): string => 'That the press and public be readmitted to the meeting.',
  },
}

function description(closed: ClosedAs | undefined): string {
  const said = closed ? described(closed) : ''
  return said === '' ? '' : `: ${said}`
}

function described({ nation, access, paragraphs }: ClosedAs): string {
  if (access === 'confidential') return 'confidential information'
  return paragraphs
    .flatMap((paragraph) => {
      const found = describedAs(nation, paragraph)
      return found ? [`${found.said} (paragraph ${paragraph})`] : []
    })
    .join('; ')
}

function paragraphWords(paragraphs: readonly string[]): string {
  return `${paragraphs.length === 1 ? 'paragraph' : 'paragraphs'} ${listed(paragraphs)}`
}

function itemsNamed(numbers: readonly string[]): string {
  const known = numbers.filter((number) => number !== '')
  if (known.length === 0) return 'the item'
  return `${known.length === 1 ? 'item' : 'items'} ${listed(known)}`
}

function listed(names: readonly string[]): string {
  return names.length < 2 ? names.join('') : `${names.slice(0, -1).join(', ')} and ${names.at(-1)}`
}
