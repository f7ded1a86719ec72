import { committeesWhereClerk } from '../committees/people.ts'
import type { MeetingWord } from '../meetings/listeners.ts'
import { modal, sections } from '../slack/blocks.ts'
import { feedWords as say } from './feed-words.en.ts'
import { feedLink } from './public-links.ts'

/** `/meeting calendar`: the address of each of a clerk's committees, to which calendars subscribe. */
export const calendarWord: MeetingWord = {
  word: 'calendar',
  async open({ visitor, client, triggerId, answer }) {
    const { house, personId } = visitor
    const committees = await committeesWhereClerk(house, personId)
    const feeds = committees.flatMap(({ id, name }) => {
      const address = feedLink(house, id)
      return address === undefined ? [] : [say.feed(name, address)]
    })
    if (feeds.length === 0) return answer(say.notReachable())
    const view = modal({
      title: say.title,
      close: say.close,
      blocks: [say.what(), ...feeds].flatMap((one) => sections(one)),
    })
    await client.views.open({ trigger_id: triggerId, view })
  },
}
