import { ids } from '../slack/ids.ts'
import type { StateChange } from './state-rules.ts'

/** The button of each change. */
export const STATE_BUTTONS: Readonly<Record<StateChange, string>> = {
  adjourned: ids.sitting.adjourn,
  resumed: ids.sitting.resume,
  closed: ids.sitting.close,
  inquorate: ids.sitting.inquorate,
  reopened: ids.sitting.reopen,
}
