import { z } from 'zod'

/** What a form about a meeting carries: which one and as of when, and the list of meetings below it. */
const formMetadata = z.object({
  id: z.string(),
  version: z.number().int(),
  list: z.object({ viewId: z.string(), page: z.number().int() }).optional(),
})
export type FormMetadata = z.infer<typeof formMetadata>

export function toFormMetadata(of: {
  id: string
  version: number
  list: FormMetadata['list'] | undefined
}): string {
  return JSON.stringify(of)
}

/** @throws when the view is not one of ours: a person cannot cause it. */
export function formMetadataOf(text: string): FormMetadata {
  return formMetadata.parse(JSON.parse(text))
}
