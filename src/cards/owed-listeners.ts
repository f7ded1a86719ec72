import type { App } from '@slack/bolt'
import type { ModalView } from '@slack/types'
import { isClerk } from '../committees/people.ts'
import { modal, section, sections } from '../slack/blocks.ts'
import { ids } from '../slack/ids.ts'
import type { Reception } from '../slack/listen.ts'
import { openings, type Shown } from '../slack/opening.ts'
import { pageOf, pagesOf } from '../slack/pages.ts'
import { turnButtons, turnsPages } from '../slack/turn-pages.ts'
import type { Visitor } from '../slack/visitor.ts'
import { pasteBlocks } from '../tracker/email-views.ts'
import { trackerListWords } from '../tracker/list-words.en.ts'
import { type OwedDay, owedDay } from '../tracker/owed-day.ts'
import type { OwnerWords } from '../tracker/owner-words.en.ts'
import { ownerWords } from '../tracker/owner-words.ts'
import { dueDayOf } from '../tracker/rules.ts'
import type { TrackedRow } from '../tracker/types.ts'
import { owedWords } from './owed-words.en.ts'

/** For clerks: what to send to those whom Scrutineer could not tell. */
export function registerOwed(app: App, reception: Reception): void {
  openings(app, reception)(ids.owed.email, ({ visitor, value }) => emailShown(visitor, value))
  turnsPages(app, reception, ids.owed.email, emailShown)
}

/** @param value committee, day and page */
async function emailShown({ house, personId, language }: Visitor, value: string): Promise<Shown> {
  const say = ownerWords(language)
  const [committeeId = '', day = '', page] = value.split('/')
  if (!(await isClerk(house, committeeId, personId))) return { why: say.refusals.notClerk() }
  const owed = await owedDay(house, committeeId, day)
  return owed ? { view: emailView(owed, Number(page), say) } : { why: say.refusals.gone() }
}

export function emailView(owed: OwedDay, wanted: number, say: OwnerWords): ModalView {
  const words = owedWords.clerks
  const toTell = owed.notTold.filter(({ why }) => why === 'no-slack' || why === 'on-leave')
  const pages = pagesOf(
    toTell.map(({ person, name, step, rows }) => [
      ...sections(words.emailFor(person?.email ? `${name} (${person.email})` : name || words.closedName)),
      ...pasteBlocks(words.emailText(owed.committeeName, rows.map(lineOf), step === 'finalNotice')),
    ]),
  )
  const { page, at } = pageOf(pages, wanted)
  const turns = turnButtons(
    ids.owed.email,
    `${owed.committeeId}/${owed.day}`,
    { at, pages: pages.length },
    { back: say.list.earlier, on: say.list.later },
  )
  return modal({
    title: words.emailTitle,
    close: say.close,
    blocks: toTell.length === 0 ? [section(words.emailNone())] : [...(page ?? []), ...turns],
  })
}

/** Of closed business nothing but what may be said in Slack: the clerk adds the rest by a safe way. */
function lineOf(row: TrackedRow): string {
  const text = row.isClosed
    ? trackerListWords.line(row).text
    : [row.leadIn, row.text].filter((part) => part !== '').join(' ')
  return owedWords.clerks.emailLine(row.reference, text, dueDayOf(row))
}
