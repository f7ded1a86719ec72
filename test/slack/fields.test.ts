import { describe, expect, test } from 'vitest'
import { blockIdsOf, fieldsOf, freshId, listOf, textOf } from '../../src/slack/fields.ts'
import { metadataOf, toMetadata } from '../../src/slack/metadata.ts'

const chosen = (value: string) => ({ text: { type: 'plain_text', text: value }, value })

describe('what a person filled in', () => {
  test.each([
    ['a text', { type: 'plain_text_input', value: 'by telephone' }, 'by telephone'],
    ['no text', { type: 'plain_text_input', value: null }, null],
    [
      'an address',
      { type: 'url_text_input', value: 'https://underfell.example' },
      'https://underfell.example',
    ],
    ['a choice', { type: 'static_select', selected_option: chosen('k1') }, 'k1'],
    ['no choice', { type: 'static_select', selected_option: null }, null],
    ['a radio button', { type: 'radio_buttons', selected_option: chosen('late') }, 'late'],
    ['ticks', { type: 'checkboxes', selected_options: [chosen('yes'), chosen('also')] }, ['yes', 'also']],
    ['no tick', { type: 'checkboxes', selected_options: [] }, []],
    ['several choices', { type: 'multi_static_select', selected_options: [chosen('a')] }, ['a']],
    ['a date', { type: 'datepicker', selected_date: '2017-09-20' }, '2017-09-20'],
    ['no date', { type: 'datepicker', selected_date: null }, null],
    ['a time', { type: 'timepicker', selected_time: '10:00' }, '10:00'],
    ['a person', { type: 'users_select', selected_user: 'U1' }, 'U1'],
    ['a file', { type: 'file_input', files: [{ id: 'F1', name: 'pack.pdf' }] }, ['F1']],
    ['no file', { type: 'file_input', files: [] }, []],
  ])('%s', (_what, element, value) => {
    expect(fieldsOf({ state: { values: { field: { value: element } } } })).toEqual({ field: value })
  })

  test('is found by the field’s name, also when the field was made new', () => {
    const id = freshId('pack.items.2', '00000001')
    const view = {
      state: { values: { [id]: { value: { type: 'plain_text_input', value: '1. Apologies' } } } },
    }
    expect(fieldsOf(view)).toEqual({ 'pack.items.2': '1. Apologies' })
    expect(blockIdsOf(view).get('pack.items.2')).toBe(id)
    expect(id).not.toBe(freshId('pack.items.2', '00000002'))
  })

  test('is nothing in a view without fields', () => {
    expect(fieldsOf({})).toEqual({})
    expect(blockIdsOf({ state: { values: {} } }).size).toBe(0)
  })

  test('is a text or a list, and empty when it is neither', () => {
    const fields = { text: '  spaced  ', list: ['a'], none: null }
    expect([
      textOf(fields, 'text'),
      textOf(fields, 'list'),
      textOf(fields, 'none'),
      textOf(fields, 'absent'),
    ]).toEqual(['spaced', '', '', ''])
    expect([
      listOf(fields, 'list'),
      listOf(fields, 'text'),
      listOf(fields, 'none'),
      listOf(fields, 'absent'),
    ]).toEqual([['a'], [], [], []])
  })
})

describe('what a view carries', () => {
  test('is an id, a version and the way, and comes back unchanged', () => {
    for (const it of [
      { id: 'm1', version: 3 },
      { id: 'm1', version: 1, way: 'button' as const },
    ])
      expect(metadataOf({ private_metadata: toMetadata(it) })).toEqual(it)
  })

  test.each(['', '{}', '{"id":1,"version":1}', '{"id":"m1","version":1.5}'])(
    'is refused when it is "%s"',
    (text) => {
      expect(() => metadataOf({ private_metadata: text })).toThrow()
    },
  )
})
