import type { App } from '@slack/bolt'
import { committeesWhereClerk } from '../committees/people.ts'
import { ids } from '../slack/ids.ts'
import { asCommand, asRecord, type CommandVisit, type Reception } from '../slack/listen.ts'
import type { Shown } from '../slack/opening.ts'
import { whyNot } from './answering.ts'
import { ballotOf } from './ballot.ts'
import { ballotBlocks } from './ballot-view.ts'
import { castBallot } from './cast-ballot.ts'
import { isByName } from './count-vote.ts'
import { isFirm } from './eligible-rules.ts'
import { registerForms, rollShown, voteShown } from './form-listeners.ts'
import { registerLists } from './list-listeners.ts'
import { ownForMember, registerOwnVotes } from './own-listeners.ts'
import { registerPresses } from './press-listeners.ts'
import { registerResolutions } from './resolution-listeners.ts'
import { registerSettings, settingsShown } from './settings-listeners.ts'
import { unfinished, votesAtHand } from './vote-at-hand.ts'
import { sittingOf } from './voting-at.ts'
import { voteWords } from './words.ts'

/** `/vote`, the buttons of the clerk's control, and members' ballots. */
export function registerVotes(app: App, reception: Reception): void {
  app.command(
    '/vote',
    asCommand(reception, async (visit) => {
      const { visitor, text, answer } = visit
      const say = voteWords(visitor.language)
      switch (text.toLowerCase()) {
        case '':
          return voteByCommand(visit)
        case 'record':
          return shown(visit, await ownForMember(visitor))
        case 'settings':
          return shown(visit, await settingsShown(visitor))
        case 'help':
          return answer(say.help())
        default:
          return answer(say.unknown(text))
      }
    }),
  )

  for (const [id, side] of [
    [ids.votes.ballotFor, 'for'],
    [ids.votes.ballotAgainst, 'against'],
    [ids.votes.ballotAbstain, 'abstain'],
  ] as const)
    app.action(
      { type: 'block_actions', action_id: id },
      asRecord(reception, async ({ visitor, value, answer }) => {
        const outcome = await castBallot(visitor.house, { voteId: value, by: visitor.personId, side })
        if (outcome.ok) return undefined
        const { refusal } = outcome
        const { ballot, bars } = voteWords(visitor.language)
        if (refusal.code !== 'not-entitled') {
          const why = await whyNot(visitor, refusal)
          return () => answer(why)
        }
        // Nobody is kept from voting by an interest or a whip (law 4): with the clerk's warning it is recorded.
        const say = isFirm(refusal.bar) ? ballot.notEntitled : ballot.barred
        return () => answer(say(bars[refusal.bar]))
      }),
    )

  registerForms(app, reception)
  registerPresses(app, reception)
  registerLists(app, reception)
  registerOwnVotes(app, reception)
  registerResolutions(app, reception)
  registerSettings(app, reception)
}

/** A clerk gets the form for the item under consideration, or the roll of the open vote; a member their ballot. */
async function voteByCommand(visit: CommandVisit): Promise<void> {
  const { visitor, answer } = visit
  const { house, personId, language } = visitor
  const say = voteWords(language)
  if ((await committeesWhereClerk(house, personId)).length > 0) {
    const sitting = await sittingOf(house, personId, 'clerk')
    if (!sitting) return answer(say.noMeeting())
    const open = unfinished(await votesAtHand(house, sitting.meeting.id))
    if (open?.state === 'open' && isByName(open))
      return shown(visit, await rollShown(visitor, `${sitting.meeting.id}/${open.id}`))
    const business = sitting.current ?? (sitting.closedAt ? sitting.business[0] : undefined)
    if (!business) return answer(say.noItem())
    return shown(visit, await voteShown(visitor, `${sitting.meeting.id}/${business.recordId}`, undefined))
  }
  const sitting = await sittingOf(house, personId, 'member')
  if (!sitting) return answer(say.noMeeting())
  const open = unfinished(await votesAtHand(house, sitting.meeting.id))
  const ballot = open?.method === 'electronic' ? await ballotOf(house, open.id, personId) : undefined
  if (!ballot) return answer(say.ballot.none())
  const blocks = ballotBlocks(ballot, say)
  return answer({
    text: say.ballot.ask(ballot.committee, ballot.question ?? say.ballot.closedQuestion).text,
    blocks,
  })
}

async function shown({ client, triggerId, answer }: CommandVisit, what: Shown): Promise<void> {
  if ('why' in what) return answer(what.why)
  await client.views.open({ trigger_id: triggerId, view: what.view })
}
