/**
 * How councils write who was present, away and in whose place, each form as a named choice. A council's house style
 * is one choice of each; the sentences are in `attendance-lines.en.ts`.
 */
export interface AttendanceStyle {
  /** `surname`: "Councillor Mrs Aspinall"; `full`: with first names; `capitals`: "Stewart HUNTER", no title. */
  readonly names: 'surname' | 'full' | 'capitals'
  /** How the title is printed. */
  readonly title: 'Councillor' | 'Cllr'
  /** `lines`: the Chair and the Vice Chair on lines of their own; `list`: one line, with their offices in brackets. */
  readonly present: 'lines' | 'list'
  /** `label`: "Apologies for absence: …"; `sentence`: "… were received from …"; `intimated`: as in Scotland. */
  readonly apologies: 'label' | 'sentence' | 'intimated'
  readonly none: 'there-were' | 'received'
  readonly substitutes:
    | 'represented'
    | 'substituted-by'
    | 'sub'
    | 'substituted-for'
    | 'due-notice'
    | 'numbered'
    | 'replaced'
    | 'substitute-for'
  readonly absent: 'were-absent' | 'no-apologies'
}

const plymouth: AttendanceStyle = {
  names: 'surname',
  title: 'Councillor',
  present: 'lines',
  apologies: 'label',
  none: 'there-were',
  substitutes: 'substituted-for',
  absent: 'were-absent',
}

/** House styles seen in published minutes (domain.md §4.3), by the council whose they are. */
export const attendanceStyles = {
  plymouth,
  torbay: { ...plymouth, names: 'full', apologies: 'sentence', substitutes: 'represented' },
  oxfordshire: { ...plymouth, names: 'full', apologies: 'sentence', substitutes: 'substituted-by' },
  westOxfordshire: { ...plymouth, apologies: 'sentence' },
  northHertfordshire: { ...plymouth, names: 'full', apologies: 'sentence', substitutes: 'due-notice' },
  eppingForest: { ...plymouth, names: 'full', title: 'Cllr', apologies: 'sentence', substitutes: 'numbered' },
  watford: { ...plymouth, apologies: 'sentence', substitutes: 'replaced', absent: 'no-apologies' },
  stockton: { ...plymouth, names: 'full', title: 'Cllr', apologies: 'sentence', substitutes: 'sub' },
  woking: { ...plymouth, names: 'full', apologies: 'sentence', none: 'received' },
  haringey: { ...plymouth, names: 'full', title: 'Cllr', apologies: 'sentence' },
  surrey: { ...plymouth, names: 'full', present: 'list', apologies: 'sentence' },
  argyllAndBute: { ...plymouth, names: 'full', present: 'list', apologies: 'intimated' },
  dundee: {
    ...plymouth,
    names: 'capitals',
    present: 'list',
    apologies: 'intimated',
    substitutes: 'substitute-for',
  },
} as const satisfies Record<string, AttendanceStyle>

export type AttendanceStyleName = keyof typeof attendanceStyles
