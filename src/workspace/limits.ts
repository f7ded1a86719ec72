/**
 * Block Kit's limits. Sources: T = JSDoc of @slack/types 3.2, D = docs.slack.dev reference,
 * S = slackblocks' shared contract. Lengths are counted in code points (S: 150 emoji are a valid header).
 */
export const limits = {
  /** D, T */
  blocks: { message: 50, modal: 100, home: 100 },
  /** T, D: block_id, action_id, callback_id, external_id */
  id: 255,
  /** T */
  textObject: 3000,
  /** T */
  section: { text: 3000, fields: 10, field: 2000 },
  /** T */
  header: 150,
  /** T */
  contextElements: 10,
  /** T */
  actionsElements: 25,
  /** T */
  contextActionsElements: 5,
  /** T */
  button: { text: 75, value: 2000, url: 3000, accessibilityLabel: 75 },
  /** T says 75 for the value, S says 150; the smaller is safe under both. */
  option: { text: 75, description: 75, value: 75, url: 3000 },
  /** T */
  options: 100,
  /** T */
  optionGroups: 100,
  /** T */
  groupLabel: 75,
  /** T: checkboxes and radio_buttons */
  fewOptions: 10,
  /** T */
  overflowOptions: 5,
  /** T */
  placeholder: 150,
  /** T */
  confirm: { title: 100, text: 300, button: 30 },
  /** T */
  label: 2000,
  /** T */
  hint: 2000,
  /** T: plain_text_input.max_length */
  inputLength: 3000,
  /** T, S */
  fileInput: { min: 1, max: 10 },
  /** T, S */
  image: { alt: 2000, title: 2000, url: 3000 },
  /** T: all markdown blocks of a message together */
  markdown: 12_000,
  /** T */
  table: { rows: 100, columns: 20 },
  /** D: title, submit, close */
  modalWord: 24,
  /** T, D */
  privateMetadata: 3000,
} as const

/** Which blocks each surface takes (D: reference/block-kit/blocks). */
export const blockTypes: Readonly<Record<'message' | 'modal' | 'home', readonly string[]>> = {
  message: [
    'actions',
    'context',
    'context_actions',
    'divider',
    'file',
    'header',
    'image',
    'input',
    'markdown',
    'rich_text',
    'section',
    'table',
    'video',
  ],
  modal: [
    'actions',
    'alert',
    'context',
    'divider',
    'header',
    'image',
    'input',
    'rich_text',
    'section',
    'video',
  ],
  home: ['actions', 'context', 'divider', 'header', 'image', 'input', 'rich_text', 'section', 'video'],
}

const menus = [
  'static_select',
  'external_select',
  'users_select',
  'conversations_select',
  'channels_select',
  'multi_static_select',
  'multi_external_select',
  'multi_users_select',
  'multi_conversations_select',
  'multi_channels_select',
]
const pickers = ['datepicker', 'timepicker', 'datetimepicker', 'checkboxes', 'radio_buttons']

/** Which elements each place takes (D: reference/block-kit/block-elements). */
export const elementTypes = {
  accessory: ['button', 'image', 'overflow', 'workflow_button', ...menus, ...pickers],
  actions: ['button', 'overflow', 'workflow_button', 'rich_text_input', ...menus, ...pickers],
  contextActions: ['feedback_buttons', 'icon_button'],
  input: [
    'plain_text_input',
    'email_text_input',
    'url_text_input',
    'number_input',
    'rich_text_input',
    'file_input',
    ...menus,
    ...pickers,
  ],
} as const
