import { expect, test } from 'vitest'
import { whoIsThis } from '../../src/slack/visitor.ts'
import { words } from '../../src/slack/words.en.ts'
import { inventCouncil, inventTwoCouncils } from '../support/council.ts'
import { describeWithDatabase } from '../support/databases.ts'

describeWithDatabase('somebody who uses Scrutineer', (database) => {
  test('is the person of the council with that Slack account', async () => {
    const { houses, teamId, member, id } = await inventCouncil(database())
    const who = await whoIsThis(houses, teamId, member.slackUserId ?? '')
    expect(who).toMatchObject({ known: true, visitor: { personId: member.id, language: 'en' } })
    expect(who.known && who.visitor.house.councilId).toBe(id)
  })

  test('and is not known is told a few clerks to turn to', async () => {
    const { houses, teamId, clerk, otherClerk, second } = await inventCouncil(database())
    const who = await whoIsThis(houses, teamId, 'U0STRANGER')
    const names = [clerk, otherClerk, second.clerk].map((it) => it.name)
    expect(who).toEqual({ known: false, answer: words.unknownPerson(names) })
    for (const name of names) expect(!who.known && who.answer.text).toContain(name)
  })

  test('in a workspace that is not set up is told so', async () => {
    const { houses, member } = await inventCouncil(database())
    expect(await whoIsThis(houses, 'T0NOBODY', member.slackUserId ?? '')).toEqual({
      known: false,
      answer: words.notSetUp(),
    })
  })

  test('of another council is a stranger here', async () => {
    const { ours, theirs } = await inventTwoCouncils(database())
    const who = await whoIsThis(ours.houses, ours.teamId, theirs.member.slackUserId ?? '')
    expect(who.known).toBe(false)
  })
})
