import { describe, expect, test } from 'vitest'
import { type PackReadingModel, packReadingMessage } from '../../src/publications/views.ts'
import { words } from '../../src/publications/words.en.ts'
import { readable } from '../support/shown.ts'
import { allEscaped, expectShowable, long, longCommittee } from '../support/worst-case.ts'

describe('the message about a pack that was given', () => {
  const pack: PackReadingModel = {
    packId: '0198a000-0000-7000-8000-000000000001',
    name: 'Agenda pack.pdf',
    state: 'draft',
    problem: 'Agenda pack.pdf has 12 pages but no text: it looks like a scan.',
    summary: {
      committee: 'Wellbeing & Care',
      when: 'Wednesday 20 September 2017, 10 am',
      items: 12,
      doubtful: [],
    },
  }

  test.each(['reading', 'unreadable', 'draft', 'published', 'discarded'] as const)('while %s', (state) => {
    expect(readable(packReadingMessage({ ...pack, state }, words))).toMatchSnapshot()
    const name = long('Pack', 255)
    const summary = { committee: longCommittee, when: '', items: 600, doubtful: ['date', 'members'] as const }
    // It names the file, and is else our own words.
    for (const problem of [long('A scan.', 4_000), allEscaped(1_500)])
      expectShowable(packReadingMessage({ ...pack, state, name, problem, summary }, words))
  })

  test('names what is doubtful', () => {
    const summary = {
      committee: 'Wellbeing & Care',
      when: '',
      items: 12,
      doubtful: ['date', 'members'] as const,
    }
    expect(readable(packReadingMessage({ ...pack, summary }, words))).toContain(
      ':warning: I am not sure of: Date of the meeting, Members. The form says why.',
    )
  })
})
