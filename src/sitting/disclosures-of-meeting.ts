import { type CouncilPerson, type CouncilRows, personOf } from '../committees/people.ts'
import type { Effect } from '../interests/types.ts'
import { interestWords, kindName } from '../interests/words.ts'
import { meetingAtHand } from '../meetings/meeting.ts'
import { exclusionWords } from '../publications/exclusion-words.en.ts'
import { businessOf } from './at-hand.ts'
import type { Conduct } from './interest-rules.ts'
import { interestsOfSitting, type RecordedDisclosure } from './item-interests.ts'
import { itemWords } from './item-words.ts'

interface About {
  readonly member: CouncilPerson
  /** Absent for the whole meeting; of a closed item the lawful words stand for its title. */
  readonly item:
    | {
        readonly number: string
        readonly title: string
        readonly minute: string
        readonly isClosed: boolean
      }
    | undefined
}

interface DisclosedAtMeeting extends About {
  readonly kind: string
  readonly isTransparency: boolean
  readonly nature: string | undefined
  readonly isSensitive: boolean
  readonly dispensation: string | undefined
  readonly effect: Effect
  readonly conduct: 'left' | 'silent' | 'spoke' | 'took-part' | undefined
}

export interface DisclosuresOfMeeting {
  readonly interests: readonly DisclosedAtMeeting[]
  readonly whips: readonly (About & { readonly nature: string })[]
  readonly generalDispensation: string | undefined
}

const conductInMinutes: Readonly<Record<Conduct, NonNullable<DisclosedAtMeeting['conduct']>>> = {
  left: 'left',
  silent: 'silent',
  spoke: 'spoke',
  tookPart: 'took-part',
}

/**
 * What was disclosed at a meeting, for its minutes (`minutes/declarations-lines.ts`), by when it was said. What was
 * struck, or was not declared, is left out; of a sensitive interest there is only the fact.
 */
export async function disclosuresOfMeeting(
  rows: CouncilRows,
  meetingId: string,
  language = 'en',
): Promise<DisclosuresOfMeeting> {
  const meeting = await meetingAtHand(rows, meetingId)
  if (!meeting) return { interests: [], whips: [], generalDispensation: undefined }
  const { standing, disclosures, whips } = await interestsOfSitting(rows, meeting)
  const { code, items } = standing
  const business = await businessOf(rows, meetingId)
  const said = disclosures.filter(({ outcome }) => outcome === 'disclosed')
  const declared = whips.filter(({ outcome }) => outcome === 'disclosed')
  const people = await peopleById(rows, [...said, ...declared])
  const words = interestWords(language)
  const itemOf = (itemId: string | undefined): About['item'] => {
    if (itemId === undefined) return undefined
    const record = business.find((one) => one.itemId === itemId)
    const closed = items.find((item) => item.id === itemId)?.closed
    const isClosed = closed !== undefined || record?.isClosed === true
    return {
      number: record?.number ?? '',
      title: isClosed ? exclusionWords.closedItem('', closed) : (record?.title ?? ''),
      minute: record?.minuteNumber === undefined ? '' : String(record.minuteNumber),
      isClosed,
    }
  }
  const about = <T extends { personId: string; itemId: string | undefined }>(one: T): About[] => {
    const member = people.get(one.personId)
    return member ? [{ member, item: itemOf(one.itemId) }] : []
  }
  return {
    interests: said.flatMap((one) =>
      about(one).map((whose) => ({
        ...whose,
        kind: kindName(code, one.type.id, words),
        isTransparency: one.type.id === 'transparency' || one.type.id === 'connection',
        nature: one.sensitive || one.nature === '' ? undefined : one.nature,
        isSensitive: one.sensitive,
        dispensation: one.dispensation?.scope,
        effect: one.effect,
        conduct: one.conduct && conductInMinutes[one.conduct],
      })),
    ),
    whips: declared.flatMap((one) => about(one).map((whose) => ({ ...whose, nature: one.nature }))),
    generalDispensation: generalOf(said, language),
  }
}

/** What general dispensations were relied on for. */
function generalOf(said: readonly RecordedDisclosure[], language: string): string | undefined {
  const scopes = said.flatMap(({ dispensation }) =>
    dispensation && dispensation.personId === undefined ? [dispensation.scope] : [],
  )
  return scopes.length === 0 ? undefined : itemWords(language).minutes.generalFor([...new Set(scopes)])
}

async function peopleById(
  { councilId, db }: CouncilRows,
  those: readonly { readonly personId: string }[],
): Promise<Map<string, CouncilPerson>> {
  const ids = [...new Set(those.map(({ personId }) => personId))]
  const found = await db.person.findMany({ where: { councilId, id: { in: ids } } })
  return new Map(found.map((row) => [row.id, personOf(row)]))
}
