import type { Mrkdwn } from '../slack/mrkdwn.ts'
import { differenceWords as say } from './difference-words.en.ts'
import type { Difference } from './differences.ts'

/** One difference between the council's own text and the record, in plain words. */
export function sayDifference(one: Difference): Mrkdwn {
  switch (one.about) {
    case 'person':
      return say.person[one.how](one.name, say.lists[one.list])
    case 'chair':
      return say.chair(one.ours, one.theirs)
    case 'resolution':
    case 'vote': {
      const words = say[one.about]
      const item = say.item(one.item)
      if (one.how === 'differs') return words.differs(item, one.ours, one.theirs)
      return one.how === 'missing' ? words.missing(item, one.ours) : words.added(item, one.theirs)
    }
    case 'reading':
      return say.reading()
  }
}
