import { z } from 'zod'

/**
 * What a person filled in, by field id, whatever the element: text, a date, an option's value, several
 * values, or ids of files. `null` where nothing was chosen.
 */
export type Fields = Readonly<Record<string, string | readonly string[] | null>>

const chosen = z.object({ value: z.string() })
const element = z.looseObject({
  type: z.string(),
  value: z.string().nullish(),
  selected_option: chosen.nullish(),
  selected_options: z.array(chosen).nullish(),
  selected_date: z.string().nullish(),
  selected_time: z.string().nullish(),
  selected_user: z.string().nullish(),
  selected_users: z.array(z.string()).nullish(),
  files: z.array(z.looseObject({ id: z.string() })).nullish(),
})
const values = z.record(z.string(), z.record(z.string(), element))

/** Separates a field's id from what makes it new again: Slack keeps typed input while the id stays. */
const FRESH = '~'

/** A field id that Slack takes for a new field, so that a changed initial value is shown. */
export function freshId(id: string, mark: string): string {
  return `${id}${FRESH}${mark}`
}

/** Any of a field's ids, for listening to it. */
export function everyFreshId(id: string): RegExp {
  return new RegExp(`^${id.replaceAll('.', '\\.')}(?:${FRESH}|$)`)
}

/** Flatten `view.state.values`; the block's id without its fresh mark is the field's name. */
export function fieldsOf(view: { readonly state?: { readonly values: unknown } }): Fields {
  const fields: Record<string, string | readonly string[] | null> = {}
  for (const [blockId, elements] of Object.entries(values.parse(view.state?.values ?? {}))) {
    for (const it of Object.values(elements)) {
      const name = blockId.split(FRESH)[0] ?? blockId
      fields[name] =
        it.selected_options?.map((one) => one.value) ??
        it.selected_users ??
        it.files?.map((file) => file.id) ??
        it.selected_option?.value ??
        it.selected_date ??
        it.selected_time ??
        it.selected_user ??
        it.value ??
        null
    }
  }
  return fields
}

/** The block ids of a view by field name, for saying an error at the field that has it. */
export function blockIdsOf(view: {
  readonly state?: { readonly values: unknown }
}): ReadonlyMap<string, string> {
  const found = Object.keys(values.parse(view.state?.values ?? {}))
  return new Map(found.map((blockId) => [blockId.split(FRESH)[0] ?? blockId, blockId]))
}

export function textOf(fields: Fields, id: string): string {
  const value = fields[id]
  return typeof value === 'string' ? value.trim() : ''
}

export function listOf(fields: Fields, id: string): readonly string[] {
  const value = fields[id]
  return value === null || value === undefined || typeof value === 'string' ? [] : value
}
