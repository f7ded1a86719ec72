import type { App } from '@slack/bolt'
import type { ReadingDesk } from '../documents/reading-desk.ts'
import type { Reception } from '../slack/listen.ts'
import { registerComments } from './comment-listeners.ts'
import { registerMinutesForms } from './minutes-form-listeners.ts'
import { registerMinutesDesk } from './minutes-listeners.ts'

/** Minutes: what clerks do about them, and what others say of a draft. */
export function registerMinutes(app: App, reception: Reception, desk: Pick<ReadingDesk, 'read'>): void {
  registerMinutesDesk(app, reception)
  registerMinutesForms(app, reception, desk)
  registerComments(app, reception)
}
