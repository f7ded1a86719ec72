/**
 * The words of the sample pack. The council, its places and its people are invented; no real council,
 * person or service is meant.
 */
export const meeting = {
  council: 'Haverleigh Council',
  committee: 'Health and Adult Care Scrutiny Committee',
  date: 'Wednesday 20 January 2027',
  time: '10.00 am',
  room: 'Wherry Room, Haverleigh Town Hall',
  published: 'Tuesday 12 January 2027',
  contact: [
    'Please ask for Marian Spekeworth',
    'T 01632 960 174',
    'E democratic.services@haverleigh.example',
  ],
  address: ['Democratic Services', 'Haverleigh Council', 'Town Hall, Quay Street', 'Haverleigh'],
  invitation: 'Members are invited to attend the above meeting to consider the items of business overleaf.',
  notice:
    'The meeting is open to the public and is webcast. Papers can be had in large print or another language from Democratic Services.',
  director: ['Neil Brandrick', 'Monitoring Officer'],
} as const

export type Block =
  | { heading: string }
  | { text: string }
  | { numbered: string; text: string }
  | { facts: readonly (readonly [string, string])[] }
  | { table: { widths: readonly number[]; head: readonly string[]; rows: readonly (readonly string[])[] } }

export interface Item {
  number: string
  title: string
  description: string
  /** The papers of the item; its page range follows from them. */
  papers?: readonly Block[]
}

const minutes: readonly Block[] = [
  { heading: 'Health and Adult Care Scrutiny Committee' },
  { heading: 'Wednesday 18 November 2026' },
  { heading: 'Present:' },
  { text: 'Councillor Ruth Okafor, in the Chair.' },
  { text: 'Councillor Dr Imran Siddall, Vice Chair.' },
  {
    text: 'Councillors Tom Fairlock, Elaine Hartwick, Kofi Mensah-Boyd, Mrs Anjali Nairn, Gareth Penwarden, Siân Prosser-Lowe and Leila Haddonfield (substitute for Councillor Malcolm Trentham).',
  },
  { text: 'Co-opted member: Mrs Dorothy Kimberling (Healthwatch Haverleigh).' },
  { text: 'Apologies for absence: Councillors Malcolm Trentham and Jo Ward.' },
  {
    text: 'Also in attendance: Dr Helen Marchbanks (Director of Public Health), Owen Castellan (Director of Adult Social Care), Farah Quistain (Head of Joint Commissioning) and Daniel Obinwa (Democratic Services Officer).',
  },
  { text: 'The meeting started at 10.00 am and finished at 11.50 am.' },
  {
    text: 'Note: At its next meeting the Committee will consider the accuracy of these draft minutes, so they may be subject to change.',
  },
  { numbered: '21.', text: 'Declarations of Interest' },
  { text: 'There were no declarations of interest in accordance with the code of conduct.' },
  { numbered: '22.', text: 'Minutes' },
  { text: 'The Committee agreed the minutes of the meeting held on 16 September 2026.' },
  { numbered: '23.', text: 'Falls Prevention in Sheltered Housing' },
  {
    text: 'Dr Helen Marchbanks presented the report. Members asked how tenants who do not answer the first letter are reached, and whether the exercise classes are held where there is a bus.',
  },
  {
    text: 'Agreed that the Director of Public Health brings the take-up of the classes, by ward, to the Committee in March 2027.',
  },
  { numbered: '24.', text: 'Work Programme' },
  { text: 'Agreed that a report on leaving hospital in winter is added for January 2027.' },
]

const leavingHospital: readonly Block[] = [
  { heading: 'HAVERLEIGH COUNCIL' },
  {
    facts: [
      [
        'Subject:',
        'Leaving hospital in winter: how home care keeps pace with discharge from the Royal Wherry Infirmary',
      ],
      ['Committee:', 'Health and Adult Care Scrutiny Committee'],
      ['Date:', '20 January 2027'],
      ['Cabinet Member:', 'Councillor Una Brackwell'],
      ['Author:', 'Farah Quistain, Head of Joint Commissioning'],
      ['Contact:', 'farah.quistain@haverleigh.example'],
      ['Key Decision:', 'No'],
      ['Part:', 'I'],
    ],
  },
  { heading: 'Purpose of the report' },
  {
    text: 'At its last meeting the Committee asked how quickly people who are well enough to leave hospital get the care at home that they need, and whether this winter is better than the last one.',
  },
  { heading: 'Recommendations' },
  { text: 'It is recommended that the Committee:' },
  { numbered: '1.', text: 'notes the waiting times in section 2;' },
  {
    numbered: '2.',
    text: 'asks the Director of Adult Social Care to report the number of people who wait more than three days, each month until April 2027;',
  },
  {
    numbered: '3.',
    text: 'considers whether the rural rounds should be reviewed in its 2027/28 work programme.',
  },
  { heading: '1. Background' },
  {
    text: 'Home care is arranged by the hospital discharge team, which the Council and the health service staff together. In the last winter 214 people waited for care at home after a doctor had said that they could leave. The longest waits were in the villages east of the river, where a round takes two carers most of a morning.',
  },
  {
    text: 'Since October 2026 three changes have been made: an evening desk at the infirmary, a guaranteed mileage rate for rural rounds, and a short stay flat at Staithe Court for people whose home is not ready.',
  },
  { heading: '2. Waiting times' },
  {
    table: {
      widths: [150, 110, 110, 110],
      head: ['Month', 'People discharged', 'Waited a day or more', 'Waited over three days'],
      rows: [
        ['October 2026', '162', '31', '9'],
        ['November 2026', '171', '28', '7'],
        ['December 2026', '188', '36', '12'],
      ],
    },
  },
  {
    text: 'December shows the strain of two weeks in which a fifth of carers were themselves unwell. Nobody under the age of 65 waited for more than three days.',
  },
  { heading: '3. Resources' },
  {
    text: 'The changes are paid for from the winter fund. There is no call on the general budget this year.',
  },
]

const tracking: readonly Block[] = [
  { heading: 'Tracking of Recommendations' },
  {
    table: {
      widths: [70, 180, 100, 130],
      head: ['Meeting', 'Recommendation', 'Responsible', 'Progress'],
      rows: [
        [
          '16 Sep 2026',
          'That the opening hours of the Staithe Court day centre are published in large print.',
          'Owen Castellan',
          'Done: posters are up and the web page is changed.',
        ],
        [
          '18 Nov 2026',
          'That the take-up of exercise classes is brought by ward.',
          'Dr Helen Marchbanks',
          'On course for March 2027.',
        ],
      ],
    },
  },
]

const programme: readonly Block[] = [
  { heading: 'Work Programme 2026/27' },
  {
    table: {
      widths: [85, 155, 160, 80],
      head: ['Date of meeting', 'Item', 'Purpose', 'Lead officer'],
      rows: [
        [
          '20 January 2027',
          'Leaving hospital in winter',
          'To see whether waits for home care are shorter',
          'Farah Quistain',
        ],
        [
          '17 March 2027',
          'Falls prevention: take-up by ward',
          'Asked for in November 2026',
          'Dr Helen Marchbanks',
        ],
        ['17 March 2027', 'Adult social care performance', 'Quarterly figures', 'Owen Castellan'],
        [
          'To be scheduled',
          'Dentists for children in care',
          'Raised by Healthwatch Haverleigh',
          'Dr Helen Marchbanks',
        ],
      ],
    },
  },
]

export const items: readonly Item[] = [
  {
    number: '1',
    title: 'Apologies and Substitutions',
    description: 'To receive apologies for absence and the names of substitutes.',
  },
  {
    number: '2',
    title: 'Declarations of Interest',
    description:
      'Members will be asked to make any declarations of interest in respect of items on this agenda, and to say whether they are subject to a party whip.',
  },
  {
    number: '3',
    title: "Chair's Urgent Business",
    description:
      'To receive reports on business which, in the opinion of the Chair, should be brought forward for urgent consideration.',
  },
  {
    number: '4',
    title: 'Minutes',
    description: 'To confirm the minutes of the meeting held on 18 November 2026.',
    papers: minutes,
  },
  {
    number: '5',
    title:
      'Leaving hospital in winter: how home care keeps pace with discharge from the Royal Wherry Infirmary',
    description: 'The Committee will consider a report of the Head of Joint Commissioning.',
    papers: leavingHospital,
  },
  {
    number: '6',
    title: 'Staithe Court day centre',
    description: 'The Director of Adult Social Care will give a spoken update.',
  },
  {
    number: '7',
    title: 'Tracking of Recommendations',
    description: 'The Committee will check the progress of its earlier recommendations.',
    papers: tracking,
  },
  {
    number: '8',
    title: 'Work Programme',
    description: 'The Committee will consider its work programme for the rest of the year.',
    papers: programme,
  },
]
