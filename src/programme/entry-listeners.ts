import type { App } from '@slack/bolt'
import { isClerk } from '../committees/people.ts'
import { ids } from '../slack/ids.ts'
import { asRecord, asSubmit, type Reception, type SubmitAnswer } from '../slack/listen.ts'
import { type Mrkdwn, mrkdwn } from '../slack/mrkdwn.ts'
import { openings, type Shown, showInPlace } from '../slack/opening.ts'
import type { Visitor } from '../slack/visitor.ts'
import { trackerSettingsOf } from '../tracker/settings.ts'
import { arrangeEntry, moveEntryUp } from './arrange-entry.ts'
import { addEntry, editEntry, undoChange } from './edit-entry.ts'
import { meetingsToPutDown } from './entries.ts'
import { arrangeModal, entryModal } from './form-views.ts'
import type { EntryModel } from './programme-model.ts'
import { refusalAnswer, refusalSaid } from './say-refusal.ts'
import { scoresUnder, scoringOf } from './scorings.ts'
import { entryShown, modelOf, shownAfter } from './shown.ts'
import { authorityIn, entryMetadataOf, entryOfValue, placeIn, saidIn } from './submissions.ts'
import { programmeFormWords, programmeWords } from './words.ts'

const { field } = ids.programme

/** What clerks do to the entries of a programme. */
export function registerEntries(app: App, reception: Reception): void {
  const opening = openings(app, reception)
  opening(ids.programme.add, ({ visitor, value }) => addShown(visitor, value))
  opening(ids.programme.edit, ({ visitor, value }) => editShown(visitor, entryOfValue(value).entryId))
  opening(ids.programme.arrange, ({ visitor, value }) => arrangeShown(visitor, entryOfValue(value).entryId))

  app.view(
    ids.programme.addForm,
    asSubmit(reception, async ({ visitor, fields, metadata: committeeId }): Promise<SubmitAnswer> => {
      const { house, personId: by, language } = visitor
      const settings = await trackerSettingsOf(house, committeeId)
      const said = saidIn(fields, scoringOf(settings.scoring))
      if (!said) return { errors: { [field.title]: programmeWords(language).errors.score } }
      const outcome = await addEntry(house, {
        by,
        committeeId,
        said,
        place: placeIn(fields),
        authority: authorityIn(fields),
      })
      if (!outcome.ok) return refusalAnswer(outcome.refusal, language, { committeeId })
      return shownAfter(visitor, outcome.value.entryId)
    }),
  )

  app.view(
    ids.programme.editForm,
    asSubmit(reception, async ({ visitor, fields, metadata }): Promise<SubmitAnswer> => {
      const { house, personId: by, language } = visitor
      const say = programmeWords(language)
      const of = entryMetadataOf(metadata)
      const model = await modelOf(visitor, of.entryId)
      const said = saidIn(fields, scoringOf(model?.settings.scoring ?? ''))
      if (!said) return { errors: { [field.title]: say.errors.score } }
      const outcome = await editEntry(house, { by, ...of, said })
      if (!outcome.ok) return refusalAnswer(outcome.refusal, language)
      return shownAfter(visitor, of.entryId)
    }),
  )

  app.view(
    ids.programme.arrangeForm,
    asSubmit(reception, async ({ visitor, fields, metadata }): Promise<SubmitAnswer> => {
      const of = entryMetadataOf(metadata)
      const outcome = await arrangeEntry(visitor.house, {
        by: visitor.personId,
        ...of,
        place: placeIn(fields),
        authority: authorityIn(fields),
      })
      if (!outcome.ok) return refusalAnswer(outcome.refusal, visitor.language)
      return shownAfter(visitor, of.entryId)
    }),
  )

  for (const [id, act] of [
    [ids.programme.up, moveEntryUp],
    [ids.programme.undo, undoChange],
  ] as const)
    app.action(
      { type: 'block_actions', action_id: id },
      asRecord(reception, async ({ visitor, client, value, view, answer }) => {
        const { house, personId: by, language } = visitor
        const { entryId, version } = entryOfValue(value)
        const outcome = await act(house, { by, entryId, version })
        if (!outcome.ok) return () => answer(mrkdwn`${refusalSaid(outcome.refusal, language)}`)
        const shown = await entryShown(visitor, entryId)
        return async () => {
          if (view && 'view' in shown) await showInPlace({ client, view }, shown.view)
        }
      }),
    )
}

async function addShown({ house, personId, language }: Visitor, committeeId: string): Promise<Shown> {
  const [say, form] = [programmeWords(language), programmeFormWords(language)]
  if (!(await isClerk(house, committeeId, personId))) return { why: say.refusals['not-a-clerk']() }
  const settings = await trackerSettingsOf(house, committeeId)
  const meetings = await meetingsToPutDown(house, committeeId)
  return {
    view: entryModal(
      {
        id: ids.programme.addForm,
        metadata: committeeId,
        title: form.propose.titleAdd,
        submit: form.propose.add,
        scoring: scoringOf(settings.scoring),
        said: undefined,
        proposers: undefined,
        asksKind: true,
        place: { meetings, variedBy: settings.variedBy },
      },
      say,
      form,
    ),
  }
}

/** The entry for a clerk of its committee; anybody else is told who keeps the programme. */
async function forClerk(visitor: Visitor, entryId: string): Promise<EntryModel | { readonly why: Mrkdwn }> {
  const say = programmeWords(visitor.language)
  const model = await modelOf(visitor, entryId)
  if (!model) return { why: say.refusals['entry-gone']() }
  return model.roles.isClerk ? model : { why: say.refusals['not-a-clerk']() }
}

async function editShown(visitor: Visitor, entryId: string): Promise<Shown> {
  const [say, form] = [programmeWords(visitor.language), programmeFormWords(visitor.language)]
  const model = await forClerk(visitor, entryId)
  if ('why' in model) return model
  const { entry, settings } = model
  const scoring = scoringOf(settings.scoring)
  return {
    view: entryModal(
      {
        id: ids.programme.editForm,
        metadata: JSON.stringify({ entryId, version: entry.version }),
        title: form.propose.titleEdit,
        submit: form.save,
        scoring,
        said: { ...entry, scores: scoresUnder(entry.scores, scoring) },
        proposers: undefined,
        asksKind: true,
        place: undefined,
      },
      say,
      form,
    ),
  }
}

async function arrangeShown(visitor: Visitor, entryId: string): Promise<Shown> {
  const { house, language } = visitor
  const [say, form] = [programmeWords(language), programmeFormWords(language)]
  const model = await forClerk(visitor, entryId)
  if ('why' in model) return model
  const { entry, settings } = model
  const meetings = await meetingsToPutDown(house, entry.committeeId)
  const metadata = JSON.stringify({ entryId, version: entry.version })
  return { view: arrangeModal(entry, { meetings, variedBy: settings.variedBy }, metadata, say, form) }
}
