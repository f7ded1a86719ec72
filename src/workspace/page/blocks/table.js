/** @import { DataTableBlock, TableBlock } from '@slack/types' */
import { h } from '../dom.js'
import { withEmoji } from '../emoji.js'
import { richText } from './rich-text.js'

/**
 * The first row is the head, as in Slack.
 *
 * @param {TableBlock | DataTableBlock} block
 */
export function table(block) {
  const [head = [], ...body] = block.rows
  const settings = block.type === 'table' ? (block.column_settings ?? []) : []
  const headColumn = block.type === 'data_table' ? block.row_header_column_index : undefined
  const caption = block.type === 'data_table' ? block.caption : undefined
  /** @param {number} column */
  const looks = (column) =>
    `align-${settings[column]?.align ?? 'left'}${settings[column]?.is_wrapped ? ' wrapped' : ''}`
  // It scrolls sideways by keyboard too.
  return h(
    'div',
    { class: 'table-frame', tabindex: 0, role: 'group', 'aria-label': caption ?? 'Table' },
    h(
      'table',
      {},
      caption && h('caption', {}, caption),
      h(
        'thead',
        {},
        h(
          'tr',
          {},
          head.map((cell, column) => h('th', { scope: 'col', class: looks(column) }, content(cell))),
        ),
      ),
      h(
        'tbody',
        {},
        body.map((row) =>
          h(
            'tr',
            {},
            row.map((cell, column) =>
              column === headColumn
                ? h('th', { scope: 'row', class: looks(column) }, content(cell))
                : h('td', { class: looks(column) }, content(cell)),
            ),
          ),
        ),
      ),
    ),
  )
}

/**
 * @param {TableBlock['rows'][number][number]} cell
 * @returns {Node | string}
 */
function content(cell) {
  return cell.type === 'rich_text' ? richText(cell) : withEmoji(cell.text)
}
