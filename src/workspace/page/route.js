/** Who looks at what, kept in the address: a link or a reload shows the same, two tabs can be two people. */

/** @typedef {{ as: string, in: string, tab: 'messages' | 'home', thread: string }} Route */

/** @returns {Route} */
export function readRoute() {
  const words = new URLSearchParams(location.hash.slice(1))
  return {
    as: words.get('as') ?? '',
    in: words.get('in') ?? '',
    tab: words.get('tab') === 'home' ? 'home' : 'messages',
    thread: words.get('thread') ?? '',
  }
}

/** @type {Route} */
export const route = readRoute()

/** @param {Partial<Route>} change */
export function addressOf(change) {
  const wanted = { ...route, ...change }
  const words = new URLSearchParams({ as: wanted.as })
  if (wanted.in) words.set('in', wanted.in)
  if (wanted.tab === 'home') words.set('tab', 'home')
  if (wanted.thread) words.set('thread', wanted.thread)
  return `#${words}`
}

/** @type {Set<(before: Route) => void>} */
const listeners = new Set()

/** @param {(before: Route) => void} listener */
export function onRoute(listener) {
  listeners.add(listener)
}

/**
 * @param {Partial<Route>} change
 * @param {{ replace?: boolean }} [how] replace: the way back skips this step
 */
export function go(change, how = {}) {
  const address = addressOf(change)
  if (address === location.hash) return
  history[how.replace ? 'replaceState' : 'pushState'](null, '', address)
  arrive()
}

function arrive() {
  const before = { ...route }
  Object.assign(route, readRoute())
  for (const listener of listeners) listener(before)
}

addEventListener('popstate', arrive)
