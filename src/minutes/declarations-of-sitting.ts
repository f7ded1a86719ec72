import type { CouncilRows } from '../committees/people.ts'
import { words } from '../interests/words.en.ts'
import { kindName } from '../interests/words.ts'
import type { SittingAtHand } from '../sitting/at-hand.ts'
import type { Conduct as RecordedConduct } from '../sitting/interest-rules.ts'
import { interestsOfSitting } from '../sitting/item-interests.ts'
import type { Conduct, DeclarationsOfMeeting } from './declarations-lines.ts'

const CONDUCTS = {
  left: 'left',
  silent: 'silent',
  spoke: 'spoke',
  tookPart: 'took-part',
} as const satisfies Record<RecordedConduct, Conduct>

/** What was disclosed at a meeting; what was noticed before it and not disclosed is in no minutes. */
export async function declarationsOfSitting(
  rows: CouncilRows,
  sitting: SittingAtHand,
): Promise<DeclarationsOfMeeting> {
  const council = await rows.db.council.findUniqueOrThrow({
    where: { id: rows.councilId },
    select: { name: true, nation: true },
  })
  const { standing, disclosures, whips } = await interestsOfSitting(rows, sitting.meeting)
  const personIds = [...disclosures, ...whips].map(({ personId }) => personId)
  const people = await rows.db.person.findMany({
    where: { councilId: rows.councilId, id: { in: [...new Set(personIds)] } },
    select: { id: true, name: true, title: true },
  })
  const about = (personId: string, itemId: string | undefined) => {
    const item = sitting.business.find((one) => one.itemId === itemId && itemId !== undefined)
    return {
      member: people.find(({ id }) => id === personId) ?? { name: '', title: '' },
      item: item && {
        number: item.number,
        title: item.title,
        minute: item.minuteNumber === undefined ? '' : String(item.minuteNumber),
        isClosed: item.isClosed,
      },
    }
  }
  return {
    council: council.name,
    nation: council.nation,
    interests: disclosures
      .filter(({ outcome }) => outcome === 'disclosed')
      .map((one) => ({
        ...about(one.personId, one.itemId),
        kind: kindName(standing.code, one.type.id, words),
        isTransparency: one.kind === 'transparency',
        nature: one.sensitive || one.nature === '' ? undefined : one.nature,
        isSensitive: one.sensitive,
        dispensation: one.dispensation?.scope,
        effect: one.effect,
        conduct: one.conduct === undefined ? undefined : CONDUCTS[one.conduct],
      })),
    whips: whips
      .filter(({ outcome }) => outcome === 'disclosed')
      .map((one) => ({ ...about(one.personId, one.itemId), nature: one.nature })),
  }
}
