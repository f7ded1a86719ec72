import type { App } from '@slack/bolt'
import type { ModalView } from '@slack/types'
import { displayName, personById, personBySlackUser } from '../committees/people.ts'
import { modal, sections } from '../slack/blocks.ts'
import { listOf, textOf } from '../slack/fields.ts'
import { ids } from '../slack/ids.ts'
import { asSubmit, type Reception, type SubmitAnswer } from '../slack/listen.ts'
import { type Mrkdwn, mrkdwn } from '../slack/mrkdwn.ts'
import { openings, type Shown } from '../slack/opening.ts'
import type { Visitor } from '../slack/visitor.ts'
import { clerksCommittee, liveRows } from './committee-ground.ts'
import { deskWords as words } from './desk-words.en.ts'
import { type HandOnRefusal, handOnRows, owingTo } from './hand-on-rows.ts'
import { ALL, handOnModal, leaversView, transferModal } from './hand-views.ts'
import { saidInstead } from './row-refusals.ts'
import { rowWords as say } from './row-words.en.ts'
import { type TransferRefusal, type TransferRows, transferRows } from './transfer-rows.ts'

const { field } = ids.trackerDesk

/** Rows that change hands: of somebody who leaves, and of a committee whose business another takes on. */
export function registerHandingOver(app: App, reception: Reception): void {
  const opening = openings(app, reception)

  opening(ids.trackerDesk.leavers, async ({ visitor, value }) => {
    const found = await clerksCommittee(visitor, value)
    if ('why' in found) return found
    const owing = await owingTo(visitor.house, found.committee.id)
    return { view: leaversView(found.committee.id, owing, words, say) }
  })
  opening(ids.trackerDesk.handOn, ({ visitor, value }) => handOnShown(visitor, value))
  app.view(
    ids.trackerDesk.handOnForm,
    asSubmit(reception, async ({ visitor, fields, metadata }): Promise<SubmitAnswer> => {
      const { house, personId: by } = visitor
      const [committeeId = '', personId = ''] = metadata.split('/')
      const found = await clerksCommittee(visitor, committeeId)
      if ('why' in found) return saidInstead(found.why, say)
      const chosen = textOf(fields, field.person)
      const person = chosen === '' ? undefined : await personBySlackUser(house.db, house.councilId, chosen)
      if (chosen !== '' && !person) return { errors: { [field.person]: words.handOn.unknown } }
      const outcome = await handOnRows(house, {
        by,
        personId,
        to: { personId: person?.id, name: person ? '' : textOf(fields, field.name) },
        rowIds: listOf(fields, field.rows),
      })
      return outcome.ok
        ? receipt(words.handOn.title, words.handOn.done(outcome.value.handedOn))
        : handOnRefused(outcome.refusal)
    }),
  )

  opening(ids.trackerDesk.transfer, async ({ visitor, value }) => {
    const found = await clerksCommittee(visitor, value)
    if ('why' in found) return found
    const { house } = visitor
    const { id, name: committee } = found.committee
    const others = await otherCommittees(visitor, id)
    const rows = await liveRows(house, id)
    return { view: transferModal({ committeeId: id, committee, others, rows }, words, say) }
  })
  app.view(
    ids.trackerDesk.transferForm,
    asSubmit(reception, async (visit): Promise<SubmitAnswer> => {
      const { visitor, client, viewId, fields, metadata: committeeId } = visit
      const found = await clerksCommittee(visitor, committeeId)
      if ('why' in found) return saidInstead(found.why, say)
      const rowIds = textOf(fields, field.all) === ALL ? undefined : listOf(fields, field.rows)
      if (rowIds?.length === 0) return { errors: { [field.rows]: words.transfer.missing } }
      const why = textOf(fields, field.why)
      if (why === '') return { errors: { [field.why]: words.transfer.whyMissing } }
      const toCommitteeId = textOf(fields, field.successor)
      // Hundreds of rows take longer than Slack waits for an answer.
      visit.afterwards('handing rows over', async () => {
        const said = await handedOver(visitor, { committeeId, toCommitteeId, rowIds, why })
        await client.views.update({ view_id: viewId, view: saidModal(said) })
      })
      return { show: saidModal(words.transfer.working()) }
    }),
  )
}

async function handOnShown(visitor: Visitor, value: string): Promise<Shown> {
  const [committeeId = '', personId = ''] = value.split('/')
  const found = await clerksCommittee(visitor, committeeId)
  if ('why' in found) return found
  const person = await personById(visitor.house, personId)
  const rows = (await liveRows(visitor.house, committeeId)).filter(({ owners }) =>
    owners.some((one) => one.person?.id === personId),
  )
  if (!person || rows.length === 0) return { why: words.handOn.gone() }
  return { view: handOnModal({ committeeId, personId, name: displayName(person), rows }, words, say) }
}

async function otherCommittees({ house: { councilId, db } }: Visitor, committeeId: string) {
  const others = await db.committee.findMany({
    where: { councilId, NOT: { id: committeeId } },
    orderBy: [{ name: 'asc' }, { id: 'asc' }],
    select: { id: true, name: true },
  })
  return others.map(({ id, name }) => ({ value: id, text: name }))
}

async function handedOver(visitor: Visitor, act: Omit<TransferRows, 'by'>): Promise<Mrkdwn> {
  const outcome = await transferRows(visitor.house, { ...act, by: visitor.personId })
  if (!outcome.ok) return transferRefused(outcome.refusal)
  const others = await otherCommittees(visitor, act.committeeId)
  const successor = others.find(({ value }) => value === act.toCommitteeId)?.text ?? ''
  return words.transfer.done(outcome.value.handedOver, successor)
}

function saidModal(said: Mrkdwn): ModalView {
  return modal({ title: words.transfer.title, close: say.close, blocks: sections(said) })
}

function receipt(title: string, said: Mrkdwn): SubmitAnswer {
  return { show: modal({ title, close: say.close, blocks: sections(said) }) }
}

function handOnRefused({ code }: HandOnRefusal): SubmitAnswer {
  switch (code) {
    case 'not-a-clerk':
      return saidInstead(say.refusals.notAClerk(), say)
    case 'nobody':
      return { errors: { [field.name]: words.handOn.nobody } }
    case 'same-person':
      return { errors: { [field.person]: words.handOn.same } }
    case 'rows-missing':
      return { errors: { [field.rows]: words.handOn.missing } }
  }
}

function transferRefused({ code }: TransferRefusal): Mrkdwn {
  switch (code) {
    case 'not-a-clerk':
      return say.refusals.notAClerk()
    case 'no-successor':
      return words.transfer.noOther()
    case 'rows-missing':
      return words.transfer.gone()
    case 'why-missing':
      return mrkdwn`${words.transfer.whyMissing}`
  }
}
