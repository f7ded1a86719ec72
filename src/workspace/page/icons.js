/** Line drawings of our own, on a grid of 24. */

const PATHS = {
  back: ['M15 5l-7 7 7 7'],
  bolt: ['M13 3 5 14h6l-1 7 9-12h-6z'],
  chevron: ['M6 9l6 6 6-6'],
  clock: ['M12 3a9 9 0 1 0 0 18 9 9 0 0 0 0-18z', 'M12 7v5l3.5 2'],
  close: ['M6 6l12 12', 'M18 6 6 18'],
  down: ['M12 4v14', 'M6 12l6 6 6-6'],
  download: ['M12 4v11', 'M7 10.5l5 5 5-5', 'M5 20h14'],
  eye: [
    'M2.5 12S6 5.5 12 5.5 21.5 12 21.5 12 18 18.5 12 18.5 2.5 12 2.5 12z',
    'M12 9.5a2.5 2.5 0 1 0 0 5 2.5 2.5 0 0 0 0-5z',
  ],
  file: ['M6 3h8l4 4v14H6z', 'M14 3v4h4', 'M9 12h6', 'M9 16h6'],
  hash: ['M9 4 7 20', 'M17 4l-2 16', 'M4.5 9h16', 'M3.5 15h16'],
  lock: ['M6 11h12v9H6z', 'M8.5 11V8a3.5 3.5 0 0 1 7 0v3'],
  menu: ['M4 7h16', 'M4 12h16', 'M4 17h16'],
  more: ['M5 12h.01', 'M12 12h.01', 'M19 12h.01'],
  paperclip: [
    'M19 11.5l-7.200 7.200a4.5 4.5 0 0 1-6.400-6.400l8-8a3 3 0 0 1 4.300 4.300l-8 8a1.5 1.5 0 0 1-2.100-2.100l7-7',
  ],
  reply: ['M4 5h16v11H10l-4.5 4v-4H4z'],
  send: ['M4 12 20 4l-5 16-3.5-6.5z', 'M11.5 13.5 20 4'],
  tick: ['M5 12.5l4.5 4.5L19 7.5'],
  warning: ['M12 4 2.5 20h19z', 'M12 10v5', 'M12 17.5v.01'],
}

/**
 * @param {keyof typeof PATHS} name
 * @returns {SVGSVGElement}
 */
export function icon(name) {
  const svg = document.createElementNS('http://www.w3.org/2000/svg', 'svg')
  svg.setAttribute('viewBox', '0 0 24 24')
  svg.setAttribute('class', `icon icon-${name}`)
  svg.setAttribute('aria-hidden', 'true')
  for (const d of PATHS[name]) {
    const path = document.createElementNS('http://www.w3.org/2000/svg', 'path')
    path.setAttribute('d', d)
    svg.appendChild(path)
  }
  return svg
}
