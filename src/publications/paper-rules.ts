/** A paper of an item, as its publication brought it. */
export interface ReportAtHand {
  /** Which publication brought it: 0 is the agenda pack, supplements count from 1. */
  readonly publicationNumber: number
  readonly effect: 'original' | 'adds' | 'replaces' | 'fulfils'
  readonly pageFrom: number | undefined
  readonly pageTo: number | undefined
  /** Its supplement counts its pages from 1 itself. */
  readonly ownPages: boolean
}

/** Pages of a paper, both ends included. */
export interface PageRange {
  readonly from: number
  readonly to: number
}

/** A paper of an item that counts now, with the pages of it that a later paper replaces. */
export interface PaperInForce<R extends ReportAtHand = ReportAtHand> {
  readonly report: R
  readonly replaced: readonly PageRange[]
}

export function pagesOf(of: {
  readonly pageFrom?: number | undefined
  readonly pageTo?: number | undefined
}): PageRange | undefined {
  return of.pageFrom === undefined ? undefined : { from: of.pageFrom, to: of.pageTo ?? of.pageFrom }
}

/** The pages that two ranges share. */
export function overlapOf(one: PageRange, other: PageRange): PageRange | undefined {
  const [from, to] = [Math.max(one.from, other.from), Math.min(one.to, other.to)]
  return from <= to ? { from, to } : undefined
}

/**
 * What a paper that replaces takes the place of: where it prints pages that are there already, these pages
 * alone ("replacement page 23"), else all that the item had.
 */
export function replacedBy<R extends ReportAtHand>(
  report: ReportAtHand,
  before: readonly PaperInForce<R>[],
): { readonly paper: PaperInForce<R>; readonly pages: PageRange | undefined }[] {
  const pages = report.ownPages ? undefined : pagesOf(report)
  const parts = before.flatMap((paper) => {
    const its = paper.report.ownPages ? undefined : pagesOf(paper.report)
    const shared = pages && its && overlapOf(pages, its)
    return shared ? [{ paper, pages: shared }] : []
  })
  return parts.length > 0 ? parts : before.map((paper) => ({ paper, pages: pagesOf(paper.report) }))
}

/** The papers of an item that count now, in the order in which they were published. */
export function papersInForce<R extends ReportAtHand>(reports: readonly R[]): PaperInForce<R>[] {
  const inOrder = [...reports].sort((one, other) => one.publicationNumber - other.publicationNumber)
  let inForce: PaperInForce<R>[] = []
  for (const report of inOrder) {
    if (report.effect === 'replaces') inForce = withoutReplaced(report, inForce)
    inForce.push({ report, replaced: [] })
  }
  return inForce
}

function withoutReplaced<R extends ReportAtHand>(
  report: R,
  before: readonly PaperInForce<R>[],
): PaperInForce<R>[] {
  const replaced = new Map(replacedBy(report, before).map((one) => [one.paper, one.pages]))
  return before.flatMap((paper) => {
    if (!replaced.has(paper)) return [paper]
    const [part, whole] = [replaced.get(paper), pagesOf(paper.report)]
    if (!part || !whole || (part.from <= whole.from && part.to >= whole.to)) return []
    return [{ ...paper, replaced: [...paper.replaced, part] }]
  })
}
