import { councilCalendar } from '../committees/council-calendar.ts'
import type { Tx } from '../database/transact.ts'
import { type ExclusionRefusal, whyNotParagraphs } from './exclusion-rules.ts'
import { plainAddress } from './restricted-address-rules.ts'
import type { ItemLine } from './types.ts'

/**
 * - `restricted-address`: it was given as the address of a restricted paper, and a card would show it to a
 *   whole channel; give the address of the public copy
 * - the refusal of `exclusion-rules.ts`: corrected at the line
 */
export type GuardRefusal = ExclusionRefusal | { readonly code: 'restricted-address' }

/** Why papers cannot be published so: what is published stands in channels, where nothing restricted may be. */
export async function whyNotOpenly(
  tx: Tx,
  fields: { readonly items: readonly ItemLine[]; readonly publicAddress: string },
): Promise<GuardRefusal | undefined> {
  const paragraphs = fields.items.flatMap((item) => item.paragraphs ?? [])
  if (paragraphs.length > 0) {
    const refusal = whyNotParagraphs(paragraphs, (await councilCalendar(tx)).nation)
    if (refusal) return refusal
  }
  if (fields.publicAddress === '') return undefined
  const { councilId } = tx
  const restricted = await tx.db.restrictedPaper.count({
    where: { councilId, address: plainAddress(fields.publicAddress) },
  })
  return restricted > 0 ? { code: 'restricted-address' } : undefined
}

/**
 * Of a paper that is published or discarded, what was read is kept no longer: its lines may name what is closed,
 * and the agenda's own rows are the record. Nor is the name of a file that shows marks of exempt matter.
 */
export async function forgetReading(tx: Tx, packId: string): Promise<void> {
  await tx.db.$executeRaw`
    UPDATE "Pack" SET
      "reading" = CASE WHEN jsonb_typeof("reading") = 'object' THEN "reading" - 'items' - 'doubts' ELSE "reading" END,
      "fileName" = CASE WHEN EXISTS (
          SELECT 1 FROM jsonb_array_elements("restrictedMarks") AS "mark"
          WHERE "mark" ->> 'kind' <> 'possible-exclusion')
        THEN '' ELSE "fileName" END,
      "restrictedMarks" = coalesce(
        (SELECT jsonb_agg("mark" || '{"text": ""}') FROM jsonb_array_elements("restrictedMarks") AS "mark"), '[]')
    WHERE "councilId" = ${tx.councilId}::uuid AND "id" = ${packId}::uuid`
}
