import type { MinutesPhrase } from '../apologies/minutes-phrases.ts'

/** The sentences of attendance as British councils print them (domain.md §4.3). Names come ready. */
export const words = {
  presentHeading: 'Present:',
  chair: (name: string) => `${name}, in the Chair.`,
  viceChair: (name: string) => `${name}, Vice Chair.`,
  members: (names: string) => `${names}.`,
  presentList: (names: string) => `Present: ${names}.`,
  nobodyPresent: 'Present: no members.',
  inTheChair: ' (in the Chair)',
  asViceChair: ' (Vice Chair)',

  apologies: {
    label: (names: string) => `Apologies for absence: ${names}.`,
    sentence: (names: string, many: boolean) =>
      many
        ? `Apologies for absence were received from ${names}.`
        : `An apology for absence was received from ${names}.`,
    intimated: (names: string, many: boolean) =>
      many
        ? `Apologies for absence were intimated on behalf of ${names}.`
        : `An apology for absence was intimated on behalf of ${names}.`,
  },
  none: {
    'there-were': 'There were no apologies for absence.',
    received: 'No apologies for absence were received.',
  },
  /** In brackets behind a name, where the member lets the minutes say it. */
  phrases: {
    '': '',
    councilBusiness: 'on other council business',
    illness: 'illness',
    family: 'family reasons',
    work: 'work commitments',
    holiday: 'on holiday',
  } satisfies Record<MinutesPhrase, string>,

  substitutes: {
    represented: (substitute: string) => `, who was represented by ${substitute}`,
    substitutedBy: (substitute: string) => ` (substituted by ${substitute})`,
    sub: (substitute: string) => ` (Sub ${substitute})`,
    substituteFor: (absent: string) => ` (substitute for ${absent})`,
    substitutedFor: (substitute: string, absent: string) => `${substitute} substituted for ${absent}.`,
    dueNotice: (substitute: string, absent: string) =>
      `Having given due notice, ${substitute} advised that they would be substituting for ${absent}.`,
    numbered: (number: string, substitute: string, absent: string) =>
      `(${number}) ${substitute} for ${absent}`,
    replaced: (substitute: string, absent: string) => `${substitute} replaced ${absent}`,
  },

  absent: {
    'were-absent': (names: string, many: boolean) => `${names} ${many ? 'were' : 'was'} absent.`,
    'no-apologies': (names: string) => `No apologies were received from ${names}.`,
  },

  lateness: (name: string, joined: string | undefined, left: string | undefined) =>
    joined === undefined
      ? `Apologies for lateness were received from ${name}.`
      : `Apologies for lateness were received from ${name}, who joined the meeting from ${joined} until ${left ?? 'the end of the meeting'}.`,

  remote: (names: string, many: boolean) =>
    many
      ? `Members who attended remotely and had no voting rights were ${names}.`
      : `The member who attended remotely and had no voting rights was ${names}.`,

  /** "7.17pm" */
  time: (hour: number, minute: number) => {
    const twelve = hour % 12 === 0 ? 12 : hour % 12
    const half = hour < 12 ? 'am' : 'pm'
    return minute === 0 ? `${twelve}${half}` : `${twelve}.${String(minute).padStart(2, '0')}${half}`
  },
}
export type AttendanceLineWords = typeof words
