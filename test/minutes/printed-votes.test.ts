import { describe, expect, test } from 'vitest'
import { readPaper } from '../../src/documents/read-paper.ts'
import { htmlOf } from '../../src/minutes/html.ts'
import { openMinutes } from '../../src/minutes/minutes-paper.ts'
import { publicVotes } from '../../src/minutes/public-records.ts'
import { minutesStyles } from '../../src/minutes/styles.ts'
import { wordOf } from '../../src/minutes/word.ts'
import type { VoteOfMinutes } from '../../src/votes/types.ts'
import { minute, model, motion, vote } from './printed.ts'

describe('a recorded vote', () => {
  const present = vote.choices.map(({ person }) => ({ name: person.name, title: person.title }))
  const voted = (over: Partial<VoteOfMinutes>) =>
    model({
      attendance: { present: present.map((one, at) => ({ ...one, inTheChair: at === 0 })), apologies: [] },
      minutes: [minute({ motions: [motion], votes: [{ ...vote, ...over }] })],
    })

  test.each(['plymouth', 'resolved'] as const)(
    'is read back with its numbers and names, in the %s style',
    async (style) => {
      for (const bytes of [
        await wordOf(openMinutes(voted({}), minutesStyles[style])),
        htmlOf(openMinutes(voted({}), minutesStyles[style])),
      ]) {
        const read = await readPaper({ name: 'draft', bytes })
        const votes = read.ok ? read.paper.documents[0]?.votes : undefined
        expect(votes).toHaveLength(1)
        expect(votes?.[0]).toMatchObject({ item: '19', result: 'carried', for: 3, against: 2, abstain: 1 })
        expect(votes?.[0]?.names?.against?.map((name) => name.split(' ').at(-1))).toEqual(['Elm', 'Fir'])
      }
    },
  )

  test.each(['plymouth', 'resolved'] as const)(
    'without names is read back with its numbers, in the %s style',
    async (style) => {
      const bytes = await wordOf(
        openMinutes(voted({ isRecorded: false, method: 'hands' }), minutesStyles[style]),
      )
      const read = await readPaper({ name: 'draft', bytes })
      const votes = read.ok ? read.paper.documents[0]?.votes : undefined
      expect(votes).toHaveLength(1)
      expect(votes?.[0]).toMatchObject({ item: '19', result: 'carried', for: 3, against: 2, abstain: 1 })
    },
  )

  test('names nobody in the data that goes out unless the minutes do', () => {
    const [named] = publicVotes(voted({}))
    const [counted] = publicVotes(voted({ isRecorded: false }))
    expect(named?.names?.against).toEqual(['Councillor Cy Elm', 'Councillor Di Fir'])
    expect([counted?.names, counted?.counts?.for]).toEqual([undefined, 3])
    const [agreed] = publicVotes(voted({ method: 'assent', isRecorded: false, counts: undefined }))
    expect(agreed).toMatchObject({ method: 'assent', counts: undefined, names: undefined })
  })
})
