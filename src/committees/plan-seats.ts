import type { FilePart } from './committee-file.ts'
import type { Difference, PlannedSeat, PresentPerson, PresentSeat, Who } from './import-plan.ts'
import type { MatchedPerson } from './match-people.ts'
import { displayName, type SeatOffice } from './people.ts'

type SeatPart = Extract<FilePart, { as: 'seat' }>
interface Claimant {
  readonly who: Who
  readonly name: string
  readonly part: SeatPart
}

/**
 * Who leaves which seat and who takes which. Somebody who sits stays in their seat; a newcomer takes a
 * vacancy of their kind, of their group first; only when there is none a seat is added. A seat that
 * nobody takes stays as a vacancy, for a vacancy still counts in the whole membership.
 */
export function planSeats(
  seats: readonly PresentSeat[],
  matched: readonly MatchedPerson[],
  people: readonly PresentPerson[],
): Difference[] {
  const claimants = inOrder(
    matched.flatMap(({ who, row }) =>
      row.part.as === 'seat' ? [{ who, name: row.name, part: row.part }] : [],
    ),
  )
  const taken = new Map<PresentSeat, Claimant>()
  const place = (claimant: Claimant, seat: PresentSeat | undefined): boolean => {
    if (seat) taken.set(seat, claimant)
    return seat !== undefined
  }
  const byPosition = [...seats].sort((one, other) => one.position - other.position)
  const isFree = (seat: PresentSeat): boolean => !taken.has(seat)
  const sitting = claimants.filter((claimant) =>
    place(
      claimant,
      byPosition.find(
        (seat) =>
          isFree(seat) &&
          seat.kind === claimant.part.kind &&
          claimant.who.id !== undefined &&
          seat.occupant?.personId === claimant.who.id,
      ),
    ),
  )
  let newcomers = claimants.filter((claimant) => !sitting.includes(claimant))
  for (const suits of [sameEntitlement, sameGroup, sameKind])
    newcomers = newcomers.filter(
      (claimant) =>
        !place(
          claimant,
          byPosition.find((seat) => isFree(seat) && suits(seat, claimant.part)),
        ),
    )

  const last = Math.max(0, ...seats.map((seat) => seat.position))
  return [
    ...byPosition.flatMap((seat) => leaving(seat, taken.get(seat), people)),
    ...byPosition.flatMap((seat) => taking(seat, taken.get(seat))),
    ...newcomers.flatMap(({ who, part }, index): Difference[] => {
      const position = last + index + 1
      const { kind, group, voting, office } = part
      return [
        { code: 'seat-new', seat: { position, kind, group, voting } },
        { code: 'seat-filled', position, who, office },
      ]
    }),
  ]
}

function leaving(
  seat: PresentSeat,
  next: Claimant | undefined,
  people: readonly PresentPerson[],
): Difference[] {
  const { occupant, position } = seat
  if (!occupant || occupant.personId === next?.who.id) return []
  return [{ code: 'seat-vacated', position, who: storedWho(occupant.personId, people) }]
}

function taking(seat: PresentSeat, next: Claimant | undefined): Difference[] {
  if (!next) return []
  const { who, part } = next
  const from: PlannedSeat = {
    position: seat.position,
    kind: seat.kind,
    group: seat.group,
    voting: seat.voting,
  }
  const to: PlannedSeat = { ...from, group: part.group, voting: part.voting }
  const { position } = seat
  const changed: Difference[] =
    from.group === to.group && from.voting === to.voting ? [] : [{ code: 'seat-changed', from, to }]
  if (!seat.occupant || seat.occupant.personId !== who.id)
    return [...changed, { code: 'seat-filled', position, who, office: part.office }]
  return seat.occupant.office === part.office
    ? changed
    : [...changed, { code: 'office-changed', position, who, from: seat.occupant.office, to: part.office }]
}

/** A stored person as the plan names them. */
export function storedWho(personId: string, people: readonly PresentPerson[]): Who {
  const person = people.find((other) => other.id === personId)
  return { key: `id:${personId}`, id: personId, name: person ? displayName(person) : personId }
}

const sameKind = (seat: PresentSeat, part: SeatPart): boolean => seat.kind === part.kind
const sameGroup = (seat: PresentSeat, part: SeatPart): boolean =>
  sameKind(seat, part) && seat.group === part.group
const sameEntitlement = (seat: PresentSeat, part: SeatPart): boolean =>
  sameGroup(seat, part) && seat.voting === part.voting

const OFFICE_ORDER: readonly SeatOffice[] = ['chair', 'viceChair', 'none']
const KIND_ORDER: readonly SeatPart['kind'][] = ['member', 'coOptee', 'substitute']

/** As papers list a committee: chair, vice chair, members by surname, co-optees, substitutes. */
function inOrder(claimants: readonly Claimant[]): Claimant[] {
  const rank = ({ name, who, part }: Claimant): string =>
    [
      KIND_ORDER.indexOf(part.kind),
      OFFICE_ORDER.indexOf(part.office),
      surname(name),
      name.toLowerCase(),
      who.key,
    ].join('\n')
  return claimants
    .map((claimant) => ({ claimant, rank: rank(claimant) }))
    .sort((one, other) => (one.rank < other.rank ? -1 : 1))
    .map(({ claimant }) => claimant)
}

function surname(name: string): string {
  return name.normalize('NFD').replaceAll(/\p{M}/gu, '').toLowerCase().split(' ').at(-1) ?? ''
}
