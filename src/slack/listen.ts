// How a room listens: each wrapper acknowledges at the right moment, finds out who this is, and answers
// every failure.
export { asClosed } from './as-closed.ts'
export { asCommand } from './as-command.ts'
export { asEvent, type EventVisit } from './as-event.ts'
export { asOpening, asRecord } from './as-press.ts'
export { asMessageShortcut } from './as-shortcut.ts'
export { asSubmit } from './as-submit.ts'
export type {
  Answer,
  CommandVisit,
  PressVisit,
  Reception,
  ShortcutVisit,
  SubmitAnswer,
  SubmitVisit,
} from './reception.ts'
