import type { AttendanceStyle } from './attendance-styles.ts'

/**
 * How councils minute declarations of interest and of party whips, each form as a named choice. The sentences are in
 * `declarations-lines.en.ts`.
 */
export interface DeclarationsStyle extends Pick<AttendanceStyle, 'names' | 'title'> {
  /**
   * `table-2010`: with item and kind; `table-2023`: name, minute and reason; `prose`: a sentence each, with what the
   * member did.
   */
  readonly form: 'table-2010' | 'table-2023' | 'prose'
  readonly none:
    | 'code-of-conduct'
    | 'there-were'
    | 'received'
    | 'intimated'
    | 'at-this-stage'
    | 'adopted-code'
  readonly noWhip: 'no-such' | 'no-declarations' | 'no-indications' | 'wales' | 'silent'
}

const plymouth: DeclarationsStyle = {
  names: 'surname',
  title: 'Councillor',
  form: 'table-2023',
  none: 'code-of-conduct',
  noWhip: 'silent',
}

/** House styles seen in published minutes (domain.md §4.4), by the council whose they are. */
export const declarationsStyles = {
  plymouth,
  plymouth2010: { ...plymouth, form: 'table-2010' },
  bromsgrove: { ...plymouth, names: 'full', form: 'prose', none: 'there-were' },
  stockton: { ...plymouth, names: 'full', title: 'Cllr', form: 'prose', none: 'there-were' },
  isleOfWight: { ...plymouth, names: 'full', form: 'prose', none: 'at-this-stage' },
  wirral: { ...plymouth, names: 'full', form: 'prose', none: 'there-were', noWhip: 'no-such' },
  charnwood: { ...plymouth, names: 'full', form: 'prose', none: 'there-were', noWhip: 'no-declarations' },
  bracknell: { ...plymouth, names: 'full', form: 'prose', none: 'there-were', noWhip: 'no-indications' },
  valeOfGlamorgan: { ...plymouth, names: 'full', form: 'prose', none: 'received', noWhip: 'wales' },
  swansea: { ...plymouth, names: 'full', form: 'prose', none: 'adopted-code', noWhip: 'wales' },
  argyllAndBute: { ...plymouth, names: 'full', form: 'prose', none: 'intimated' },
} as const satisfies Record<string, DeclarationsStyle>

export type DeclarationsStyleName = keyof typeof declarationsStyles
