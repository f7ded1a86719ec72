import type { App } from '@slack/bolt'
import type { ModalView } from '@slack/types'
import { displayName, isClerk } from '../committees/people.ts'
import { meetingAtHand } from '../meetings/meeting.ts'
import { whoIsTold, withoutSlack } from '../meetings/who-is-told.ts'
import { ids } from '../slack/ids.ts'
import { asOpening, asRecord, type Reception } from '../slack/listen.ts'
import { joinMrkdwn, type Mrkdwn } from '../slack/mrkdwn.ts'
import type { Visitor } from '../slack/visitor.ts'
import { emailForSupplement } from './supplement-email.ts'
import { supplementNews } from './supplement-news.ts'
import { supplementList } from './supplement-receipt.ts'
import { emailView } from './views.ts'
import { type WithdrawRefusal, withdrawSupplement } from './withdraw-supplement.ts'
import { publicationWords, supplementWords } from './words.ts'

/** The supplements of a meeting, for its clerks: the text for an e-mail, and taking one back. */
export function registerSupplementList(app: App, reception: Reception): void {
  app.action(
    { type: 'block_actions', action_id: ids.supplement.list },
    asOpening(reception, async ({ visitor, client, triggerId, value, answer }) => {
      const say = { pack: publicationWords(visitor.language), supplement: supplementWords(visitor.language) }
      const meeting = await meetingAtHand(visitor.house, value)
      if (!meeting) return answer(say.supplement.withdraw.gone())
      if (!(await isClerk(visitor.house, meeting.committeeId, visitor.personId)))
        return answer(say.supplement.withdraw.notAClerk(meeting.committeeName))
      await client.views.open({ trigger_id: triggerId, view: await viewOfAll(visitor, meeting.id) })
    }),
  )

  app.action(
    { type: 'block_actions', action_id: ids.supplement.withdraw },
    asRecord(reception, async ({ visitor, client, value, view, answer }) => {
      const say = supplementWords(visitor.language)
      const outcome = await withdrawSupplement(visitor.house, { by: visitor.personId, publicationId: value })
      if (!outcome.ok) {
        const why = withdrawRefusal(visitor, outcome.refusal)
        return () => answer(why)
      }
      const { meeting, told, withoutSlack } = outcome.value
      const said = joinMrkdwn([
        say.withdraw.done(say.name(outcome.value), told),
        ...(withoutSlack.length === 0 ? [] : [say.withdraw.tellByEmail(withoutSlack.map(displayName))]),
      ])
      return async () => {
        // The view underneath shows the button no longer; its own hash does not matter, since it only tells.
        if (view) await client.views.update({ view_id: view.id, view: await viewOfAll(visitor, meeting.id) })
        await answer(said)
      }
    }),
  )

  app.action(
    { type: 'block_actions', action_id: ids.supplement.emailText },
    asOpening(reception, async ({ visitor, client, triggerId, value, view, answer }) => {
      const say = { pack: publicationWords(visitor.language), supplement: supplementWords(visitor.language) }
      const email = await emailForSupplement(
        visitor.house,
        { by: visitor.personId, publicationId: value },
        say.supplement,
      )
      if (!email.ok) return answer(say.pack.refusals.notAClerk())
      const shown = emailView(email.value, say.pack, say.supplement.email.intro)
      if (view) await client.views.push({ trigger_id: triggerId, view: shown })
      else await client.views.open({ trigger_id: triggerId, view: shown })
    }),
  )
}

async function viewOfAll({ house, language }: Visitor, meetingId: string): Promise<ModalView> {
  const { councilId } = house
  const publications = await house.db.publication.findMany({
    where: { councilId, meetingId, number: { gt: 0 } },
    orderBy: { number: 'asc' },
    select: { id: true },
  })
  const all = await Promise.all(publications.map(({ id }) => supplementNews(house, { publicationId: id })))
  const supplements = all.flatMap((news) => news ?? [])
  const [first] = supplements
  const told = first ? await whoIsTold(house, first.meeting, first.meeting.date) : []
  const someWithoutSlack = withoutSlack(told).length > 0
  return supplementList(
    supplements,
    { timeZone: house.timeZone, someWithoutSlack },
    supplementWords(language),
  )
}

function withdrawRefusal({ house, personId, language }: Visitor, refusal: WithdrawRefusal): Mrkdwn {
  const say = supplementWords(language).withdraw
  switch (refusal.code) {
    case 'gone':
      return say.gone()
    case 'meeting-over':
      return say.meetingOver()
    case 'not-a-clerk':
      return say.notAClerk(refusal.committee)
    case 'withdrawn-before': {
      const by = refusal.byId === personId ? publicationWords(language).you : refusal.byName
      return say.before(by, refusal.at, house.timeZone)
    }
  }
}
