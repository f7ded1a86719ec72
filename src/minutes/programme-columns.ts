/*
 * The columns in which councils print their work programme, as data: another council's are another entry here.
 */

/** What a cell can hold. */
export type ProgrammeColumn = 'date' | 'title' | 'score' | 'reason' | 'details' | 'lead'

export interface ProgrammeColumns {
  readonly id: string
  readonly name: string
  readonly columns: readonly { readonly holds: ProgrammeColumn; readonly head: string }[]
}

/** Plymouth, Wellbeing Overview and Scrutiny Committee, 2017/18. */
const plymouth: ProgrammeColumns = {
  id: 'plymouth',
  name: 'With the priority score (as in Plymouth)',
  columns: [
    { holds: 'date', head: 'Date of meeting' },
    { holds: 'title', head: 'Agenda item' },
    { holds: 'score', head: 'Prioritisation Score' },
    { holds: 'reason', head: 'Reason for consideration' },
    { holds: 'lead', head: 'Responsible Cabinet Member / Officer' },
  ],
}

/** Maidstone, Future Work Programme 2014/15. */
const maidstone: ProgrammeColumns = {
  id: 'maidstone',
  name: 'With the desired outcome (as in Maidstone)',
  columns: [
    { holds: 'date', head: 'Meeting Date' },
    { holds: 'title', head: 'Agenda Items' },
    { holds: 'details', head: 'Details and desired outcome' },
    { holds: 'lead', head: 'Report Author / Possible Witnesses' },
  ],
}

export const programmeColumns: readonly ProgrammeColumns[] = [plymouth, maidstone]

/** The columns by name; the usual ones for a name that is not known any more. */
export function programmeColumnsOf(id: string): ProgrammeColumns {
  return programmeColumns.find((one) => one.id === id) ?? plymouth
}
