/** Placing a list beside what opened it, above everything else, dialogs included. */

/**
 * Show `popup` under `anchor`, or above it when there is more room.
 *
 * @param {HTMLElement} anchor
 * @param {HTMLElement} popup an element with `popover="manual"`, inside the same dialog as its anchor
 * @param {{ side?: 'above' | 'below', align?: 'start' | 'end', sameWidth?: boolean }} [how]
 * @returns {() => void} takes it away again
 */
export function showPopup(anchor, popup, how = {}) {
  const place = () => {
    const box = anchor.getBoundingClientRect()
    const below = innerHeight - box.bottom - 12
    const above = box.top - 12
    const wanted = Math.min(popup.scrollHeight + 2, 360)
    const up = how.side === 'above' ? above >= Math.min(wanted, below) : below < wanted && above > below
    popup.style.maxHeight = `${Math.max(120, Math.min(360, up ? above : below))}px`
    if (how.sameWidth) popup.style.minWidth = `${Math.min(box.width, innerWidth - 16)}px`
    const width = popup.offsetWidth
    const left = how.align === 'end' ? box.right - width : box.left
    popup.style.left = `${Math.max(8, Math.min(left, innerWidth - width - 8))}px`
    popup.style.top = up ? 'auto' : `${box.bottom + 4}px`
    popup.style.bottom = up ? `${innerHeight - box.top + 4}px` : 'auto'
  }
  /** @param {Event} event */
  const onScroll = (event) => {
    if (!(event.target instanceof Node && popup.contains(event.target))) place()
  }
  if (!popup.matches(':popover-open')) popup.showPopover()
  place()
  addEventListener('resize', place)
  addEventListener('scroll', onScroll, true)
  return () => {
    removeEventListener('resize', place)
    removeEventListener('scroll', onScroll, true)
    if (popup.matches(':popover-open')) popup.hidePopover()
  }
}

/**
 * Call `leave` when a press or the focus goes elsewhere.
 *
 * @param {readonly HTMLElement[]} inside
 * @param {() => void} leave
 * @returns {() => void}
 */
export function whenLeft(inside, leave) {
  /** @param {Event} event */
  const listen = (event) => {
    const target = event.target
    if (target instanceof Node && !inside.some((node) => node.contains(target))) leave()
  }
  addEventListener('pointerdown', listen, true)
  addEventListener('focusin', listen, true)
  return () => {
    removeEventListener('pointerdown', listen, true)
    removeEventListener('focusin', listen, true)
  }
}
