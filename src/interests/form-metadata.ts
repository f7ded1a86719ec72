import { z } from 'zod'

/** What the first form carries: whose notice about which meeting, as it was shown. Nothing private. */
const formMetadata = z.object({
  meetingId: z.string(),
  day: z.iso.date(),
  /** Which items were shown. */
  mark: z.string(),
  way: z.enum(['command', 'button', 'relayed']),
  /** The member for whom a clerk enters it. */
  forId: z.string().optional(),
  /** The notice that is changed, as it was shown. */
  notice: z.object({ id: z.string(), version: z.number().int() }).optional(),
})
export type FormMetadata = z.infer<typeof formMetadata>

export const WHIP = 'whip'

/** What the second form carries besides: what was chosen in the first. The nature stands in no metadata. */
const chosen = z.object({
  type: z.string(),
  itemIds: z.array(z.string()),
  isWholeMeeting: z.boolean(),
  holder: z.enum(['own', 'partner']),
  sensitive: z.boolean(),
  dispensationId: z.string().optional(),
  repeatsId: z.string().optional(),
})
export type Chosen = z.infer<typeof chosen>

const confirmMetadata = formMetadata.extend({ chosen })
export type ConfirmMetadata = z.infer<typeof confirmMetadata>

/** @throws when the view is not one of ours: a person cannot cause it. */
export function formMetadataOf(text: string): FormMetadata {
  return formMetadata.parse(JSON.parse(text))
}

/** @throws when the view is not one of ours */
export function confirmMetadataOf(text: string): ConfirmMetadata {
  return confirmMetadata.parse(JSON.parse(text))
}
