/** Doing something as the chosen person: send it, show what went wrong, look again. */
import { api, Refused, Unreachable } from './api.js'
import { route } from './route.js'
import { changed, state } from './state.js'
import { showFailure } from './toast.js'

/** @import { Answer, Press } from './api.js' */

let looking = false
let lookAgain = false

/** Fetch the screen of the chosen person and draw it. Calls in one breath become one fetch. */
export async function look() {
  if (looking) {
    lookAgain = true
    return
  }
  looking = true
  try {
    do {
      lookAgain = false
      const as = route.as
      if (!as) break
      const screen = await api.screen(as)
      if (as !== route.as) {
        lookAgain = true
        continue
      }
      state.screen = screen
      state.screenAt = performance.now()
      state.reachable = true
      changed()
    } while (lookAgain)
  } catch (failure) {
    if (failure instanceof Unreachable) lost()
    else showFailure(failure)
  } finally {
    looking = false
  }
}

export function lost() {
  if (!state.reachable) return
  state.reachable = false
  changed()
}

/**
 * @param {Promise<Answer>} doing
 * @param {(failure: unknown) => void} [onFailure]
 * @returns {Promise<boolean>} whether it was taken
 */
export async function act(doing, onFailure = showFailure) {
  try {
    const answer = await doing
    if (answer.ok === false && answer.error) throw new Refused(answer.error)
    return true
  } catch (failure) {
    onFailure(failure)
    return false
  } finally {
    await look()
  }
}

/**
 * @param {Press & { channel?: string, ts?: string, viewId?: string, home?: true, fields?: Record<string, string | readonly string[]> }} what
 * @param {(failure: unknown) => void} [onFailure]
 */
export async function press(what, onFailure) {
  await act(api.click({ as: route.as, ...what }), onFailure)
}
