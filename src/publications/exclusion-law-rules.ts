import type { Nation } from '../calendar/nations.ts'

/** A description of exempt information by its paragraph. */
export interface ExemptDescription {
  readonly paragraph: string
  /** As the public is told: the description of the Schedule, without its subordinate clauses. */
  readonly said: string
  /** For a list to choose from, which Slack cuts at 75 characters. */
  readonly brief: string
}

interface ExclusionLaw {
  /** Where the power to exclude stands. */
  readonly power: string
  /** Where the descriptions stand. */
  readonly schedule: string
  /** The amendment that inserted them, as a motion names it. */
  readonly asAmended: string
  /** What is confidential is excluded without a resolution. */
  readonly confidential: string
  /** Exempt only where the public interest in keeping it so outweighs that in disclosing it. */
  readonly publicInterestTest: string | undefined
  readonly descriptions: readonly ExemptDescription[]
}

const described = (paragraph: number, said: string, brief: string): ExemptDescription => ({
  paragraph: String(paragraph),
  said,
  brief,
})

/** LGA 1972 Sch 12A Part 1, as substituted by SI 2006/88. */
const england: ExclusionLaw = {
  power: 'Section 100A(4) of the Local Government Act 1972',
  schedule: 'Part 1 of Schedule 12A of the Act',
  asAmended: ' as amended by SI 2006 No. 88',
  confidential: 'Section 100A(2) of the Local Government Act 1972',
  publicInterestTest: 'Schedule 12A Part 2 paragraph 10',
  descriptions: [
    described(1, 'information relating to any individual', 'An individual'),
    described(
      2,
      'information which is likely to reveal the identity of an individual',
      'Likely to reveal who an individual is',
    ),
    described(
      3,
      'information relating to the financial or business affairs of any particular person',
      'Financial or business affairs of any person, the council included',
    ),
    described(
      4,
      'information relating to consultations or negotiations in connection with a labour relations matter',
      'Labour relations: consultations or negotiations',
    ),
    described(
      5,
      'information in respect of which a claim to legal professional privilege could be maintained in legal proceedings',
      'Legal professional privilege',
    ),
    described(
      6,
      'information which reveals that the authority proposes to give a notice, or to make an order or direction, under an enactment',
      'A proposed notice, order or direction',
    ),
    described(
      7,
      'information relating to action in connection with the prevention, investigation or prosecution of crime',
      'Prevention, investigation or prosecution of crime',
    ),
  ],
}

/** The same descriptions under other numbers: Sch 12A Part 4, inserted by SI 2007/969 (W. 86). */
const wales: ExclusionLaw = {
  ...england,
  schedule: 'Part 4 of Schedule 12A of the Act',
  asAmended: ' as amended by the Local Government (Access to Information) (Variation) (Wales) Order 2007',
  publicInterestTest: 'Schedule 12A Part 5 paragraph 21',
  descriptions: england.descriptions.map((one) => ({
    ...one,
    paragraph: String(Number(one.paragraph) + 11),
    said: one.paragraph === '1' ? 'information relating to a particular individual' : one.said,
  })),
}

/** LG(S)A 1973 Sch 7A Part 1. It has no test of the public interest. */
const scotland: ExclusionLaw = {
  power: 'Section 50A(4) of the Local Government (Scotland) Act 1973',
  schedule: 'Part 1 of Schedule 7A of the Act',
  asAmended: '',
  confidential: 'Section 50A(2) of the Local Government (Scotland) Act 1973',
  publicInterestTest: undefined,
  descriptions: [
    described(
      1,
      'information relating to a particular employee or office holder of the authority',
      'An employee or office holder, former or future',
    ),
    described(
      2,
      'information relating to a particular occupier of, or applicant for, accommodation provided by the authority',
      'An occupier of the council’s accommodation',
    ),
    described(
      3,
      'information relating to a particular applicant for, or recipient of, a service provided by the authority',
      'Somebody who asks for or gets a service',
    ),
    described(
      4,
      'information relating to a particular applicant for, or recipient of, financial assistance provided by the authority',
      'Somebody who asks for or gets financial assistance',
    ),
    described(
      5,
      'information relating to the adoption, care, fostering or education of a particular child, or to an order about a child',
      'A particular child',
    ),
    described(
      6,
      'information relating to the financial or business affairs of any particular person other than the authority',
      'Financial or business affairs of a person, not the council',
    ),
    described(
      7,
      'information relating to anything done in respect of a particular person for the purposes of section 27(1) of the Social Work (Scotland) Act 1968',
      'Reports on and supervision of a person',
    ),
    described(
      8,
      'the amount of expenditure proposed under a particular contract for property, goods or services',
      'Proposed expenditure under a contract',
    ),
    described(
      9,
      'terms proposed in the course of negotiations for a contract for property, goods or services',
      'Terms in negotiations for a contract',
    ),
    described(
      10,
      'the identity of the authority as the person offering a particular tender',
      'Who offers a tender',
    ),
    described(
      11,
      'information relating to consultations or negotiations in connection with a labour relations matter',
      'Labour relations: consultations or negotiations',
    ),
    described(
      12,
      'instructions to counsel, opinions of counsel, or advice received in connection with legal proceedings',
      'Counsel’s opinion, advice on legal proceedings',
    ),
    described(
      13,
      'information which would reveal that the authority proposes to give a notice, or to make an order or direction, under an enactment',
      'A proposed notice, order or direction',
    ),
    described(
      14,
      'action in connection with the prevention, investigation or prosecution of crime',
      'Prevention, investigation or prosecution of crime',
    ),
    described(15, 'the identity of a protected informant', 'A protected informant'),
  ],
}

/** By which law each nation excludes the public from a meeting. */
export const exclusionLaws: Readonly<Record<Nation, ExclusionLaw>> = { england, wales, scotland }

export function describedAs(nation: Nation, paragraph: string): ExemptDescription | undefined {
  return exclusionLaws[nation].descriptions.find((one) => one.paragraph === paragraph)
}
