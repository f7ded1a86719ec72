import type { FileFault, FileProblem } from './file-problems.ts'

/** "Line 7, column email: “jo.ward” is not an e-mail address. Write it like …" */
export function fileProblem({ line, column, fault }: FileProblem): string {
  const { wrong, mend } = faultSaid(fault)
  return `Line ${line}${column ? `, column ${column}` : ''}: ${wrong}. ${mend}`
}

function faultSaid(fault: FileFault): { wrong: string; mend: string } {
  switch (fault.code) {
    case 'too-big':
      return {
        wrong: `the file has ${kilobytes(fault.bytes)}, and no committee needs more than ${kilobytes(fault.most)}`,
        mend: 'Save one committee in a file of its own, as CSV.',
      }
    case 'workbook':
      return {
        wrong: 'this is not a text file; it may be an Excel workbook',
        mend: 'In Excel choose File, Save As, “CSV UTF-8 (Comma delimited)”.',
      }
    case 'empty-file':
      return {
        wrong: 'the file is empty',
        mend: 'Begin with a row of column names, then a row for each person.',
      }
    case 'no-people':
      return { wrong: 'there are column names but no people', mend: 'Add a row for each person.' }
    case 'no-seats':
      return {
        wrong: 'nobody in the file sits on the committee',
        mend: 'Add its chair and members; clerks and officers hold no seat.',
      }
    case 'too-many-rows':
      return {
        wrong: `the file has more than ${fault.most} people`,
        mend: 'Save each committee in a file of its own.',
      }
    case 'not-csv':
      return {
        wrong: `the file cannot be read as CSV (${fault.said})`,
        mend: 'Look for a quotation mark that is opened and not closed, or save it again as CSV.',
      }
    case 'column-missing':
      return { wrong: 'this column is missing', mend: 'Add it to the first row, and its values below.' }
    case 'column-unknown':
      return {
        wrong: `there is no column called “${fault.said}”`,
        mend: fault.meant ? `Did you mean “${fault.meant}”?` : 'Delete it, or see the guide for the columns.',
      }
    case 'column-twice':
      return { wrong: 'this column stands twice', mend: 'Delete one of the two.' }
    case 'too-many-cells':
      return {
        wrong: `this row has ${fault.cells} values for ${fault.columns} columns`,
        mend: 'A value that holds a comma must stand in quotation marks.',
      }
    case 'missing':
      return { wrong: 'a value is missing', mend: 'Fill it in.' }
    case 'too-long':
      return {
        wrong: `this has ${fault.length} characters`,
        mend: `Shorten it to ${fault.most} at most.`,
      }
    case 'not-one-of':
      return {
        wrong: `“${fault.said}” is not known here`,
        mend: `Write one of: ${fault.allowed.join(', ')}.`,
      }
    case 'not-a-quorum':
      return {
        wrong: `“${fault.said}” is not a quorum`,
        mend: `Write a whole number from 1 to ${fault.most}, or leave it empty.`,
      }
    case 'not-an-email':
      return {
        wrong: `“${fault.said}” is not an e-mail address`,
        mend: 'Write it like jo.ward@council.gov.uk, or leave it empty for somebody without Slack.',
      }
    case 'not-a-channel':
      return {
        wrong: `“${fault.said}” is not the name of a Slack channel`,
        mend: 'Write it as Slack shows it, such as health-scrutiny: no spaces or full stops, 80 characters at most.',
      }
    case 'same-channel':
      return {
        wrong: `#${fault.channel} is the committee’s channel too`,
        mend: 'Name a channel of the clerks alone: who is away, and why, is not for everybody.',
      }
    case 'contradicts':
      return {
        wrong: `“${fault.said}” contradicts “${fault.first}” in line ${fault.firstLine}`,
        mend: 'A file holds one committee: make them the same, or leave this one empty.',
      }
    case 'group-without-councillor':
      return {
        wrong: `a ${fault.role} belongs to no political group here`,
        mend: 'Leave it empty: groups are for councillors.',
      }
    case 'voting-without-seat':
      return { wrong: `a ${fault.role} has no vote`, mend: 'Leave it empty, or write “never”.' }
    case 'second-chair':
      return {
        wrong: `line ${fault.firstLine} has a chair already`,
        mend: 'A committee has one chair: make the other a member or vice-chair.',
      }
    case 'email-twice':
      return {
        wrong: `${fault.email} stands in line ${fault.firstLine} too`,
        mend: 'Give each person their own address, and one row.',
      }
    case 'person-twice':
      return {
        wrong: `${fault.name} stands in line ${fault.firstLine} too`,
        mend: 'Delete one of the rows. If they are two people, give both their e-mail addresses.',
      }
    case 'name-of-several':
      return {
        wrong: `several people of the council are called ${fault.name}`,
        mend: 'Give the e-mail address, so that the right one is meant.',
      }
    case 'slack-account-twice':
      return {
        wrong: `this address leads to the same Slack account as line ${fault.firstLine}`,
        mend: 'Give each person the address of their own account.',
      }
    case 'slack-account-of-another':
      return {
        wrong: `this address leads to the Slack account of ${fault.owner}, whom Scrutineer knows by another address`,
        mend: `If they are the same person, write the name as ${fault.owner} has it; otherwise correct the address.`,
      }
  }
}

function kilobytes(bytes: number): string {
  return `${Math.ceil(bytes / 1024)} KB`
}
