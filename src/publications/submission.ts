import { type Fields, listOf, textOf } from '../slack/fields.ts'
import { ids } from '../slack/ids.ts'
import { lengthOf, limits } from '../slack/limits.ts'
import { itemsOf } from './item-lines.ts'
import type { ItemLine, LocalMoment, PackFields } from './types.ts'
import type { PublicationWords } from './words.en.ts'

const field = ids.pack.field

export type ReviewSubmission =
  | { readonly ok: true; readonly fields: PackFields }
  | { readonly ok: false; readonly errors: Readonly<Record<string, string>> }

/** What the clerk filled in, or every error at its field. Lines of items may be corrected by hand. */
export function reviewSubmission(given: Fields, say: PublicationWords): ReviewSubmission {
  const errors: Record<string, string> = {}
  for (const needed of [field.committee, field.date, field.time])
    if (textOf(given, needed) === '') errors[needed] = say.review.missing
  const startTime = textOf(given, field.time)
  if (startTime !== '' && !/^([01]\d|2[0-3]):[0-5]\d$/.test(startTime))
    errors[field.time] = say.review.badTime

  const papers = paperFields(given, errors, say)
  const items: ItemLine[] = []
  for (const portion of portionsIn(given)) {
    const read = itemsOf(textOf(given, portion))
    items.push(...read.items)
    const [problem] = read.problems
    if (problem) errors[portion] = say.review.itemProblem(problem)
  }
  if (!papers || Object.keys(errors).length > 0) return { ok: false, errors }
  return {
    ok: true,
    fields: {
      committeeId: textOf(given, field.committee),
      date: textOf(given, field.date),
      startTime,
      venue: textOf(given, field.venue),
      items,
      ...papers,
      convenedOn: textOf(given, field.convenedOn) || undefined,
      sharesFile: listOf(given, field.shareFile).includes('yes'),
    },
  }
}

/** What the agenda's form and a supplement's ask alike; what is wrong is added to the errors. */
export function paperFields(
  given: Fields,
  errors: Record<string, string>,
  say: PublicationWords,
): Pick<PackFields, 'publicAddress' | 'opened' | 'online' | 'publicCopyConfirmed'> | undefined {
  const address = textOf(given, field.publicAddress)
  if (address !== '' && !isWebAddress(address)) errors[field.publicAddress] = say.start.badAddress
  else if (lengthOf(address) > limits.button.url)
    errors[field.publicAddress] = say.review.addressTooLong(limits.button.url)

  const opened = momentOf(given, field.openedDate, field.openedTime)
  if (!opened) {
    for (const needed of [field.openedDate, field.openedTime])
      if (textOf(given, needed) === '') errors[needed] = say.review.missing
  }
  const online = momentOf(given, field.onlineDate, field.onlineTime)
  if (!online)
    for (const [one, other] of [
      [field.onlineDate, field.onlineTime],
      [field.onlineTime, field.onlineDate],
    ] as const)
      if (textOf(given, one) === '' && textOf(given, other) !== '') errors[one] = say.review.bothOrNeither
  return (
    opened && {
      publicAddress: address,
      opened,
      online,
      publicCopyConfirmed: listOf(given, field.publicCopy).includes('yes'),
    }
  )
}

/** A date and a time of day; nothing while either is missing. */
function momentOf(given: Fields, dateField: string, timeField: string): LocalMoment | undefined {
  const date = textOf(given, dateField)
  const time = textOf(given, timeField)
  return date === '' || time === '' ? undefined : { date, time }
}

/** The fields that hold items, in their order: as many as the agenda asked for. */
export function portionsIn(given: Fields): string[] {
  const place = (name: string) => Number(name.slice(field.items.length + 1))
  return Object.keys(given)
    .filter((name) => name.startsWith(`${field.items}.`))
    .sort((one, other) => place(one) - place(other))
}

/** Without a user name or password: everybody who sees the address would read them. */
export function isWebAddress(text: string): boolean {
  if (!URL.canParse(text)) return false
  const { protocol, username, password } = new URL(text)
  return ['http:', 'https:'].includes(protocol) && username === '' && password === ''
}
