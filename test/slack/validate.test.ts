import type { HomeView, KnownBlock, ModalView, PlainTextElement, PlainTextOption } from '@slack/types'
import { describe, expect, test } from 'vitest'
import { limits } from '../../src/slack/limits.ts'
import { problemsOf } from '../../src/slack/validate.ts'

const emoji = '🏛️'.slice(0, 2)

function plain(text: string): PlainTextElement {
  return { type: 'plain_text', text }
}

function option(value: string, text = value): PlainTextOption {
  return { text: plain(text), value }
}

function modal(blocks: KnownBlock[], more: Partial<ModalView> = {}): ModalView {
  return { type: 'modal', title: plain('Apologies'), submit: plain('Send'), blocks, ...more }
}

function message(...blocks: KnownBlock[]) {
  return { text: 'An agenda pack is out', blocks }
}

/** "path: problem" of each. */
function said(shown: Parameters<typeof problemsOf>[0]): string[] {
  return problemsOf(shown).map(({ path, problem }) => `${path}: ${problem}`)
}

const divider: KnownBlock = { type: 'divider' }

describe('what Slack takes', () => {
  test('a modal with every field at its limit, counted in code points', () => {
    const view = modal(
      [
        { type: 'header', text: plain(emoji.repeat(limits.header)) },
        { type: 'section', text: { type: 'mrkdwn', text: emoji.repeat(3000) } },
        {
          type: 'input',
          block_id: 'b'.repeat(255),
          label: plain('l'.repeat(2000)),
          hint: plain('h'.repeat(2000)),
          element: {
            type: 'static_select',
            action_id: 'a'.repeat(255),
            placeholder: plain('p'.repeat(150)),
            options: Array.from({ length: 100 }, (_, index) =>
              option(String(index).padStart(75, '0'), emoji.repeat(75)),
            ),
          },
        },
      ],
      { title: plain('t'.repeat(24)), private_metadata: 'm'.repeat(3000), callback_id: 'c'.repeat(255) },
    )
    expect(said(view)).toEqual([])
  })

  test('a message with sections, fields, buttons, overflow, context, image and table', () => {
    const button = { type: 'button' as const, action_id: 'go', text: plain('Go'), value: 'v' }
    const shown = message(
      {
        type: 'section',
        fields: Array.from({ length: 10 }, (_, index) => plain('f'.repeat(index === 0 ? 2000 : 500))),
        accessory: { type: 'overflow', action_id: 'more', options: [option('1')] },
      },
      {
        type: 'actions',
        elements: Array.from({ length: 25 }, (_, index) => ({ ...button, action_id: `${index}` })),
      },
      { type: 'context', elements: [{ type: 'mrkdwn', text: 'by the clerk', verbatim: true }] },
      { type: 'image', image_url: 'https://example.org/a.png', alt_text: 'A hall' },
      { type: 'table', rows: [[{ type: 'raw_text', text: 'Item' }]] },
      {
        type: 'rich_text',
        elements: [{ type: 'rich_text_section', elements: [{ type: 'text', text: 'Agreed' }] }],
      },
    )
    expect(said(shown)).toEqual([])
  })

  test.each<KnownBlock & { type: 'input' }>([
    input({ type: 'plain_text_input', multiline: true, max_length: 3000, min_length: 1 }),
    input({ type: 'email_text_input', initial_value: 'clerk@example.gov.uk' }),
    input({ type: 'url_text_input' }),
    input({ type: 'number_input', is_decimal_allowed: false, min_value: '0' }),
    input({ type: 'rich_text_input', min_lines: 3 }),
    input({ type: 'file_input', filetypes: ['pdf', 'docx'], max_files: 1 }),
    input({ type: 'datepicker', initial_date: '2017-09-20' }),
    input({ type: 'timepicker', initial_time: '14:00', timezone: 'Europe/London' }),
    input({ type: 'datetimepicker', initial_date_time: 1505916000 }),
    input({ type: 'users_select', placeholder: plain('Who') }),
    input({ type: 'conversations_select', filter: { include: ['private'] } }),
    input({ type: 'channels_select', initial_channel: 'C1' }),
    input({ type: 'external_select', min_query_length: 0 }),
    input({ type: 'multi_users_select', max_selected_items: 2, initial_users: ['U1', 'U2'] }),
    input({ type: 'multi_channels_select' }),
    input({ type: 'multi_conversations_select', default_to_current_conversation: true }),
    input({ type: 'multi_external_select', initial_options: [option('1')] }),
    input({ type: 'multi_static_select', options: [option('1')], initial_options: [option('1')] }),
    input({ type: 'static_select', option_groups: [{ label: plain('Group'), options: [option('1')] }] }),
    input({
      type: 'checkboxes',
      options: [{ value: '1', text: { type: 'mrkdwn', text: '*1*' }, description: plain('one') }],
    }),
    input({ type: 'radio_buttons', options: [option('1'), option('2')], initial_option: option('2') }),
  ])('an input of $element.type', (block) => {
    expect(said(modal([block]))).toEqual([])
  })

  test('an App Home without blocks', () => {
    expect(said({ type: 'home', blocks: [] })).toEqual([])
  })
})

describe('what Slack refuses, with its place', () => {
  test.each<[string, ModalView | HomeView, RegExp]>([
    ['a title over 24', modal([divider], { title: plain('t'.repeat(25)) }), /^title\.text: has 25 .* of 24/],
    ['more than 100 blocks', modal(Array.from({ length: 101 }, () => divider)), /^blocks: has 101 items/],
    ['no blocks in a modal', modal([]), /^blocks: has 0 items/],
    ['metadata over 3000', modal([divider], { private_metadata: 'm'.repeat(3001) }), /^private_metadata: /],
    ['a callback over 255', modal([divider], { callback_id: 'c'.repeat(256) }), /^callback_id: /],
    ['an empty text', modal([{ type: 'section', text: plain('') }]), /^blocks\[0\]\.text\.text: is empty/],
    ['a header over 150', modal([{ type: 'header', text: plain('h'.repeat(151)) }]), /of 150/],
    ['a section with nothing', modal([{ type: 'section' }]), /^blocks\[0\]: needs text or fields/],
    [
      'an option value over 75',
      modal([input({ type: 'radio_buttons', options: [option('v'.repeat(76), 'long')] })]),
      /^blocks\[0\]\.element\.options\[0\]\.value: has 76/,
    ],
    [
      'eleven radio buttons',
      modal([
        input({
          type: 'radio_buttons',
          options: Array.from({ length: 11 }, (_, index) => option(`${index}`)),
        }),
      ]),
      /options: has 11 items/,
    ],
    ['no options', modal([input({ type: 'static_select', options: [] })]), /options: has 0 items/],
    [
      'neither options nor groups',
      modal([input({ type: 'static_select' })]),
      /needs options or option_groups/,
    ],
    [
      'options that cannot be told apart',
      modal([input({ type: 'static_select', options: [option('1', 'a'), option('1', 'b')] })]),
      /two options of the value "1"/,
    ],
    [
      'a first choice that is not offered as it stands',
      modal([
        input({ type: 'static_select', options: [option('1', 'a')], initial_option: option('1', 'b') }),
      ]),
      /initial_option: is not exactly one of the options/,
    ],
    [
      'more chosen than allowed',
      modal([input({ type: 'multi_users_select', max_selected_items: 1, initial_users: ['U1', 'U2'] })]),
      /initial_users: has 2 items, over max_selected_items 1/,
    ],
    [
      'a date as people write it',
      modal([input({ type: 'datepicker', initial_date: '20/09/2017' })]),
      /2017-09-20/,
    ],
    ['11 files', modal([input({ type: 'file_input', max_files: 11 })]), /from 1 to 10/],
    [
      'a minimum over the maximum',
      modal([input({ type: 'plain_text_input', min_length: 9, max_length: 5 })]),
      /min_length over its max_length/,
    ],
    [
      'a file input outside a modal',
      { type: 'home', blocks: [input({ type: 'file_input' })] },
      /file_input stands in modals only/,
    ],
    [
      'two focused fields',
      modal([
        input({ type: 'plain_text_input', focus_on_load: true }, 'a'),
        input({ type: 'url_text_input', focus_on_load: true }, 'b'),
      ]),
      /more than one element has focus_on_load/,
    ],
    [
      'one block_id twice',
      modal([input({ type: 'url_text_input' }, 'a'), input({ type: 'url_text_input' }, 'a')]),
      /^blocks: two blocks have the block_id "a"/,
    ],
    ['a table in a modal', modal([{ type: 'table', rows: [[{ type: 'raw_text', text: 'a' }]] }]), /"table"/],
    [
      'a view over 250 kB',
      modal(Array.from({ length: 100 }, () => ({ type: 'section', text: plain('é'.repeat(3000)) }) as const)),
      /^view: has \d+ bytes/,
    ],
  ])('%s', (_, view, problem) => {
    expect(said(view)).toEqual([expect.stringMatching(problem)])
  })

  test('inputs without a submit button', () => {
    const { submit: _, ...view } = modal([input({ type: 'url_text_input' })])
    expect(said(view)).toEqual(['submit: submit is missing, and the modal has inputs'])
  })

  test('51 blocks in a message, and a message without words for notifications', () => {
    expect(said(message(...Array.from({ length: 51 }, () => divider)))).toEqual([
      'blocks: has 51 items, over the limit of 50',
    ])
    expect(said({ text: '', blocks: [divider] })).toEqual(['text: is empty'])
  })

  test('one action_id twice in a block, 26 buttons, and labels and confirmations that are too long', () => {
    const button = { type: 'button' as const, text: plain('Go') }
    const same = message({
      type: 'actions',
      elements: [
        { ...button, action_id: 'a' },
        { ...button, action_id: 'a' },
      ],
    })
    expect(said(same)).toEqual(['blocks[0]: two elements have the action_id "a"'])
    expect(said(message({ type: 'actions', elements: Array.from({ length: 26 }, () => button) }))).toEqual([
      'blocks[0].elements: has 26 items, over the limit of 25',
    ])
    const confirm = {
      title: plain('t'.repeat(101)),
      text: plain('x'.repeat(301)),
      confirm: plain('c'.repeat(31)),
    }
    const long = { ...button, text: plain('g'.repeat(76)), value: 'v'.repeat(2001), url: 'nowhere', confirm }
    expect(said(message({ type: 'actions', elements: [long] })).map((line) => line.split(':')[0])).toEqual([
      'blocks[0].elements[0].confirm.title.text',
      'blocks[0].elements[0].confirm.text.text',
      'blocks[0].elements[0].confirm.confirm.text',
      'blocks[0].elements[0].text.text',
      'blocks[0].elements[0].value',
      'blocks[0].elements[0].url',
    ])
  })

  test('blocks that together say more than a message holds', () => {
    const long = Array.from({ length: 4 }, () => ({
      type: 'section' as const,
      text: plain('x'.repeat(3000)),
    }))
    expect(said(message(...long)).join()).toMatch(
      /^blocks: has 12\d\d\d characters as JSON, over the limit of 12000$/,
    )
  })

  test('two tables in a message, wide rows and cells beyond 10,000 characters', () => {
    const cell = { type: 'raw_text' as const, text: 'c'.repeat(500) }
    const wide: KnownBlock = { type: 'table', rows: [Array.from({ length: 21 }, () => cell)] }
    expect(said(message(wide, { type: 'table', rows: [[cell]] }))).toEqual([
      'blocks[0].rows[0]: has 21 items, over the limit of 20',
      'blocks[0]: has 10500 characters in its cells, over the limit of 10000',
      'blocks: has more than one table',
    ])
  })

  test('a field or an element that Slack does not know', () => {
    const unknown = modal([divider])
    Object.assign(unknown, { colour: 'red' })
    Object.assign(unknown.blocks[0] ?? {}, { type: 'nope' })
    expect(said(unknown)).toEqual([
      'blocks[0].type: is "nope", which Slack does not take here',
      'colour: is not a field that Slack knows here',
    ])
  })
})

function input(
  element: Extract<KnownBlock, { type: 'input' }>['element'],
  block_id = 'field',
): Extract<KnownBlock, { type: 'input' }> {
  return { type: 'input', block_id, label: plain('Label'), element }
}
