/** Files: what is attached to a message, and dropping files somewhere. */
/** @import { ScreenFile } from '../screen.ts' */
import { h } from './dom.js'
import { icon } from './icons.js'

/** @param {number} bytes */
export function sizeOf(bytes) {
  if (bytes < 1000) return `${bytes} bytes`
  if (bytes < 1_000_000) return `${Math.round(bytes / 1000)} kB`
  return `${(bytes / 1_000_000).toFixed(1)} MB`
}

/** @param {ScreenFile} file */
export function attachment(file) {
  const kind = /\.([a-z0-9]{1,5})$/i.exec(file.name)?.[1]?.toUpperCase() ?? 'FILE'
  return h(
    'a',
    { class: 'attachment', href: file.href, download: file.name },
    h('span', { class: 'attachment-kind', 'aria-hidden': 'true' }, kind),
    h(
      'span',
      { class: 'attachment-words' },
      h('span', { class: 'attachment-name' }, file.name),
      h('span', { class: 'attachment-size' }, sizeOf(file.size)),
    ),
    icon('download'),
    h('span', { class: 'visually-hidden' }, 'Download'),
  )
}

/**
 * @param {HTMLElement} zone
 * @param {(files: File[]) => void} take
 */
export function acceptsDrops(zone, take) {
  let depth = 0
  /** @param {DragEvent} event */
  const carriesFiles = (event) => event.dataTransfer?.types.includes('Files') ?? false
  const leave = () => {
    depth = 0
    zone.classList.remove('drop-over')
  }
  zone.addEventListener('dragenter', (event) => {
    if (!carriesFiles(event)) return
    event.preventDefault()
    depth += 1
    zone.classList.add('drop-over')
  })
  zone.addEventListener('dragover', (event) => {
    if (carriesFiles(event)) event.preventDefault()
  })
  zone.addEventListener('dragleave', () => {
    depth -= 1
    if (depth <= 0) leave()
  })
  zone.addEventListener('drop', (event) => {
    if (!carriesFiles(event)) return
    event.preventDefault()
    event.stopPropagation()
    leave()
    take([...(event.dataTransfer?.files ?? [])])
  })
}
