import { displayName, personById } from '../committees/people.ts'
import type { Renderer } from '../delivery/rendering.ts'
import { messageKinds } from '../meetings/messages.ts'
import { actions, button, section, sections } from '../slack/blocks.ts'
import { ids } from '../slack/ids.ts'
import { ownerWords } from '../tracker/owner-words.ts'
import { mayDecide, type WishAtHand, wishAtHand } from '../tracker/wishes.ts'

/** To the clerks and the Chair: what an owner asks for, with both answers in place, and how it was decided. */
const renderWish: Renderer = async (house, { recipient, subject }) => {
  const wish = await wishAtHand(house, subject)
  if (!wish) return { drop: 'wish-gone' }
  const { row } = wish
  const committee = await house.db.committee.findFirst({
    where: { councilId: house.councilId, id: row.committeeId },
  })
  const today = house.now().toZonedDateTimeISO(house.timeZone).toPlainDate().toString()
  const isTheirs =
    'channel' in recipient
      ? recipient.channel === committee?.clerksChannelId
      : await mayDecide(house, row.committeeId, recipient.person, today)
  if (!isTheirs) return { drop: 'not-entitled' }
  const reader = 'person' in recipient ? await personById(house, recipient.person) : undefined
  const say = ownerWords(reader?.language ?? 'en')
  const isLawful = wish.kind === 'moreTime' && row.clockDueOn !== undefined
  return {
    post: {
      text: say.wish.short(row.reference).text,
      blocks: [
        ...sections(say.wish.said(wish, nameOf(wish.by))),
        ...(wish.state !== 'waiting'
          ? sections(say.wish.decided(wish, nameOf(wish.decidedBy), house.timeZone))
          : [
              ...(isLawful && row.clockDueOn !== undefined ? [section(say.wish.lawful(row.clockDueOn))] : []),
              actions(
                button({ id: ids.wish.grant, text: say.wish.grant, value: wish.id, style: 'primary' }),
                button({ id: ids.wish.refuse, text: say.wish.refuse, value: wish.id }),
              ),
            ]),
      ],
    },
  }
}

/** To whoever asked, and to nobody else: how it was decided. */
const renderWishDecided: Renderer = async (house, { recipient, subject }) => {
  const wish = await wishAtHand(house, subject)
  if (!wish || !('person' in recipient) || wish.by?.id !== recipient.person) return { drop: 'not-entitled' }
  if (wish.state !== 'granted' && wish.state !== 'refused') return { drop: 'not-decided' }
  const say = ownerWords(wish.by.language)
  return {
    post: {
      text: say.wish.toldShort(wish.row.reference).text,
      blocks: sections(say.wish.told(wish, nameOf(wish.decidedBy))),
    },
  }
}

function nameOf(person: WishAtHand['by']): string {
  return person ? displayName(person) : ''
}

/** For the map of renderers. */
export const wishRenderers: readonly (readonly [string, Renderer])[] = [
  [messageKinds.ownerWish, renderWish],
  [messageKinds.ownerWishDecided, renderWishDecided],
]
