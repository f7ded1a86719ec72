import type { Renderer } from '../delivery/rendering.ts'
import { messageKinds } from '../meetings/messages.ts'
import { answerRenderers } from './render-answers.ts'
import { renderBundle } from './render-bundle.ts'
import { renderChange } from './render-change.ts'
import { renderControl } from './render-control.ts'
import { renderCountdown } from './render-countdown.ts'
import { dutyRenderers } from './render-duties.ts'
import { renderHello } from './render-hello.ts'
import { renderClerks, renderMember, renderPackCard } from './render-meeting.ts'
import { minutesRenderers } from './render-minutes.ts'
import { owedRenderers } from './render-owed.ts'
import { renderPackFile } from './render-pack-file.ts'
import { renderPackReading } from './render-pack-reading.ts'
import { programmeRenderers } from './render-programme.ts'
import { proposalRenderers } from './render-proposals.ts'
import { quorumRenderers } from './render-quorum.ts'
import { sixMonthRenderers } from './render-six-months.ts'
import { substitutionRenderers } from './render-substitution.ts'
import { renderSupplementLine, renderSupplementReply } from './render-supplement.ts'
import { toldRenderers } from './render-told.ts'
import { trackedRenderers } from './render-tracked.ts'
import { voteRenderers } from './render-votes.ts'
import { wishRenderers } from './render-wishes.ts'
import { renderRestricted } from './restricted-render.ts'
import { troubleRenderers } from './trouble-notice.ts'

/** Every message that Scrutineer sends, by kind. */
export const renderers: ReadonlyMap<string, Renderer> = new Map<string, Renderer>([
  [messageKinds.packCard, renderPackCard],
  [messageKinds.packFile, renderPackFile],
  [messageKinds.member, renderMember],
  [messageKinds.clerks, renderClerks],
  [messageKinds.control, renderControl],
  [messageKinds.meetingChange, renderChange],
  [messageKinds.supplement, renderSupplementReply],
  [messageKinds.supplementLine, renderSupplementLine],
  [messageKinds.restricted, renderRestricted],
  [messageKinds.countdown, renderCountdown],
  [messageKinds.reminders, renderBundle],
  [messageKinds.packReading, renderPackReading],
  [messageKinds.hello, renderHello],
  ...dutyRenderers,
  ...substitutionRenderers,
  ...quorumRenderers,
  ...sixMonthRenderers,
  ...proposalRenderers,
  ...toldRenderers,
  ...minutesRenderers,
  ...trackedRenderers,
  ...voteRenderers,
  ...owedRenderers,
  ...wishRenderers,
  ...answerRenderers,
  ...programmeRenderers,
  ...troubleRenderers,
])
