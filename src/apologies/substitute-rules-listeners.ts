import type { App } from '@slack/bolt'
import type { ModalView } from '@slack/types'
import { z } from 'zod'
import { committeesWhereClerk, displayName } from '../committees/people.ts'
import { listOf, textOf } from '../slack/fields.ts'
import { ids } from '../slack/ids.ts'
import { asOpening, asSubmit, type CommandVisit, type PressVisit, type Reception } from '../slack/listen.ts'
import { platformError } from '../slack/platform-error.ts'
import { shortened } from '../slack/shorten.ts'
import type { Visitor } from '../slack/visitor.ts'
import { councillorsOf, setDuties, setSubstituteRules, substituteSettings } from './substitute-settings.ts'
import { DUTIES, POOLS, rolesModal, rulesModal, SAME_GROUP, saidModal } from './substitute-views.ts'
import { substituteWords } from './substitute-words.ts'

const { field } = ids.substitution
const OPTION_TEXT = 75
/** Whole numbers, or nothing; nobody counts beyond two digits here. */
const wholeNumber = z.union([
  z.literal('').transform(() => undefined),
  z
    .string()
    .regex(/^\d{1,2}$/)
    .transform(Number),
])

/** A clerk says what the standing orders hold about substitutes, and who is in the executive or a whip. */
export function registerRules(app: App, reception: Reception): void {
  app.action(
    { type: 'block_actions', block_id: field.committee },
    asOpening(reception, (visit) => showInstead(visit, rulesView(visit.visitor, visit.value))),
  )
  app.action(
    { type: 'block_actions', action_id: ids.substitution.roles },
    asOpening(reception, (visit) => showInstead(visit, rolesView(visit.visitor, undefined))),
  )
  app.action(
    { type: 'block_actions', block_id: field.person },
    asOpening(reception, (visit) => showInstead(visit, rolesView(visit.visitor, visit.value))),
  )

  app.view(
    ids.substitution.rulesForm,
    asSubmit(reception, async ({ visitor, fields }) => {
      const say = substituteWords(visitor.language)
      const perYear = wholeNumber.safeParse(textOf(fields, field.perYear))
      const days = wholeNumber.safeParse(textOf(fields, field.days))
      const errors = {
        ...(perYear.success ? {} : { [field.perYear]: say.rules.notANumber }),
        ...(days.success ? {} : { [field.days]: say.rules.notANumber }),
      }
      if (!perYear.success || !days.success) return { errors }
      const pool = POOLS.find((it) => it === textOf(fields, field.pool)) ?? 'named'
      const outcome = await setSubstituteRules(visitor.house, {
        by: visitor.personId,
        committeeId: textOf(fields, field.committee),
        pool: pool === 'none' ? undefined : pool,
        sameGroup: listOf(fields, field.sameGroup).includes(SAME_GROUP),
        perYear: perYear.data,
        days: days.data,
        time: textOf(fields, field.time) || undefined,
      })
      const said = outcome.ok ? say.rules.saved(outcome.value.committee) : say.rules.notAClerk()
      return { show: saidModal(say.rules.title, [said], say) }
    }),
  )

  app.view(
    ids.substitution.rolesForm,
    asSubmit(reception, async ({ visitor, fields }) => {
      const say = substituteWords(visitor.language)
      const ticked = listOf(fields, field.duties)
      const outcome = await setDuties(visitor.house, {
        by: visitor.personId,
        personId: textOf(fields, field.person),
        executive: ticked.includes('executive'),
        groupWhip: ticked.includes('groupWhip'),
      })
      if (outcome.ok)
        return { show: saidModal(say.roles.title, [say.roles.saved(displayName(outcome.value.person))], say) }
      if (outcome.refusal.code === 'no-group') return { errors: { [field.duties]: say.roles.noGroup } }
      return { show: saidModal(say.roles.title, [say.rules.notAClerk()], say) }
    }),
  )
}

/** `/apologies rules` */
export async function openRules({ visitor, client, triggerId, answer }: CommandVisit): Promise<void> {
  const view = await rulesView(visitor, undefined)
  if (!view) return answer(substituteWords(visitor.language).rules.notAClerk())
  await client.views.open({ trigger_id: triggerId, view })
}

async function rulesView(
  { house, personId, language }: Visitor,
  chosen: string | undefined,
): Promise<ModalView | undefined> {
  const committees = await committeesWhereClerk(house, personId)
  const committee = committees.find(({ id }) => id === chosen) ?? committees[0]
  if (!committee) return undefined
  const { pool, ...settings } = await substituteSettings(house, committee.id)
  return rulesModal(
    {
      committees: committees.map(({ id, name }) => ({ value: id, text: shortened(name, OPTION_TEXT) })),
      committeeId: committee.id,
      committee: committee.name,
      pool: pool ?? 'none',
      ...settings,
    },
    substituteWords(language),
  )
}

async function rolesView(
  { house, personId, language }: Visitor,
  chosen: string | undefined,
): Promise<ModalView | undefined> {
  if ((await committeesWhereClerk(house, personId)).length === 0) return undefined
  const today = house.now().toZonedDateTimeISO(house.timeZone).toPlainDate().toString()
  const people = await councillorsOf(house, today)
  const one = people.find(({ person }) => person.id === chosen)
  return rolesModal(
    {
      people: people.map(({ person }) => ({
        value: person.id,
        text: shortened(displayName(person), OPTION_TEXT),
      })),
      personId: one?.person.id,
      duties: DUTIES.filter((duty) => one?.[duty]),
    },
    substituteWords(language),
  )
}

async function showInstead(
  { visitor, client, view, answer }: PressVisit,
  wanted: Promise<ModalView | undefined>,
): Promise<void> {
  if (!view) return
  const shown = await wanted
  if (!shown) return answer(substituteWords(visitor.language).rules.notAClerk())
  try {
    await client.views.update({ view_id: view.id, hash: view.hash, view: shown })
  } catch (error) {
    // Chosen anew before this answer: the later choice shows its own.
    if (platformError(error) !== 'hash_conflict') throw error
  }
}
