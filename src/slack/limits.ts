/**
 * What Slack allows, as data. Lengths are in code points.
 *
 * Sources: T = JSDoc of @slack/types 3.2.0; D = docs.slack.dev (Block Kit reference, methods);
 * S = limits of the slackblocks project's corpus. Where two differ, the smaller is kept.
 */
export const limits = {
  message: {
    /** D, T */
    blocks: 50,
    /** D: chat.postMessage recommends it, and chat.update refuses more; over 40,000 is cut silently */
    text: 4000,
    /**
     * Of all blocks together as JSON. Slack does not document it: `msg_blocks_too_long` comes at about
     * 13,200 characters (slackapi/bolt-js issues 2509 and 2867).
     */
    characters: 12_000,
  },
  view: {
    /** D, T: modal and home */
    blocks: 100,
    /** D: views.update, `view_too_large` */
    bytes: 250_000,
    /** T: modal title, submit, close */
    title: 24,
    /** T */
    callbackId: 255,
    /** D */
    externalId: 255,
    /** T, D */
    privateMetadata: 3000,
    /** D: a modal and two more on top */
    stack: 3,
  },
  /** T */
  blockId: 255,
  /** T */
  actionId: 255,
  /** T: any text object without a limit of its own */
  text: 3000,
  /** T */
  section: { text: 3000, fields: 10, fieldText: 2000 },
  /** T */
  header: 150,
  /** T */
  contextElements: 10,
  /** T */
  actionsElements: 25,
  /** T */
  contextActionsElements: 5,
  /** T */
  input: { label: 2000, hint: 2000 },
  /** T; the alternative text of an image element has no figure there, S: 2000 */
  image: { altText: 2000, title: 2000, url: 3000 },
  /** T */
  markdown: 12_000,
  /** T; characters of all cells: S */
  table: { rows: 100, columns: 20, characters: 10_000 },
  /** T */
  button: { text: 75, value: 2000, url: 3000, accessibilityLabel: 75 },
  /** T; S allows a value of 150 */
  option: { text: 75, description: 75, value: 75, url: 3000 },
  /** T */
  select: { options: 100, groups: 100, groupLabel: 75 },
  /** T: checkboxes and radio buttons */
  choices: 10,
  /** T; S: at least 1 */
  overflow: 5,
  /** T */
  placeholder: 150,
  /** T */
  plainTextInput: 3000,
  /** T */
  richTextInputLines: 100,
  /** T; S: at least 1 */
  fileInput: 10,
  /** T */
  confirm: { title: 100, text: 300, button: 30 },
  /** Web API reference and JSDoc of @slack/web-api 8.2 manifests */
  manifest: {
    name: 35,
    description: 140,
    longDescription: 4000,
    commands: 50,
    command: 32,
    commandDescription: 2000,
    usageHint: 1000,
    shortcuts: 10,
    /** D: the names of shortcuts are limited to 24 characters, their descriptions to 150 */
    shortcutName: 24,
    shortcutDescription: 150,
    events: 100,
    scopes: 255,
  },
} as const

/** Length as Slack counts it: an emoji of one code point is one character. */
export function lengthOf(text: string): number {
  return Array.from(text).length
}
