import type { PaperDocument } from '../../../src/documents/paper.ts'
import { firstOf } from '../papers.ts'

/** "7|Bus lanes" for each item of a document. */
export function brief({ items }: Pick<PaperDocument, 'items'>): string[] {
  return (items ?? []).map(({ number, title }) => `${number}|${title}`)
}

/** The items of minutes with this business under a plain heading. */
export async function itemsOfMinutes(business: string): Promise<string[]> {
  return brief(
    await firstOf(
      `MINUTES of the meeting of the Harbour Panel held on 7 January 2027\n\nPresent: Councillors Arkwell and Boyce\n\n${business}`,
    ),
  )
}
