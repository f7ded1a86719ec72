/** Being told when something changed, for as long as the page is open. */
import { look, lost } from './act.js'
import { route } from './route.js'

/** @param {{ onChanged: () => void, onReturn: () => void }} how onReturn: it was gone, and may be another workspace now */
export function listen(how) {
  let wait = 500
  let wasLost = false
  connect()

  function connect() {
    const source = new EventSource('/_local/events')
    source.addEventListener('open', () => {
      wait = 500
      if (wasLost) how.onReturn()
      else void look()
      wasLost = false
    })
    source.addEventListener('changed', (event) => {
      how.onChanged()
      if (concerns(/** @type {MessageEvent<string>} */ (event).data)) void look()
    })
    source.addEventListener('error', () => {
      wasLost = true
      lost()
      // The browser's own retry gives up on an answer that is no event stream.
      source.close()
      setTimeout(connect, wait)
      wait = Math.min(wait * 1.6, 5000)
    })
  }
}

/** @param {string} data */
function concerns(data) {
  try {
    const people = JSON.parse(data).people
    return !Array.isArray(people) || people.includes(route.as)
  } catch {
    return true
  }
}
