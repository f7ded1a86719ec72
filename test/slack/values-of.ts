import { FIELD_ACTION } from '../../src/slack/ids.ts'

/** What is typed in a field, or ticked in it. */
export type Given = Readonly<Record<string, string | readonly string[]>>

/** The values of a form as Slack sends them. */
export function valuesOf(given: Given): Record<string, unknown> {
  return Object.fromEntries(
    Object.entries(given).map(([name, value]) => [
      name,
      {
        [FIELD_ACTION]:
          typeof value === 'string'
            ? { type: 'plain_text_input', value }
            : { type: 'checkboxes', selected_options: value.map((one) => ({ value: one })) },
      },
    ]),
  )
}
