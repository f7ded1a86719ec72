import type { PaperEntry } from '../../record.ts'
import { exemptionAtEnd } from './exemption.ts'

const SUMMARY =
  /(?:^|\s)(?:\d\.\s)?To\s(?:seek|provide|present|update|consider|approve|agree|note|confirm|receive|report|review|ask|inform|adopt|award|set|endorse|recommend|advise|outline|discuss|examine|scrutinise|make|appoint|determine|enable|request|delegate|accept|procure|allow|give|hear|explain|gain|share|look|establish|monitor)\b/

/** Where in a text what a decision is about begins ("To seek approval …"), behind its title. */
export function summaryIn(text: string): number | undefined {
  return SUMMARY.exec(text)?.index
}

/** A topic whose cell holds title, summary and "Part exempt" as three paragraphs, each in its own field. */
export function withSummaryApart(entry: PaperEntry): PaperEntry {
  if (entry.title === undefined) return entry
  const { text, closed } = exemptionAtEnd(entry.title)
  const summary = summaryIn(text)
  const title = summary === undefined || summary === 0 ? text : text.slice(0, summary).trim()
  const reason = title === text ? undefined : text.slice(title.length).trim()
  if (title === entry.title) return entry
  return { ...entry, title, ...(reason !== undefined && entry.reason === undefined && { reason }), ...closed }
}
