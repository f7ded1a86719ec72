import { describe, expect, test } from 'vitest'
import { proposalKinds } from '../../src/connectors/rules.ts'
import {
  type AskedModel,
  newsView,
  type ProposalsModel,
  proposalsMessageView,
  type TroubleModel,
  troubleView,
} from '../../src/connectors/views.ts'
import { words } from '../../src/connectors/words.en.ts'
import { readable } from '../support/shown.ts'
import { allEscaped, expectShowable, long, longCommittee, longPerson } from '../support/worst-case.ts'

const asked = (kind: AskedModel['kind'], changes: Partial<AskedModel> = {}): AskedModel => ({
  id: '0198a000-0000-7000-8000-000000000001',
  kind,
  what: kind === 'cancelled' ? 'cancelled' : kind,
  state: 'open',
  by: undefined,
  at: undefined,
  byItself: undefined,
  paper: undefined,
  ...changes,
})
const paper = {
  title: 'Budget & reserves',
  item: '6',
  address: 'https://democracy.underfell.example/mgConvert2PDF.aspx?ID=60909',
}
const model: ProposalsModel = {
  committeeName: 'Wellbeing & Care Scrutiny Committee',
  date: '2017-09-20',
  startTime: '10:00',
  typedTime: '10.00 am',
  venue: 'Tide Room, Civic Offices',
  status: 'Confirmed',
  page: 'https://democracy.underfell.example/ieListDocuments.aspx?CId=144&MId=4967&Ver=4',
  siteName: 'democracy.underfell.example',
  here: { date: '2017-09-20', startTime: '10:30', venue: 'Committee Room 2', state: 'scheduled' },
  restricted: 0,
  asked: [],
}
const show = (changes: Partial<ProposalsModel>) =>
  readable(proposalsMessageView({ ...model, ...changes }, words))

describe('the message about a meeting on the council’s site', () => {
  test('asks one thing after the other, each with its buttons', () => {
    const all = proposalKinds.map((kind) => asked(kind, kind === 'supplement' ? { paper } : {}))
    const room = asked('moved', { what: 'in Staithe Room' })
    expect(show({ asked: [...all, room], restricted: 2, status: 'Cancelled' })).toMatchSnapshot()
  })

  test('says who settled what, and what settled itself', () => {
    const by = 'Ms Sunil Larkrise'
    const at = '09:05 on Wed 6 Sep'
    expect(
      show({
        restricted: 1,
        asked: [
          asked('meeting', { state: 'taken', at }),
          asked('pack', { state: 'taken', by, at }),
          asked('supplement', { state: 'dismissed', by, at, paper }),
          asked('cancelled', { state: 'dismissed', at }),
        ],
      }),
    ).toMatchSnapshot()
  })

  test('says of a pack that was published by itself that it was, and of one that was not that it needs a look', () => {
    const at = '09:05 on Wed 6 Sep'
    expect(show({ asked: [asked('pack', { state: 'taken', at, byItself: 'published' })] })).toContain(
      'The agenda pack: published by itself, as is set for this committee, 09:05 on Wed 6 Sep.',
    )
    expect(show({ asked: [asked('pack', { byItself: 'left' })] })).toContain('needs a clerk’s eye')
  })

  test('shows a time that nobody understands as it is written', () => {
    expect(show({ startTime: undefined, typedTime: 'after the service' })).toContain(
      'Wednesday 20 September 2017, “after the service”',
    )
  })

  test('at its worst is taken by Slack, and says how much more there is', () => {
    for (const text of [long('Title', 300), allEscaped(300)]) {
      const worstPaper = { title: text, item: '12.1(a)', address: `https://x.example/${'a%20'.repeat(100)}` }
      const open = Array.from({ length: 60 }, () => asked('supplement', { paper: worstPaper }))
      const settled = Array.from({ length: 60 }, () =>
        asked('supplement', {
          state: 'taken',
          by: longPerson(1),
          at: '09:05 on Wed 6 Sep',
          paper: worstPaper,
        }),
      )
      const worst = {
        ...model,
        committeeName: longCommittee,
        venue: text,
        status: text,
        typedTime: text,
        startTime: undefined,
        restricted: 99,
        asked: [...open, ...settled],
      }
      const shown = proposalsMessageView(worst, words)
      expectShowable(shown)
      expect(readable(shown)).toMatch(/\d+ more are on/)
      expectShowable(newsView(worst, open, words))
    }
  })

  test('that has changed is told in one line', () => {
    const open = [asked('pack'), asked('supplement', { paper })]
    expect(readable(newsView(model, open, words))).toContain(
      'There is news on the council’s site about *Wellbeing &amp; Care Scrutiny Committee, Wednesday 20 September 2017, 10 am*. 2 questions wait for a clerk',
    )
  })
})

describe('the message about a site that cannot be looked at', () => {
  const trouble: TroubleModel = {
    committeeName: 'Wellbeing & Care Scrutiny Committee',
    siteName: 'democracy.underfell.example',
    page: 'https://democracy.underfell.example/mgCommitteeDetails.aspx?ID=144',
    code: 'refuses-programs',
    figure: 403,
    reference: '7F3KQ2M',
    mended: undefined,
  }

  test('says what is wrong and what to do, with the reference', () => {
    expect(readable(troubleView(trouble, words))).toMatchSnapshot()
    expect(readable(troubleView({ ...trouble, code: 'unheard-of', figure: undefined }, words))).toContain(
      'something went wrong in Scrutineer itself',
    )
  })

  test('says afterwards that it works again', () => {
    expect(readable(troubleView({ ...trouble, mended: '14:05 on Tue 12 Sep' }, words))).toMatchSnapshot()
  })

  test('at its worst is taken by Slack', () => {
    const worst = { ...trouble, committeeName: longCommittee, siteName: `${'a'.repeat(63)}.example` }
    for (const code of ['too-slow', 'not-modern-gov', 'fault'])
      expectShowable(troubleView({ ...worst, code }, words))
  })
})
