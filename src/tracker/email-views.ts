import type { KnownBlock, ModalView } from '@slack/types'
import type { CouncilPerson } from '../committees/people.ts'
import { displayName } from '../committees/people.ts'
import { modal, section, sections } from '../slack/blocks.ts'
import { type AnswerAtHand, isRestricted } from './answers.ts'
import type { OwnerWords } from './owner-words.en.ts'

/** Text to paste into an e-mail, as it stands: nothing of it is formatted. */
function pasteBlock(text: string): KnownBlock {
  return {
    type: 'rich_text',
    elements: [{ type: 'rich_text_preformatted', elements: [{ type: 'text', text }] }],
  }
}

/** A block is copied in one go; what is longer goes on in the next. */
const AT_ONCE = 8_000

/** The same for a text in paragraphs of which there may be many. */
export function pasteBlocks(paragraphs: readonly string[]): KnownBlock[] {
  const texts: string[] = []
  for (const paragraph of paragraphs) {
    const last = texts.at(-1)
    if (last === undefined || last.length + paragraph.length > AT_ONCE) texts.push(paragraph)
    else texts[texts.length - 1] = `${last}\n\n${paragraph}`
  }
  return texts.map(pasteBlock)
}

/** For the clerk: whom an answer does not reach by Slack, and what to send them. */
export function answerEmailView(
  answer: AnswerAtHand,
  committee: string,
  people: readonly CouncilPerson[],
  say: OwnerWords,
): ModalView {
  const without = people.filter(({ slackUserId }) => slackUserId === undefined)
  const names = [...new Set(without.map(namedWithAddress))]
  const { row } = answer
  const words = say.answered
  const said = isRestricted(answer)
    ? words.emailRestricted
    : [answer.text, ...(answer.fileName === '' ? [] : [words.emailNote(answer.fileName)])]
        .filter((part) => part !== '')
        .join('\n\n')
  const question = row.isClosed ? '' : [row.leadIn, row.text].filter((part) => part !== '').join(' ')
  return modal({
    title: words.email,
    close: say.close,
    blocks:
      names.length === 0
        ? [section(words.emailNone())]
        : [
            ...sections(words.without(names)),
            pasteBlock(words.emailText(row.reference, committee, question, said)),
          ],
  })
}

function namedWithAddress(person: CouncilPerson): string {
  return `${displayName(person)}${person.email ? ` (${person.email})` : ''}`
}
