/** Dates and times. The browser's own fields: they read aloud, take the keyboard and open wheels on a phone. */
/** @import { Datepicker, DateTimepicker, Timepicker } from '@slack/types' */
import { instantOfLocal, localParts } from '../clock.js'
import { h } from '../dom.js'
import { asText, change, marksOf, valueAt } from '../surface.js'

/** @import { Place } from '../surface.js' */

const INPUT_TYPES = /** @type {const} */ ({
  datepicker: 'date',
  timepicker: 'time',
  datetimepicker: 'datetime-local',
})

/**
 * @param {Datepicker | Timepicker | DateTimepicker} element
 * @param {Place} place
 */
export function date(element, place) {
  const type = INPUT_TYPES[element.type]
  const given = asText(valueAt(place, element, proposed(element)))
  let told = given
  /** @type {ReturnType<typeof setTimeout> | undefined} */
  let soon
  const tell = () => {
    clearTimeout(soon)
    const value = read()
    if (value === told) return
    told = value
    void change(place, element, value, {
      undo: () => {
        input.value = shown(given)
      },
    })
  }
  const input = h('input', {
    class: 'text-input date-input',
    type,
    value: shown(given),
    ...marksOf(place, element),
    // A half-typed date is complete at every key; the app is told when the person rests.
    onchange: () => {
      if (place.inForm && !place.dispatch) return tell()
      clearTimeout(soon)
      soon = setTimeout(tell, 900)
    },
    onblur: tell,
    onkeydown: (event) => {
      if (event.key === 'Enter') tell()
    },
  })
  if (!place.labelledBy && !place.name)
    input.setAttribute('aria-label', { date: 'Date', time: 'Time', 'datetime-local': 'Date and time' }[type])
  return input

  function read() {
    if (element.type !== 'datetimepicker' || !input.value) return input.value
    return String(Math.floor(instantOfLocal(input.value).getTime() / 1000))
  }
  /** @param {string} value */
  function shown(value) {
    if (element.type !== 'datetimepicker' || !/^\d+$/.test(value)) return value
    return localParts(new Date(Number(value) * 1000)).slice(0, 16)
  }
}

/**
 * @param {Datepicker | Timepicker | DateTimepicker} element
 * @returns {string}
 */
function proposed(element) {
  if (element.type === 'datepicker') return element.initial_date ?? ''
  if (element.type === 'timepicker') return element.initial_time ?? ''
  return element.initial_date_time === undefined ? '' : String(element.initial_date_time)
}
