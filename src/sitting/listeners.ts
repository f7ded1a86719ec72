import type { App } from '@slack/bolt'
import type { Reception } from '../slack/listen.ts'
import { registerBusiness } from './business-listeners.ts'
import { registerOpening } from './open-listeners.ts'
import { registerRoll } from './roll-listeners.ts'
import { registerStates } from './state-listeners.ts'

/** The meeting as it sits, for its clerks. */
export function register(app: App, reception: Reception): void {
  registerOpening(app, reception)
  registerRoll(app, reception)
  registerBusiness(app, reception)
  registerStates(app, reception)
}
