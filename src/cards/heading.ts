import type { HeaderBlock, SectionBlock } from '@slack/types'
import { header, section } from '../slack/blocks.ts'
import { lengthOf, limits } from '../slack/limits.ts'
import { mrkdwn } from '../slack/mrkdwn.ts'

/** A name as the heading of a message; one that is too long for Slack's own stands in bold, whole. */
export function heading(name: string): HeaderBlock | SectionBlock {
  return lengthOf(name) <= limits.header ? header(name) : section(mrkdwn`*${name}*`)
}
