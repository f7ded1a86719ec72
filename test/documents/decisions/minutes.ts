import type { PaperDocument } from '../../../src/documents/paper.ts'
import { firstOf } from '../papers.ts'

/** Minutes of an invented panel whose item 42 is to be varied. */
export async function minutesWith(body: string): Promise<PaperDocument> {
  return firstOf(`Wexbourne Borough Council

MINUTES OF THE MEETING OF THE HOUSING SCRUTINY PANEL

HELD ON THURSDAY 4 MARCH 2027 AT 2.00PM

Present: Councillors Arkwell (Chair), Boyce, Cardow and Dellow.

39. Welcome

The Chair welcomed everyone.

40. Declarations of Interest

There were none.

41. Apologies for Absence

Apologies had come from Councillor Eaves.

42. Repairs and damp

${body}

43. Call-over

The Chair called over the items.

44. Urgent Business

There was none.

45. Date of the Next Meeting

The next meeting would be on 6 May 2027.

The meeting closed at 4.10pm.
`)
}

/** The decisions on the item, briefly. */
export async function resolvedIn(body: string): Promise<string[]> {
  const { resolutions = [] } = await minutesWith(body)
  return resolutions.map(({ item, text }) => (item === '42' ? text : `${item}: ${text}`))
}
