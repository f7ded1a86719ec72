/** What councils call the item under which the committee goes through what it has asked for. */
const TRACKING_ITEM =
  /\btrack(?:ing|er)\b|\baction(?:s)? (?:log|list|sheet|update|from|arising|monitoring)\b|\b(?:outstanding|rolling|previous) (?:actions?|business|questions)\b|\bmatters arising\b|\b(?:recommendations?|decisions?) (?:monitor\w*|follow)/iu

/** Whether this is the item under which rows are closed, by its title. */
export function isTrackingItem(title: string): boolean {
  return TRACKING_ITEM.test(title)
}
