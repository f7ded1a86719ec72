import { describe, expect, test } from 'vitest'
import type { MinutesModel } from '../../src/minutes/minutes-model.ts'
import { closedMinutes, openMinutes } from '../../src/minutes/minutes-paper.ts'
import { minutesStyles } from '../../src/minutes/styles.ts'
import { minute, model, said, ward } from './printed.ts'

const linesOf = (over: Partial<MinutesModel>, style: 'plymouth' | 'resolved' = 'plymouth') =>
  said(openMinutes(model(over), minutesStyles[style]).parts)

describe('minutes on paper', () => {
  test('say who came and went, who took the chair, and when it was adjourned', () => {
    const lines = linesOf({
      movements: [
        { person: ward, kind: 'joined', at: '15:20' },
        { person: ward, kind: 'left', at: '16:00' },
        { person: ward, kind: 'returned', at: '16:05' },
      ],
      chairs: [{ person: ward, at: '16:30' }],
      times: {
        began: '15:00',
        ended: '17:10',
        adjournments: [{ from: '15:40', to: '15:55' }],
        isInquorate: false,
      },
    })
    for (const line of [
      'Councillor Ward joined the meeting at 3.20 pm.',
      'Councillor Ward left the meeting at 4.00 pm.',
      'Councillor Ward rejoined the meeting at 4.05 pm.',
      'Councillor Ward took the chair at 4.30 pm.',
      'The meeting started at 3.00 pm and finished at 5.10 pm.',
      'The meeting was adjourned at 3.40 pm and resumed at 3.55 pm.',
    ])
      expect(lines).toContain(line)
    expect(lines.find((line) => line.startsWith('Note:'))).toContain('the Panel will consider')
  })

  test('say that a meeting had no quorum and decided nothing', () => {
    const times = { began: '15:00', ended: '15:20', adjournments: [], isInquorate: true }
    for (const style of ['plymouth', 'resolved'] as const)
      expect(linesOf({ times }, style).join('\n')).toContain(
        'There was no quorum, and the meeting ended at 3.20 pm.',
      )
  })

  test('hold the circumstances of an urgent item, in the words of the Act', () => {
    const urgency = [{ isAccepted: true, circumstances: 'the ward closes on Friday.', presiding: ward }]
    expect(linesOf({ minutes: [minute({ urgency })] })).toContain(
      'The Chair, Councillor Ward, was of the opinion that “Fracture clinics” should be considered at the meeting as a matter of urgency by reason of the following special circumstances: the ward closes on Friday (Section 100B(4)(b) of the Local Government Act 1972).',
    )
    expect(linesOf({ minutes: [minute({ about: 'urgent', title: 'Urgent business' })] })).toContain(
      'There were no items of Chair’s Urgent Business.',
    )
  })

  test('list what was asked, and who shall find it by when', () => {
    const lines = linesOf({
      minutes: [
        minute({
          presenters: ['Ross Jago (Lead officer)'],
          presented: 'an update',
          questions: ['staffing', 'how was it funded?'],
          requests: [{ text: 'the business case', owner: 'Ross Jago', due: 'once properly developed' }],
        }),
      ],
    })
    expect(lines.slice(-6)).toEqual([
      'Ross Jago (Lead officer) provided Members with an update.',
      'Key areas of questioning related to –',
      '(a) staffing;',
      '(b) how was it funded?',
      'Members asked for –',
      '(a) the business case (Ross Jago) – once properly developed.',
    ])
  })

  test('keep of an interest in closed business its nature out of the open part', () => {
    const item = { number: '9', title: 'Tender', minute: '20', isClosed: true }
    const declarations = {
      council: 'Underfell Council',
      nation: 'england' as const,
      whips: [{ member: ward, item, nature: 'the group backs Staithe' }],
      interests: [
        {
          member: ward,
          item,
          kind: 'Disclosable pecuniary interest',
          isTransparency: false,
          nature: 'owns Staithe Street',
          isSensitive: false,
          dispensation: 'to speak on Staithe Street',
          effect: { speaking: 'no' as const, mayVote: false, mustLeave: true, sources: [] },
          conduct: 'left' as const,
        },
      ],
    }
    const minutes = [
      minute({ about: 'declarations', title: 'Declarations of interest' }),
      minute({ isClosed: true, title: 'Tender', summary: 'A contract was considered.' }),
    ]
    for (const style of [minutesStyles.plymouth, minutesStyles.resolved]) {
      const open = JSON.stringify(openMinutes(model({ declarations, minutes }), style))
      expect(open).toContain('Ward')
      expect(open).not.toContain('Staithe')
      expect(open).not.toContain('Tender')
      expect(closedMinutes(model({ declarations, minutes }), style)?.under?.join(' ')).toContain(
        'Not for publication',
      )
    }
  })
})
