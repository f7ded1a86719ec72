import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { meetingAnswered, meetingsAnswered } from '../../src/connectors/service-answers.ts'
import { siteCommittee } from '../../src/connectors/site-address.ts'
import { meetingOn, meetingsOn, startTimeOf } from '../../src/connectors/site-pages.ts'
import { errorPage } from '../documents/fetching/council-site.ts'

const bytes = (text: string) => Buffer.from(text)
const page = new URL('https://democracy.underfell.example/ieListDocuments.aspx?CId=144&MId=7&Ver=4')

describe('the service’s list of meetings', () => {
  const row = (inside: string) =>
    `<meeting><meetingid>7</meetingid><meetingdate>20/09/2017</meetingdate>${inside}</meeting>`
  const list = (inside: string, id = 144) =>
    `<?xml version="1.0" encoding="utf-8"?><getmeetings><committee><committeeid>${id}</committeeid><committeemeetings>${inside}</committeemeetings></committee></getmeetings>`

  test('is read by its names, with empty elements that hold a line break', () => {
    const answer = list(row('<meetingstatus>Confirmed</meetingstatus><meetingtime>\n </meetingtime>'))
    expect(meetingsAnswered(bytes(answer), 144)).toEqual([
      { siteMeetingId: 7, date: '2017-09-20', time: '', status: 'Confirmed' },
    ])
  })

  test('is read inside the envelope of SOAP, and as the other operation answers', () => {
    const soap = `<soap:Envelope xmlns:soap="http://x"><soap:Body><r><s>${list(row('')).replace(/<\?.*\?>/, '')}</s></r></soap:Body></soap:Envelope>`
    expect(meetingsAnswered(bytes(soap), 144)).toHaveLength(1)
    const byDate = `<getmeetingsbydate><meetings>${row('')}</meetings></getmeetingsbydate>`
    expect(meetingsAnswered(bytes(byDate), 144)).toHaveLength(1)
  })

  test('leaves out another committee’s meetings, those not to be shown and those without a day', () => {
    expect(meetingsAnswered(bytes(list(row(''), 9)), 144)).toEqual([])
    expect(meetingsAnswered(bytes(list(row('<isdisplayallowed>False</isdisplayallowed>'))), 144)).toEqual([])
    expect(meetingsAnswered(bytes(list('<meeting><meetingid>7</meetingid></meeting>')), 144)).toEqual([])
    expect(meetingsAnswered(bytes(list('')), 144)).toEqual([])
  })

  test.each([
    ['a page of HTML', errorPage],
    ['nothing', ''],
    ['an answer that is cut off', list(row('')).slice(0, 120)],
    ['what declares entities', `<!DOCTYPE a [<!ENTITY b "c">]>${list(row(''))}`],
    ['an answer about something else', '<committees><committee/></committees>'],
  ])('%s is no answer', (_, text) => expect(meetingsAnswered(bytes(text), 144)).toBeUndefined())

  test('never throws, whatever comes', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme', maxLength: 400 }), (text) => {
        meetingsAnswered(bytes(text), 144)
        meetingAnswered(bytes(text), page)
        meetingsOn(bytes(text), page)
        meetingOn(bytes(text), page, { siteMeetingId: 7, date: '2017-09-20', time: '', status: '' })
      }),
    )
  })
})

test('of a meeting, papers of the whole meeting and of its items are found, and what was decided is none', () => {
  const linked = (id: number, more = '') =>
    `<linkeddoc><title>Paper ${id}</title><url>http://democracy.underfell.example/mgConvert2PDF.aspx?ID=${id}</url>${more}</linkeddoc>`
  const answer = `<meeting><meetingid>7</meetingid><meetingdate>20/09/2017</meetingdate><agendapublished>True</agendapublished>
    <meetinglocation>\n</meetinglocation><meetingroom>Room 2</meetingroom>
    <agendaitems><agendaitem><fulldisplaynumberformat>5.</fulldisplaynumberformat><linkeddocuments>${linked(1)}${linked(2, '<isdecisionattachment>True</isdecisionattachment>')}</linkeddocuments></agendaitem></agendaitems>
    <linkeddocuments>${linked(3)}</linkeddocuments></meeting>`
  expect(meetingAnswered(bytes(answer), page)).toMatchObject({
    venue: 'Room 2',
    hasAgenda: true,
    papers: [
      { key: 's3', item: '' },
      { key: 's1', item: '5', address: 'https://democracy.underfell.example/mgConvert2PDF.aspx?ID=1' },
    ],
  })
})

test('the page of a list is read with what stands behind each link', () => {
  const entry = (id: number, words: string, after = '') =>
    `<li  class="mgTableEvenRow" ><a  class="mgMeetingTableLnk"    href="ieListDocuments.aspx?CId=144&amp;MId=${id}&amp;Ver=4"  title="Link">${words}</a>${after}</li>`
  const html = `<ul  class="mgNonBulletTableList"  >${entry(1, '15 Jun 2026&nbsp;7&#58;30 pm')}${entry(2, '29 Jan 2026&nbsp;7&#58;30 pm', ' - Agenda, Decisions')}${entry(3, '4 Dec 2025&nbsp;7&#58;30 pm', ' - CANCELLED')}${entry(4, 'Constitution')}</ul>`
  expect(meetingsOn(bytes(html), page)).toEqual([
    { siteMeetingId: 1, date: '2026-06-15', time: '7:30 pm', status: '' },
    { siteMeetingId: 2, date: '2026-01-29', time: '7:30 pm', status: '' },
    { siteMeetingId: 3, date: '2025-12-04', time: '7:30 pm', status: 'CANCELLED' },
  ])
  expect(meetingsOn(bytes(errorPage), page)).toBeUndefined()
})

test.each([
  ['10.00 am', '10:00'],
  ['13:30', '13:30'],
  ['7:30 pm', '19:30'],
  ['2 pm', '14:00'],
  ['noon', '12:00'],
  ['', undefined],
  ['after the service', undefined],
])('the time “%s” is %s', (typed, time) => expect(startTimeOf(typed)).toBe(time))

test.each([
  ['https://x.example/mgCommitteeDetails.aspx?ID=144', 'https://x.example/', 144],
  ['https://x.example/modgov/ieListMeetings.aspx?CommitteeId=144', 'https://x.example/modgov/', 144],
  ['http://x.example/ielistmeetings.aspx?Act=later&amp;CId=144&amp;D=1', 'http://x.example/', 144],
  ['https://x.example/ieListDocuments.aspx?CId=144&MId=7&Ver=4', 'https://x.example/', 144],
  ['https://x.example/mgWebService.asmx/GetMeetings?lCommitteeId=144', 'https://x.example/', 144],
])('the address %s is of a committee', (address, site, siteCommitteeId) =>
  expect(siteCommittee(address)).toEqual({ ok: true, value: { site, siteCommitteeId } }),
)
