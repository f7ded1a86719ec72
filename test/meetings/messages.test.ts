import { describe, expect, test } from 'vitest'
import { messageKey } from '../../src/database/intended-message.ts'
import {
  clerksList,
  helloMessage,
  memberMessage,
  packCard,
  packReadingMessage,
} from '../../src/meetings/messages.ts'

const standing = { meetingId: 'm', committeeId: 'k' }

describe('the messages about a meeting', () => {
  test('are one card, one list and one message to each member', () => {
    const keys = [
      packCard({ ...standing, channelId: 'C1' }),
      clerksList({ ...standing, channelId: 'C1' }),
      memberMessage({ ...standing, personId: 'p1' }),
      memberMessage({ ...standing, personId: 'p2' }),
      packReadingMessage({ packId: 'm', clerkId: 'p1' }),
    ].map(messageKey)
    expect(new Set(keys).size).toBe(keys.length)
  })

  test('tell the clerks of their committee when they are in trouble', () => {
    for (const message of [
      packCard({ ...standing, channelId: 'C1' }),
      clerksList({ ...standing, channelId: 'C1' }),
      memberMessage({ ...standing, personId: 'p' }),
    ])
      expect(message.committeeId).toBe('k')
  })
})

test('an event that is handled twice is answered once, and one that brought a file otherwise', () => {
  const answer = { eventId: 'Ev1', personId: 'p' }
  expect(messageKey(helloMessage(answer))).toBe(messageKey(helloMessage(answer)))
  expect(messageKey(helloMessage({ ...answer, slot: 'not-a-clerk' }))).not.toBe(
    messageKey(helloMessage(answer)),
  )
})
