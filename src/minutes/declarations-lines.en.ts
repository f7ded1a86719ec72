/** The sentences of declarations as British councils print them (domain.md §4.4). Names come ready. */
export const words = {
  none: {
    'code-of-conduct': () => 'There were no declarations of interest in accordance with the code of conduct.',
    'there-were': () => 'There were no declarations of interest.',
    received: () => 'No declarations were received.',
    intimated: () => 'There were no declarations of interest intimated.',
    'at-this-stage': () => 'No declarations were received at this stage.',
    'adopted-code': (council: string) =>
      `In accordance with the Code of Conduct adopted by ${council}, no interests were declared.`,
  },

  leadIn:
    'The following declarations of interest were made in accordance with the code of conduct in relation to items under discussion at this meeting –',
  columns: {
    name: 'Name',
    item: 'Item (Minute refers)',
    minute: 'Minute Number',
    interest: 'Interest/Reason',
    reason: 'Reason',
    kind: 'Personal / Personal and prejudicial',
  },
  wholeMeeting: 'All items',
  /** "Winter pressures (24)" */
  itemAndMinute: (title: string, minute: string) => (minute === '' ? title : `${title} (${minute})`),
  dispensed: (reason: string) => `${reason} (dispensation granted)`,

  prose: {
    /** "Councillor A declared a personal interest in item 7 as …" */
    declared: (name: string, article: string, kind: string, where: string, reason: string) =>
      `${name} declared ${article} ${kind} in ${where}${reason}.`,
    as: (nature: string) => ` as ${nature}`,
    item: (number: string) => `item ${number}`,
    titled: (title: string) => `the item “${title}”`,
    wholeMeeting: 'the business of the meeting',
    transparency: (name: string, where: string, nature: string) =>
      `For transparency purposes, ${name} declared in relation to ${where} that ${nature}.`,
    dispensation: (scope: string) => ` A dispensation had been granted (${scope}).`,
    conduct: {
      left: (they: string) =>
        ` ${they} left the room during consideration and took no part in the discussion or vote.`,
      silent: (they: string) => ` ${they} remained in the room and took no part in the discussion or vote.`,
      spoke: (they: string) => ` ${they} spoke on the item and did not vote.`,
      'took-part': (they: string) => ` ${they} took part in the discussion and vote.`,
    },
    they: { he: 'He', she: 'She', they: 'They' },
  },

  /** Localism Act 2011 s32(3): only the fact is disclosed. */
  sensitive: 'Sensitive interest: details withheld',
  sensitiveProse: ', the details of which are withheld as sensitive',
  notSaid: 'Not stated',

  generalDispensation: (what: string) =>
    `The Monitoring Officer confirmed that a general dispensation was applied ${what}.`,

  whip: {
    none: {
      'no-such': 'No such declarations were made.',
      'no-declarations': 'No declarations were made.',
      'no-indications':
        'There were no indications that members would be participating while under the party whip.',
      wales:
        'In accordance with the Local Government (Wales) Measure 2011, no declarations of Whipped Votes or Party Whips were declared.',
      silent: '',
    },
    declared: (name: string, where: string, nature: string) =>
      `${name} declared a party whip in relation to ${where}: ${nature}.`,
    declaredInWales: (name: string, where: string, nature: string) =>
      `In accordance with section 78 of the Local Government (Wales) Measure 2011, ${name} declared a party whip in relation to ${where}: ${nature}.`,
  },

  problems: {
    /** For the clerk, never for the minutes. */
    'spoke-despite': (name: string, where: string, source: string) =>
      `${name} is recorded as speaking on ${where}, which ${source} bars. Is the kind of interest right, or was there a dispensation? The minutes say what happened.`,
    'voted-despite': (name: string, where: string, source: string) =>
      `${name} is recorded as voting on ${where}, which ${source} bars. Is the kind of interest right, or was there a dispensation? The minutes say what happened.`,
  },
}
export type DeclarationsLineWords = typeof words
