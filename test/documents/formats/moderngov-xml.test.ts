import { expect, test } from 'vitest'
import type { Paper } from '../../../src/documents/paper.ts'
import { mustRead, readText } from '../papers.ts'

const escaped = (html: string): string =>
  html.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;')

function item(fields: Record<string, string>, papers = ''): string {
  const written = Object.entries(fields).map(([name, value]) => `<${name}>${value}</${name}>`)
  return `<agendaitem>${written.join('\n')}<linkeddocuments>${papers}</linkeddocuments></agendaitem>`
}

function meeting(items: string, { more = '', attendees = '' } = {}): string {
  return `<?xml version="1.0" encoding="utf-8"?>
<meeting>
  <meetingdate>04/03/2027</meetingdate>
  <meetingstatus>Confirmed</meetingstatus>
  <meetingtime>10.00 am</meetingtime>
  <meetingactualfinishtime>
  </meetingactualfinishtime>
  <meetinglocation>Tide Room, Civic Offices</meetinglocation>
  ${more}
  <agendaitems>${items}</agendaitems>
  <attendees>${attendees}</attendees>
</meeting>`
}

async function read(xml: string): Promise<Paper> {
  return mustRead(await readText(xml, 'meeting.xml'))
}

const minutes = item({
  agendaitemtitle: 'Chair&amp;#39;s announcements',
  agendaitemnumber: '4',
  fulldisplaynumberformat: '1.',
  isrestricted: 'False',
  refertocommittee: 'Housing Scrutiny Panel',
  agendatext: escaped('<div class="WordSection1"><p>To receive any announcements.</p></div>'),
  minutesnonemptyhtmlbody: escaped('<p>RESOLVED that the announcements be noted.</p>'),
})

test('the fields of a meeting are read, each at its line of the file', async () => {
  const paper = await read(meeting(minutes, { more: '<minutepublished>True</minutepublished>' }))
  expect(paper.format).toBe('xml')
  expect(paper.documents).toHaveLength(1)
  expect(paper.documents[0]).toMatchObject({
    kind: 'agenda+minutes',
    committee: 'Housing Scrutiny Panel',
    date: '2027-03-04',
    time: '10:00',
    venue: 'Tide Room, Civic Offices',
    cancelled: false,
    items: [{ number: '1', title: "Chair's announcements" }],
    where: { kind: [{ page: 1, line: 2 }], date: [{ page: 1, line: 3 }], time: [{ page: 1, line: 5 }] },
  })
  expect(paper.documents[0]?.ended).toBeUndefined()
})

test('what the minutes of an item say is read as on its page', async () => {
  const [document] = (await read(meeting(minutes, { more: '<minutepublished>True</minutepublished>' })))
    .documents
  expect(document?.resolutions).toMatchObject([{ item: '1', text: expect.stringMatching(/noted/) }])
})

test('what was decided and what the minutes say of it is one decision', async () => {
  const decided = minutes.replace(
    '<linkeddocuments>',
    `<decisionnonemptyhtmlbody>${escaped('<p>RESOLVED that the announcements be noted.</p>')}</decisionnonemptyhtmlbody><linkeddocuments>`,
  )
  const [document] = (await read(meeting(decided, { more: '<minutepublished>True</minutepublished>' })))
    .documents
  expect(document?.resolutions).toHaveLength(1)
  const onlyDecided = decided.replace(/<minutesnonemptyhtmlbody>.*<\/minutesnonemptyhtmlbody>/, '')
  const [decisions] = (
    await read(meeting(onlyDecided, { more: '<decisionpublished>True</decisionpublished>' }))
  ).documents
  expect([decisions?.kind, decisions?.resolutions?.length]).toEqual(['decisions', 1])
})

test.each([
  ['Confirmed', false],
  ['Cancelled', true],
  ['Confirmed; Rescheduled from 24 September 2026', false],
  ['Confirmed, then cancelled', true],
  ['Provisional', undefined],
])('of a meeting that is "%s", cancelled is %s', async (status, cancelled) => {
  const xml = meeting(minutes).replace('>Confirmed<', `>${status}<`)
  expect((await read(xml)).documents[0]?.cancelled).toBe(cancelled)
})

test.each([
  ['', 'agenda'],
  ['<decisionpublished>True</decisionpublished>', 'decisions'],
  ['<minutepublished>True</minutepublished><decisionpublished>True</decisionpublished>', 'agenda+minutes'],
])('a meeting with %s is %s', async (more, kind) => {
  expect((await read(meeting(minutes, { more }))).documents[0]?.kind).toBe(kind)
})

test('headings between items and items not to be shown are no items', async () => {
  const xml = meeting(
    item({ agendaitemtitle: 'Part A', agendaitemnumber: '0', fulldisplaynumberformat: '' }) +
      item({ agendaitemtitle: '', agendaitemnumber: '1', fulldisplaynumberformat: '1.' }) +
      item({ agendaitemtitle: 'Not yet', fulldisplaynumberformat: '2.', isdisplayallowed: 'False' }) +
      item({ agendaitemtitle: 'Parking', fulldisplaynumberformat: '5a)', isdisplayallowed: 'True' }),
  )
  expect((await read(xml)).documents[0]?.items).toEqual([{ number: '5a', title: 'Parking' }])
})

test('closed items and items with closed papers are closed, and marked', async () => {
  const paper = `<linkeddoc><title>Annex</title><isrestricted>True</isrestricted><restrictionsRef>Paragraph 3 of Schedule 12A</restrictionsRef></linkeddoc>`
  const xml = meeting(
    item({ agendaitemtitle: 'Land', fulldisplaynumberformat: '1.', isrestricted: 'True' }) +
      item({ agendaitemtitle: 'Roads', fulldisplaynumberformat: '2.', isrestricted: 'False' }, paper) +
      item({ agendaitemtitle: 'Trees', fulldisplaynumberformat: '3.', isrestricted: 'False' }),
  )
  const { documents, restrictedMarks } = await read(xml)
  expect(documents[0]?.items).toEqual([
    { number: '1', title: 'Land', exempt: true },
    { number: '2', title: 'Roads', exempt: true, part: true, paragraph: '3' },
    { number: '3', title: 'Trees' },
  ])
  expect(restrictedMarks.map(({ text }) => text)).toEqual(['Land', 'Roads'])
})

test('who is expected was not present for that', async () => {
  const one = (name: string, role: string, attendance: string): string =>
    `<attendee name="${name}" roledescription="${role}" attendance="${attendance}"><url>x</url></attendee>`
  const expected =
    one('Councillor Ann Lee', 'Chair', 'Expected') +
    one('Councillor Mrs Moss', 'Committee Member', 'Expected')
  expect((await read(meeting(minutes, { attendees: expected }))).documents[0]).toMatchObject({
    chair: 'Ann Lee',
    members: ['Ann Lee', 'Moss'],
  })
  expect((await read(meeting(minutes, { attendees: expected }))).documents[0]?.present).toBeUndefined()
  const after =
    one('Councillor Ann Lee', 'Chair', 'Present') +
    one('Councillor Mrs Moss', 'Committee Member', 'Apologies') +
    one('Councillor D Reed', 'Substitute Member', 'Present, as substitute') +
    one('Pat Hill', 'Officer', 'In attendance')
  expect((await read(meeting(minutes, { attendees: after }))).documents[0]).toMatchObject({
    members: ['Ann Lee', 'Moss'],
    present: ['Ann Lee', 'D Reed'],
    apologies: ['Moss'],
    inAttendance: ['Pat Hill'],
  })
})

test('who answers to a committee does not belong to it', async () => {
  const one = (name: string, role: string, attendance: string): string =>
    `<attendee name="${name}" roledescription="${role}" attendance="${attendance}"/>`
  const cabinet = one('Councillor C Vale', 'Cabinet Member', 'Present')
  const scrutiny = await read(
    meeting(minutes, {
      attendees: cabinet + one('Councillor A Lee', 'Committee Member', 'Attended virtually'),
    }),
  )
  expect(scrutiny.documents[0]).toMatchObject({
    members: ['A Lee'],
    present: ['A Lee'],
    inAttendance: ['C Vale'],
  })
  const itself = await read(meeting(minutes, { attendees: cabinet + one('Councillor B Moss', '', 'Absent') }))
  expect(itself.documents[0]).toMatchObject({ members: ['C Vale', 'B Moss'], present: ['C Vale'] })
})

test('a list of meetings is a document for each, with the name of the committee it stands under', async () => {
  const one = (date: string, status: string): string =>
    `<meeting><meetingid>1</meetingid><meetingdate>${date}</meetingdate><meetingstatus>${status}</meetingstatus><meetingtime>13:30</meetingtime></meeting>`
  const { documents } = await read(
    `<getmeetings><meetingscount> 2</meetingscount><committee><committeetitle>Audit Panel</committeetitle><committeemeetings>${one('04/03/2027', 'Confirmed')}${one('06/05/2027', 'Cancelled')}</committeemeetings></committee></getmeetings>`,
  )
  expect(documents).toMatchObject([
    { kind: 'agenda', committee: 'Audit Panel', date: '2027-03-04', time: '13:30', cancelled: false },
    { kind: 'agenda', committee: 'Audit Panel', date: '2027-05-06', cancelled: true },
  ])
})

test('an answer in the envelope of SOAP is read', async () => {
  const inner = meeting(minutes).replace(/^<\?xml.*\n/, '')
  const { documents } = await read(
    `<soap:Envelope xmlns:soap="http://schemas.xmlsoap.org/soap/envelope/"><soap:Body><GetMeetingResponse xmlns="http://moderngov.co.uk/namespaces"><GetMeetingResult>${inner}</GetMeetingResult></GetMeetingResponse></soap:Body></soap:Envelope>`,
  )
  expect(documents[0]?.date).toBe('2027-03-04')
})

test.each([
  ['cut short', meeting(minutes).slice(0, 300), 'damaged'],
  [
    'an entity of its own',
    '<?xml version="1.0"?><meeting><meetingdate>&when;</meetingdate></meeting>',
    'damaged',
  ],
  [
    'entities that multiply',
    '<?xml version="1.0"?><!DOCTYPE m [<!ENTITY a "ha"><!ENTITY b "&a;&a;&a;">]><meeting>&b;</meeting>',
    'unsupported',
  ],
  [
    'an entity from outside',
    '<?xml version="1.0"?><!DOCTYPE m [<!ENTITY x SYSTEM "file:///etc/passwd">]><meeting>&x;</meeting>',
    'unsupported',
  ],
  ['nested without end', `<meeting>${'<a>'.repeat(100_000)}`, 'damaged'],
  [
    'about something else',
    '<?xml version="1.0"?><rss><channel><title>News</title></channel></rss>',
    'unsupported',
  ],
])('XML that is %s is refused', async (_, xml, code) => {
  expect(await readText(xml, 'a.xml')).toMatchObject({ ok: false, error: { code } })
})
