import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { meetingAddress } from '../../../src/documents/fetching/meeting-address.ts'

const SITE = 'https://democracy.wexbourne.example/'

describe('the address of a meeting', () => {
  test.each([
    ['ieListDocuments.aspx?CId=206&MId=718', 'ieListDocuments.aspx?CId=206&MId=718&Ver=4'],
    ['ieListDocuments.aspx?CId=206&MId=718&Ver=4', 'ieListDocuments.aspx?CId=206&MId=718&Ver=4'],
    ['ielistdocuments.aspx?mid=718&cid=206&J=2', 'ieListDocuments.aspx?CId=206&MId=718&Ver=4'],
    ['ieListDocuments.aspx?CommitteeId=206&MeetingId=718', 'ieListDocuments.aspx?CId=206&MId=718&Ver=4'],
    ['ieListDocuments.aspx?MId=718#AI2', 'ieListDocuments.aspx?MId=718&Ver=4'],
    ['ieListDocuments.aspx?CId=206&amp;MId=718&amp;Ver=4', 'ieListDocuments.aspx?CId=206&MId=718&Ver=4'],
    ['mgChooseDocPack.aspx?ID=718', 'ieListDocuments.aspx?MId=718&Ver=4'],
    ['mgWebService.asmx/GetMeeting?lMeetingId=718', 'ieListDocuments.aspx?MId=718&Ver=4'],
  ])('%s is recognised, with its page and its answer of the web service', (given, page) => {
    expect(meetingAddress(`  ${SITE}${given} `)).toEqual({
      meetingId: '718',
      page: new URL(page, SITE),
      service: new URL('mgWebService.asmx/GetMeeting?lMeetingId=718', SITE),
    })
  })

  test('keeps the folder in which a council has its site', () => {
    const found = meetingAddress('http://www.wexbourne.example/modernGov/ieListDocuments.aspx?CId=1&MId=2')
    expect(found?.service.href).toBe(
      'http://www.wexbourne.example/modernGov/mgWebService.asmx/GetMeeting?lMeetingId=2',
    )
  })

  test.each([
    `${SITE}documents/g718/Public%20reports%20pack.pdf?T=10`,
    `${SITE}ieListMeetings.aspx?CId=206`,
    `${SITE}ieListDocuments.aspx?CId=206`,
    `${SITE}ieListDocuments.aspx?CId=206&MId=`,
    `${SITE}ieListDocuments.aspx?MId=718%20or%201=1`,
    `${SITE}ieListDocuments.aspx?MId=-718`,
    `${SITE}mgWebService.asmx/GetMeetings?lCommitteeId=206`,
    `${SITE}?page=ieListDocuments.aspx&MId=718`,
    'ieListDocuments.aspx?CId=206&MId=718',
    'not an address',
    '',
  ])('%s is another address', (address) => {
    expect(meetingAddress(address)).toBeUndefined()
  })

  test('leads to the same site, whatever is given', () => {
    fc.assert(
      fc.property(fc.webUrl({ withQueryParameters: true }), fc.nat(999_999_999), (address, id) => {
        const url = new URL('ieListDocuments.aspx', address)
        url.searchParams.set('MId', String(id))
        const found = meetingAddress(url.href)
        expect(found?.page.origin).toBe(url.origin)
        expect(found?.service.origin).toBe(url.origin)
        expect(meetingAddress(found?.page.href ?? '')).toEqual(found)
      }),
    )
  })
})
