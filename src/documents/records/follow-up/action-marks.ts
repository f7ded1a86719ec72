import { looksLikeName } from '../phrases/names.ts'
import { namesOffice } from '../phrases/office-words.ts'
import { sentencesOf } from '../phrases/sentences.ts'
import { notesOn } from './action-notes.ts'
import { ownerAtHead, ownerOf, undertakingIn } from './undertakings.ts'

/** An action that the paper marks with the word. */
export interface MarkedAction {
  text: string
  owner?: string
  /** As a sentence of its own says it: "Due: June meeting." */
  due?: string
}

const IN_BRACKETS =
  /[([]\s?actions?(?:\s(?:by|for|point|required|item))?\s?(?:[:–—-]\s?(?<said>[^()[\]]{1,200}))?[)\]]/giu
const AT_START =
  /^actions?(?:\s(?:by|for|point|points|required|item))?(?:\s(?:no\.?\s)?\d[\d/.]{0,8})?\s*[:–—]\s*(?<said>\S.*)$/iu
/** Unmarked by colon or bracket only capitals are a mark: "… to circulate the letter. ACTION EP". */
const AT_END = /\sACTIONS?(?:\sBY)?\s*[:–—-]?\s*(?<said>(?:the\s)?[\p{L}’'./& -]{0,40})$/u

/** The actions that a paragraph marks; a mark with no more than a name belongs to the sentence before it. */
export function markedActions(text: string, above: string | undefined): MarkedAction[] {
  const said = sayingAction(text, above)
  if (said.length > 0) return said
  const actions: MarkedAction[] = []
  let from = 0
  for (const mark of text.matchAll(IN_BRACKETS)) {
    const inside = mark.groups?.['said']?.trim()
    const before = text.slice(from, mark.index).trim()
    from = mark.index + mark[0].length
    if (inside && !isOwner(inside)) actions.push(actionSaid(inside))
    else actions.push(...fromSentenceBefore(before === '' ? above : before, inside))
  }
  if (actions.length > 0) return actions
  const end = AT_END.exec(text)
  const owner = end?.groups?.['said']?.trim() ?? ''
  if (!end || (owner !== '' && !isOwner(owner))) return []
  return fromSentenceBefore(text.slice(0, end.index), owner)
}

/** "ACTION: Clerk to write." at the head of a paragraph, or in capitals at the head of any of its sentences. */
function sayingAction(text: string, above: string | undefined): MarkedAction[] {
  const sentences = sentencesOf(text)
  const start = AT_START.exec(text)?.groups?.['said']
  if (start !== undefined && isOwner(start)) return fromSentenceBefore(above, start)
  return sentences.flatMap((sentence, at) => {
    const said =
      at === 0 || /^A(?:CTION|ction(?:s|\sby)?\s?:)/.test(sentence)
        ? AT_START.exec(sentence)?.groups?.['said']
        : undefined
    if (said === undefined) return []
    const actions = isOwner(said) ? fromSentenceBefore(sentences[at - 1], said) : [actionSaid(said)]
    return actions.map((action) => ({ ...action, ...notesOn(sentences, at) }))
  })
}

function fromSentenceBefore(text: string | undefined, owner: string | undefined): MarkedAction[] {
  const sentence =
    text &&
    sentencesOf(text)
      .at(-1)
      ?.replace(/^[•·*–-]\s*/, '')
  // "ACTION – PQ" below "Action: ..." names once more who acts on that.
  if (!sentence || AT_START.test(text) || sentence.split(' ').length < 3) return []
  if (owner) return [{ text: sentence, owner: ownerOf(owner) }]
  return [actionSaid(sentence)]
}

/** Words that are known to be an action, with whoever they name to do it. */
export function actionSaid(text: string): MarkedAction {
  const owner = undertakingIn(text)?.owner ?? ownerAtHead(text) ?? ownerBeside(text)
  return { text, ...(owner !== undefined && { owner }) }
}

/** "Clerk: write to the owner", "write to the owner (Clerk)" */
function ownerBeside(text: string): string | undefined {
  const beside = /^([^:–—]{2,60}?)\s?[:–—]\s/.exec(text)?.[1] ?? /\(([^()]{2,60})\)\.?$/.exec(text)?.[1]
  return beside !== undefined && isOwner(beside) ? ownerOf(beside) : undefined
}

/** "the Head of Homes", "clerk": an office's name, and no words that hold one ("circulate the plan"). */
const OFFICE =
  /^(?:(?:the\s)?(?:clerk|officers?)|(?:the\s)?\p{Lu}[\p{L}'’-]*(?:\s(?:\p{Lu}[\p{L}'’-]*|and|of|for|the|to))*)$/u

/** Initials, names or an office, and no sentence. */
function isOwner(text: string): boolean {
  const plain = text.replace(/[.]+$/, '')
  if (plain.split(' ').length > 8) return false
  if (/^\p{Lu}{2,4}(?:\s?(?:[/&,]|and)\s?\p{Lu}{2,4}){0,5}$/u.test(plain)) return true
  if (/\b(?:to|will|would|should|shall|must)\s\p{Ll}/u.test(plain)) return false
  return plain
    .split(/,|\/|&|\band\b/)
    .every(
      (part) =>
        looksLikeName(part.trim(), true) ||
        (namesOffice(part) && OFFICE.test(part.trim())) ||
        /^(?:all|cllrs?\b.*|councillors?\b.*)$/i.test(part.trim()),
    )
}
