import type { App } from '@slack/bolt'
import { personBySlackUser } from '../committees/people.ts'
import { textOf } from '../slack/fields.ts'
import { ids } from '../slack/ids.ts'
import { asSubmit, type Reception, type SubmitAnswer } from '../slack/listen.ts'
import type { Mrkdwn } from '../slack/mrkdwn.ts'
import { openings, type Shown } from '../slack/opening.ts'
import { turnsPages } from '../slack/turn-pages.ts'
import type { Visitor } from '../slack/visitor.ts'
import { clerksCommittee } from './committee-ground.ts'
import { saidInstead } from './row-refusals.ts'
import { rowWords as say } from './row-words.en.ts'
import { serviceLineView } from './service-line-views.ts'
import { serviceLineWords as words } from './service-line-words.en.ts'
import { serviceLines } from './service-lines.ts'
import { removeServiceLine, type ServiceLineRefusal, setServiceLine } from './set-service-line.ts'

const { field } = ids.serviceLine

/** Heads of service, which clerks keep for the whole council. */
export function registerServiceLines(app: App, reception: Reception): void {
  const opening = openings(app, reception)
  opening(ids.serviceLine.open, ({ visitor, value }) => linesShown(visitor, value))
  turnsPages(app, reception, ids.serviceLine.open, (visitor, value) => linesShown(visitor, value))
  opening(ids.serviceLine.remove, async ({ visitor, value }) => {
    const [committeeId = '', lineId = ''] = value.split('/')
    const found = await clerksCommittee(visitor, committeeId)
    if ('why' in found) return found
    const outcome = await removeServiceLine(visitor.house, { by: visitor.personId, lineId })
    return outcome.ok ? linesShown(visitor, committeeId) : { why: say.refusals.notAClerk() }
  })
  app.view(
    ids.serviceLine.form,
    asSubmit(reception, async ({ visitor, fields, metadata: committeeId }): Promise<SubmitAnswer> => {
      const found = await clerksCommittee(visitor, committeeId)
      if ('why' in found) return saidInstead(found.why, say)
      const { house, personId: by } = visitor
      const chosen = (id: string) => personBySlackUser(house.db, house.councilId, textOf(fields, id))
      const [officer, head] = [await chosen(field.officer), await chosen(field.head)]
      if (!officer) return { errors: { [field.officer]: whyNobody(textOf(fields, field.officer)) } }
      if (!head) return { errors: { [field.head]: whyNobody(textOf(fields, field.head)) } }
      const outcome = await setServiceLine(house, { by, officerId: officer.id, headId: head.id })
      if (!outcome.ok) return refusalAnswer(outcome.refusal)
      const shown = await linesShown(visitor, committeeId, words.saved())
      return 'why' in shown ? saidInstead(shown.why, say) : { show: shown.view }
    }),
  )
}

function whyNobody(slackUserId: string): string {
  return slackUserId === '' ? words.missing : words.unknown
}

/** @param value committee and page */
async function linesShown(visitor: Visitor, value: string, first?: Mrkdwn): Promise<Shown> {
  const [committeeId = '', page] = value.split('/')
  const found = await clerksCommittee(visitor, committeeId)
  if ('why' in found) return found
  const lines = await serviceLines(visitor.house)
  return {
    view: serviceLineView({ committeeId: found.committee.id, lines, page: Number(page), first }, words, say),
  }
}

function refusalAnswer({ code }: ServiceLineRefusal): SubmitAnswer {
  switch (code) {
    case 'not-a-clerk':
      return saidInstead(say.refusals.notAClerk(), say)
    case 'unknown':
      return { errors: { [field.officer]: words.unknown } }
    case 'same-person':
      return { errors: { [field.head]: words.same } }
  }
}
