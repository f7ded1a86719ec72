import type { ModalView } from '@slack/types'
import { type CouncilPerson, displayName } from '../committees/people.ts'
import type { MeetingAtHand } from '../meetings/meeting.ts'
import type { Business } from '../sitting/at-hand.ts'
import {
  contexts,
  dateField,
  fileField,
  modal,
  section,
  sections,
  selectField,
  textField,
} from '../slack/blocks.ts'
import { ids } from '../slack/ids.ts'
import { limits } from '../slack/limits.ts'
import type { Mrkdwn } from '../slack/mrkdwn.ts'
import { commentWords } from './comment-words.en.ts'
import { differenceWords } from './difference-words.en.ts'
import type { Difference } from './differences.ts'
import type { MinutesDesk } from './minutes-desk.ts'
import { minuteTitle } from './minutes-views.ts'
import { minutesWords as say } from './minutes-words.en.ts'
import { sayDifference } from './say-difference.ts'
import { MINUTES_STYLES } from './styles.ts'

const { field } = ids.minutes
const maxLength = limits.plainTextInput

/** The text of one minute: what the clerk writes of it. */
export function editModal(item: Business, metadata: string): ModalView {
  const { editForm: form } = say
  return modal({
    id: ids.minutes.editForm,
    title: form.title,
    submit: form.save,
    close: say.cancel,
    metadata,
    blocks: [
      section(form.item(minuteTitle(item))),
      textField({
        id: field.presenters,
        label: form.presenters,
        hint: form.presentersHint,
        value: item.presenters.join('\n'),
        multiline: true,
        optional: true,
        maxLength,
      }),
      textField({
        id: field.presented,
        label: form.presented,
        hint: form.presentedHint,
        value: item.presented,
        multiline: true,
        optional: true,
        maxLength,
      }),
      textField({
        id: field.passage,
        label: form.passage,
        hint: form.passageHint,
        value: item.passage,
        multiline: true,
        optional: true,
        maxLength,
      }),
      ...(item.isClosed
        ? [
            textField({
              id: field.summary,
              label: form.summary,
              hint: form.summaryHint,
              value: item.summary,
              multiline: true,
              optional: true,
              maxLength,
            }),
          ]
        : []),
    ],
  })
}

/** At which later meeting minutes were agreed, and what it had amended. */
export function agreeModal(meetingId: string, later: readonly MeetingAtHand[]): ModalView {
  return modal({
    id: ids.minutes.agreeForm,
    title: say.agreeForm.title,
    submit: say.agreeForm.save,
    close: say.cancel,
    metadata: meetingId,
    blocks: [
      whichMeeting(later),
      textField({
        id: field.amendments,
        label: say.agreeForm.amendments,
        hint: say.agreeForm.amendmentsHint,
        multiline: true,
        optional: true,
        maxLength,
      }),
    ],
  })
}

export function amendModal(meetingId: string, later: readonly MeetingAtHand[]): ModalView {
  return modal({
    id: ids.minutes.amendForm,
    title: say.amendForm.title,
    submit: say.amendForm.save,
    close: say.cancel,
    metadata: meetingId,
    blocks: [
      whichMeeting(later.toReversed()),
      textField({
        id: field.amendments,
        label: say.amendForm.text,
        hint: say.amendForm.textHint,
        multiline: true,
        maxLength,
      }),
    ],
  })
}

export function signModal(
  meetingId: string,
  of: { readonly signers: readonly CouncilPerson[]; readonly on: string },
): ModalView {
  const choices = of.signers.map((person) => ({ value: person.id, text: displayName(person) }))
  return modal({
    id: ids.minutes.signForm,
    title: say.signForm.title,
    submit: say.signForm.save,
    close: say.cancel,
    metadata: meetingId,
    blocks: [
      selectField({
        id: field.by,
        label: say.signForm.by,
        hint: say.signForm.byHint,
        choices,
        chosen: choices[0]?.value,
      }),
      dateField({ id: field.on, label: say.signForm.on, value: of.on }),
      ...contexts(say.signForm.warning()),
    ],
  })
}

export function uploadModal(meetingId: string): ModalView {
  return modal({
    id: ids.minutes.uploadForm,
    title: say.uploadForm.title,
    submit: say.uploadForm.save,
    close: say.cancel,
    metadata: meetingId,
    blocks: [
      fileField({
        id: field.file,
        label: say.uploadForm.file,
        hint: say.uploadForm.fileHint,
        types: ['docx', 'pdf', 'html', 'htm'],
      }),
    ],
  })
}

export function settingsModal({ meeting, numbers, nextNumber, style }: MinutesDesk): ModalView {
  const { settingsForm: form } = say
  return modal({
    id: ids.minutes.settingsForm,
    title: form.title,
    submit: form.save,
    close: say.cancel,
    metadata: meeting.id,
    blocks: [
      textField({
        id: field.first,
        label: form.first,
        hint: form.firstHint(nextNumber),
        value: String(numbers?.first ?? nextNumber),
      }),
      selectField({
        id: field.style,
        label: form.style,
        choices: MINUTES_STYLES.map((name) => ({ value: name, text: form.styles[name] })),
        chosen: style,
      }),
    ],
  })
}

/** What was found when the council's own text was compared with the record. */
export function differencesView(
  paper: { readonly name: string; readonly sha256: string; readonly already: boolean },
  differences: readonly Difference[],
): ModalView {
  const { uploadForm: form } = say
  const said: readonly Mrkdwn[] = [
    paper.already ? form.keptAlready(paper.name) : form.kept(paper.name),
    ...(differences.length === 0
      ? [differenceWords.none()]
      : [...differences.map(sayDifference), differenceWords.advice()]),
  ]
  const blocks = said.flatMap((one) => sections(one))
  const most = limits.view.blocks - 2
  return modal({
    title: form.title,
    close: say.close,
    blocks: [
      ...blocks.slice(0, most),
      ...(blocks.length > most ? contexts(differenceWords.more(blocks.length - most)) : []),
      ...contexts(form.sha256(paper.sha256)),
    ],
  })
}

/** What somebody says of a draft. */
export function commentModal(about: 'text' | 'attendance', metadata: string): ModalView {
  const { form } = commentWords
  const isText = about === 'text'
  return modal({
    id: ids.minutes.commentForm,
    title: form.title,
    submit: form.send,
    close: form.cancel,
    metadata,
    blocks: [
      textField({
        id: field.comment,
        label: isText ? form.label : form.attendanceLabel,
        hint: isText ? form.hint : form.attendanceHint,
        multiline: true,
        maxLength,
      }),
    ],
  })
}

function whichMeeting(later: readonly MeetingAtHand[]) {
  return selectField({
    id: field.at,
    label: say.agreeForm.at,
    choices: later.map((one) => ({ value: one.id, text: say.entry(one) })),
    chosen: later[0]?.id,
  })
}
