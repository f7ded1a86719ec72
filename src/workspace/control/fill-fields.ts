import { z } from 'zod'
import { fieldsOf, findField, labelOf, NotOffered, said } from '../fill.ts'
import { keyOf } from '../held.ts'
import { isRecord, records } from '../json.ts'
import type { ShownView } from '../modals.ts'
import type { Person } from '../model.ts'
import type { Parts } from '../parts.ts'
import { saveUpload } from '../uploads.ts'
import { ControlError } from './request.ts'

const inlineFile = z.object({ name: z.string().min(1), contentBase64: z.base64() })

/** Puts values into the fields of a view, by label or `blockId/actionId`. */
export async function fillFields(
  parts: Parts,
  person: Person,
  view: ShownView,
  given: Readonly<Record<string, unknown>>,
): Promise<void> {
  const blocks = records(view.content['blocks'])
  for (const [name, value] of Object.entries(given)) {
    const field = findField(blocks, name)
    if (!field) {
      const labels = fieldsOf(blocks).map(labelOf)
      const there =
        labels.length > 0 ? `It has: ${labels.map((label) => `"${label}"`).join(', ')}.` : 'It has no fields.'
      throw new ControlError(400, `The form has no field "${name}". ${there}`, { labels })
    }
    try {
      const held =
        field.type === 'file_input' ? await filesIn(parts, person, value) : said(parts, field, value)
      if (held === undefined) view.held.delete(keyOf(field))
      else view.held.set(keyOf(field), held)
    } catch (error) {
      if (error instanceof NotOffered) throw new ControlError(400, `${name}: ${error.message}`)
      throw error
    }
  }
}

/** File ids, `{file: {id}}` as an upload answers, or `{name, contentBase64}` to upload on the way. */
async function filesIn(parts: Parts, person: Person, value: unknown): Promise<string[]> {
  const ids: string[] = []
  for (const one of Array.isArray(value) ? value : [value]) {
    const inline = inlineFile.safeParse(one)
    if (inline.success) {
      const bytes = Buffer.from(inline.data.contentBase64, 'base64')
      ids.push((await saveUpload(parts, person.id, inline.data.name, bytes)).id)
      continue
    }
    const id = isRecord(one) ? one['id'] : one
    if (typeof id !== 'string' || !parts.state.files.has(id)) {
      throw new ControlError(
        400,
        'A file field takes the id of an uploaded file, or {"name", "contentBase64"}.',
      )
    }
    ids.push(id)
  }
  return ids
}
