import { z } from 'zod'

/** What a view carries: an id and the version it was rendered from, nothing that must be kept (or secret). */
const metadata = z.object({
  id: z.string(),
  version: z.number().int(),
  /** The day of the meeting that it shows. */
  day: z.iso.date().optional(),
  /** How the person came to the form. */
  way: z.enum(['command', 'button']).optional(),
})
export type Metadata = z.infer<typeof metadata>

export function toMetadata(of: Metadata): string {
  return JSON.stringify(of)
}

/** @throws when the view is not one of ours: a person cannot cause it. */
export function metadataOf(view: { readonly private_metadata: string }): Metadata {
  return metadata.parse(JSON.parse(view.private_metadata))
}
