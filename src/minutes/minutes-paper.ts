import { words as attendanceSay } from './attendance-lines.en.ts'
import { attendanceLines } from './attendance-lines.ts'
import { listed, nameIn } from './attendance-names.ts'
import type { DeclarationsOfMeeting } from './declarations-lines.ts'
import { declarationParts, minuteParts } from './minute-parts.ts'
import { type MinutesLineWords, words } from './minutes-lines.en.ts'
import type { Minute, MinutesModel } from './minutes-model.ts'
import type { Paper, PaperPart } from './paper-parts.ts'
import { passageParts } from './passage-parts.ts'
import type { MinutesStyle } from './styles.ts'

/**
 * The minutes that the public may read. Of business from which it was excluded they hold the summary and nothing
 * else: no title, no name, no vote (law 3).
 */
export function openMinutes(model: MinutesModel, style: MinutesStyle, say: MinutesLineWords = words): Paper {
  const { minutes, declarations } = model
  const opened = openOnly(declarations, say)
  const declared = minutes.some(({ about }) => about === 'declarations')
  return {
    title: say.title[style.heading](model.committee),
    under: [heldLine(model, style, say)],
    parts: [
      ...headParts(model, style, say),
      ...(declared
        ? []
        : [{ code: 'heading' as const, text: say.declarationsHeading }, ...declarationParts(opened, style)]),
      ...minutes.flatMap((minute): PaperPart[] =>
        minute.isClosed
          ? [heading(minute, say.closedItem, say), ...passageParts(minute.summary)]
          : [
              heading(minute, minute.title, say),
              ...minuteParts(minute, { ...model, declarations: opened }, style, say),
            ],
      ),
      ...(style.times === 'close' ? closeParts(model, say) : []),
      ...amendmentParts(model, say),
    ],
  }
}

/** The minutes of the business from which the public was excluded; `undefined` where there was none. */
export function closedMinutes(
  model: MinutesModel,
  style: MinutesStyle,
  say: MinutesLineWords = words,
): Paper | undefined {
  const closed = model.minutes.filter(({ isClosed }) => isClosed)
  if (closed.length === 0) return undefined
  return {
    title: say.closedTitle(say.title[style.heading](model.committee)),
    under: [heldLine(model, style, say), say.closedNote],
    parts: closed.flatMap((minute): PaperPart[] => [
      heading(minute, minute.title === '' ? say.closedItem : minute.title, say),
      ...minuteParts(minute, model, style, say),
    ]),
  }
}

function heldLine(
  { venue, date, times }: MinutesModel,
  { heading: form }: MinutesStyle,
  say: MinutesLineWords,
) {
  return form === 'committee'
    ? say.held.committee(date)
    : say.held.minutesOf(venue, date, say.time(times.began))
}

/** Who was there and who was not, when, and that this is a draft. */
function headParts(model: MinutesModel, style: MinutesStyle, say: MinutesLineWords): PaperPart[] {
  const lines = attendanceLines(model.attendance, style.attendance, attendanceSay)
  const named = (person: Parameters<typeof nameIn>[0]) => nameIn(person, style.attendance)
  return [
    ...lines.present,
    ...lines.apologies,
    ...lines.substitutes,
    ...lines.absent,
    ...lines.remote,
    ...lines.lateness,
    ...model.movements.map(({ person, kind, at }) => say[kind](named(person), say.time(at))),
    ...model.chairs.map(({ person, at }) => say.tookChair(named(person), say.time(at))),
    ...(model.alsoPresent.length === 0
      ? []
      : [say.alsoPresent(listed(model.alsoPresent.map(({ name, role }) => say.personInRole(name, role))))]),
    ...(style.times === 'head' ? timesSaid(model, say) : adjournmentsSaid(model, say)),
    ...(model.isDraft ? [say.draftNote(say.body(model.committee))] : []),
  ].map(paragraph)
}

function timesSaid(model: MinutesModel, say: MinutesLineWords): string[] {
  const { began, ended } = model.times
  return [
    ended === undefined
      ? say.started(say.time(began))
      : say.startedAndFinished(say.time(began), say.time(ended)),
    ...adjournmentsSaid(model, say),
    ...inquorateSaid(model, say),
  ]
}

function adjournmentsSaid({ times }: MinutesModel, say: MinutesLineWords): string[] {
  return times.adjournments.map(({ from, to }) =>
    say.adjourned(say.time(from), to === undefined ? undefined : say.time(to)),
  )
}

function inquorateSaid({ times }: MinutesModel, say: MinutesLineWords): string[] {
  return times.isInquorate && times.ended !== undefined ? [say.inquorate(say.time(times.ended))] : []
}

function closeParts(model: MinutesModel, say: MinutesLineWords): PaperPart[] {
  const { ended } = model.times
  const said = inquorateSaid(model, say)
  return (said.length > 0 || ended === undefined ? said : [say.concluded(say.time(ended))]).map(paragraph)
}

function amendmentParts({ amendments }: MinutesModel, say: MinutesLineWords): PaperPart[] {
  if (amendments.length === 0) return []
  return [
    { code: 'heading', text: say.amendmentsHeading },
    ...amendments.map(
      (text, place): PaperPart => ({ code: 'entry', label: `${place + 1}.`, text, depth: 0 }),
    ),
  ]
}

/**
 * Of an interest in closed business the open minutes say that it was declared: in what it lies, and for what a
 * dispensation was granted, may tell of it.
 */
function openOnly(declarations: DeclarationsOfMeeting, say: MinutesLineWords): DeclarationsOfMeeting {
  const { interests, whips } = declarations
  const nature = say.inClosedPart
  return {
    ...declarations,
    interests: interests.map((one) => {
      if (!one.item?.isClosed) return one
      const dispensation = one.dispensation === undefined ? undefined : say.inClosedPart
      return { ...one, item: { ...one.item, title: say.closedItem }, nature, dispensation }
    }),
    whips: whips.map((one) =>
      one.item?.isClosed ? { ...one, item: { ...one.item, title: say.closedItem }, nature } : one,
    ),
  }
}

function heading({ number }: Minute, title: string, say: MinutesLineWords): PaperPart {
  return { code: 'heading', text: say.minute(number, title) }
}

function paragraph(text: string): PaperPart {
  return { code: 'paragraph', text }
}
