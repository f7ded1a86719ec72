import type { App } from '@slack/bolt'
import { isClerk } from '../committees/people.ts'
import { ids } from '../slack/ids.ts'
import { asSubmit, type Reception, type SubmitAnswer } from '../slack/listen.ts'
import { openings, type Shown } from '../slack/opening.ts'
import type { Visitor } from '../slack/visitor.ts'
import { trackerSettingsOf } from '../tracker/settings.ts'
import { settingsModal } from './form-views.ts'
import { saidView } from './programme-views.ts'
import { refusalAnswer } from './say-refusal.ts'
import { scorings } from './scorings.ts'
import { setProgrammeSettings } from './set-settings.ts'
import { settingsIn } from './submissions.ts'
import { programmeFormWords, programmeWords } from './words.ts'

/** How a committee decides on proposals, and the council's rule of call-in: for its clerks. */
export function registerProgrammeSettings(app: App, reception: Reception): void {
  openings(app, reception)(ids.programme.settings, ({ visitor, value }) => settingsShown(visitor, value))
  app.view(
    ids.programme.settingsForm,
    asSubmit(reception, async ({ visitor, fields, metadata: committeeId }): Promise<SubmitAnswer> => {
      const { house, personId: by, language } = visitor
      const say = programmeWords(language)
      const given = settingsIn(fields)
      if ('wrong' in given) return { errors: { [given.wrong]: say.errors[given.why] } }
      const outcome = await setProgrammeSettings(house, { by, committeeId, settings: given.settings })
      if (!outcome.ok) return refusalAnswer(outcome.refusal, language, { committeeId })
      const form = programmeFormWords(language)
      return { show: saidView([form.settings.saved()], say, committeeId, form.settings.title) }
    }),
  )
}

export async function settingsShown(
  { house, personId, language }: Visitor,
  committeeId: string | undefined,
): Promise<Shown> {
  if (committeeId === undefined || !(await isClerk(house, committeeId, personId)))
    return { why: programmeWords(language).refusals['not-a-clerk']() }
  const settings = await trackerSettingsOf(house, committeeId)
  return { view: settingsModal({ committeeId, settings, scorings }, programmeFormWords(language)) }
}
