// Everybody's Home, as they open it, press what stands there, and see it change by itself.
import { describe, expect, test } from 'vitest'
import { homeWords as say } from '../../src/home/words.en.ts'
import { trackerListWords } from '../../src/tracker/list-words.en.ts'
import { publishTyped } from './support/publish-typed.ts'
import { standing } from './support/standing.ts'
import * as sample from './support/words.ts'

describe('Home', () => {
  const it = standing()
  const clerk = () => it().as(sample.clerk)
  const tom = () => it().as('Tom Fairlock')

  test('shows a clerk what waits, their committees, and a button for every act', async () => {
    const home = await clerk().home()
    expect(home).toContain(say.clerk.heading)
    expect(home).toContain(say.clerk.committees)
    expect(home).toContain(say.admin.heading)
    await clerk().click(say.acts.meetings, { within: 'app home' })
    expect((await clerk().modal()).title).toBe('Meetings')
    await clerk().close()
    await clerk().click(say.acts.tracker, { within: 'app home' })
    expect((await clerk().modal()).title).toBe(trackerListWords.title)
    await clerk().close()
  })

  test('shows a member their meetings, and is true again by itself once they have answered there', async () => {
    await publishTyped(clerk())
    await clerk().close()
    expect(await tom().home()).toContain(say.member.heading)
    await tom().click('I’ll be there', { within: 'app home' })
    expect(await tom().homeShown()).not.toContain('Will you be there?')
  })

  test('of a clerk changes by itself when a member answers', async () => {
    await it().world.advance({ set: '2027-03-12T10:00:00Z' })
    expect(await clerk().home()).toContain('9 not answered')
    await it().as('Jo Ward').command('/apologies')
    await it().as('Jo Ward').submit()
    expect(await clerk().homeShown()).toContain('8 not answered')
  })
})
