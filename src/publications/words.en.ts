import type { Temporal } from 'temporal-polyfill'
import { longDate, stamp } from '../calendar/words.en.ts'
import { words as meetingWords } from '../meetings/words.en.ts'
import { channelLink, mrkdwn } from '../slack/mrkdwn.ts'
import { exclusionWords } from './exclusion-words.en.ts'
import type { ItemLineProblem } from './item-lines.ts'
import type { PlaceRead, ReadField } from './pack-reading.ts'

/** What a clerk checks, as the form names it. */
const fieldNames: Readonly<Record<ReadField, string>> = {
  committee: 'Committee',
  date: 'Date of the meeting',
  time: 'Start',
  venue: 'Place',
  chair: 'Chair',
  viceChair: 'Vice Chair',
  members: 'Members',
  items: 'Agenda items',
}

/** Everything a person reads while giving, checking and publishing a pack. */
export const words = {
  close: 'Close',
  cancel: 'Cancel',

  start: {
    title: 'Publish a pack',
    submit: 'Read it',
    intro: () =>
      mrkdwn`Give me the agenda pack and I will read the committee, the date and the items from it. You check what I have read before anything is posted.`,
    file: 'The pack as a file',
    fileHint:
      'PDF, Word, web page or plain text, up to 10 MB. Use the public copy: nothing exempt or confidential.',
    address: 'Or its public web address',
    addressHint:
      'For larger packs, and so that members can open it: https://… The address of the meeting on a Modern.Gov site will do.',
    typeIt: () =>
      mrkdwn`Leave both empty to type the details yourself: the agenda starts with the committee’s standing items, what its work programme has put down for the meeting, and the reports that were asked for.`,
    oneOnly: 'Choose a file or give an address, not both. You can add the public address in the next step.',
    badAddress: 'This is not a public web address. It starts with https:// or http:// and holds no password.',
    help: () =>
      mrkdwn`*/pack* publishes an agenda pack: choose the file or give its address, check what was read, press *Publish*. The committee’s channel gets one card and each member one direct message. You can also drop the file on me in our direct messages. A *supplement* to papers that are out already is given the same way.`,
  },

  reading: {
    title: 'Reading the pack',
    text: () => mrkdwn`:hourglass: Reading the pack … This takes a few seconds; a long pack takes longer.`,
    later: () =>
      mrkdwn`I could not read the pack just now. I try again by myself and send you a message, so there is no need to give it again.`,
    meanwhile: () => mrkdwn`You may close this: I will send you a message when I have read it.`,
  },

  review: {
    title: 'Check and publish',
    submit: 'Publish',
    read: (name: string, pages: number) =>
      mrkdwn`I have read *${name}* (${pages} page${pages === 1 ? '' : 's'}). Please check each field: what you publish is what members see.`,
    typed: () => mrkdwn`Type the details of the meeting. Nothing was read from a file.`,
    started: (items: number) =>
      mrkdwn`Type the details of the meeting. The agenda is started with ${items === 1 ? 'the one item' : `the ${items} items`} known so far: the committee’s standing items, what its work programme has put down for the meeting, and the reports that were asked for (*/meeting*, *Reports…*). Change them as you like.`,
    couldNotRead: (problem: string) =>
      mrkdwn`:warning: *I could not read this pack.* ${problem}\n\nYou can publish all the same: type the details below, and give the public address of the pack so that members can open it.`,
    readAt: (from: PlaceRead, to: PlaceRead) => `Read ${placeInWords(from, to)}.`,
    readAtBrief: (from: PlaceRead, to: PlaceRead) => mrkdwn`(read ${placeInWords(from, to)})`,
    doubt: (field: ReadField, doubt: string, at: PlaceRead) =>
      mrkdwn`:warning: *${fieldNames[field]}:* ${doubt} (${placeInWords(at, at)}) Please check it before you publish.`,
    moreDoubts: (more: number) => mrkdwn`… and ${more} more that I am not sure of.`,
    /** For what is no agenda. */
    isOut: () => mrkdwn`Are the papers of this meeting out already?`,
    addsToThem: 'This adds to papers already published',
    publishedAlready: (byName: string, at: Temporal.Instant, timeZone: string) =>
      `${byName === '' ? 'Somebody' : byName} published the pack of this meeting at ${stamp(at, timeZone)}. Nothing was posted twice. If yours adds to it, press “${words.review.addsToThem}” at the top of this form.`,
    committee: fieldNames.committee,
    committeePlaceholder: 'Choose the committee',
    committeeUnknown: (name: string) =>
      mrkdwn`:warning: The paper says *${name}*, which is not a committee that you clerk. Choose the right one.`,
    date: fieldNames.date,
    time: fieldNames.time,
    venue: fieldNames.venue,
    items: (from: number, to: number, all: boolean) =>
      all ? fieldNames.items : `${fieldNames.items}, part ${from} of ${to}`,
    itemsHint:
      'One item a line: 5. Work Programme (pages 29-30). For an item from which the public is excluded put [closed], or [closed 3] with its paragraph of the Schedule: 7. [closed 3]. Its title is neither shown nor kept. Put [to follow] after one whose report is not ready, (lead: Jo Smith, Director) for who leads it, and https://… for the address of its report alone.',
    itemsPlaceholder: '1. Apologies\n2. Declarations of Interest\n3. Minutes (pages 1-6)',
    publicAddress: 'Public address of the pack',
    publicAddressHint: 'Members open the papers there. Leave empty if it is not online yet.',
    addressTooLong: (limit: number) => `This address is longer than ${limit} characters. Give a shorter one.`,
    shareFile: 'The PDF itself',
    shareFileTick: 'Put it under the card, too',
    shareFileDescription: 'Everybody in the channel can open it in Slack; it cannot be taken back',
    fileNotPublic:
      'This file cannot go into the channel: an item is closed to the public, or the file is no open PDF given in Slack. Take the tick away; give its public address instead.',
    chairs: (chair: string, viceChair: string) =>
      viceChair === ''
        ? mrkdwn`Chair on the paper: *${chair}*`
        : mrkdwn`Chair on the paper: *${chair}*, Vice Chair: *${viceChair}*`,
    members: (names: readonly string[]) =>
      mrkdwn`Members on the paper (${names.length}): ${names.join(', ')}`,
    noMembers: () => mrkdwn`The paper lists no members.`,
    membersAgree: () => mrkdwn`:white_check_mark: The members on the paper are those of the committee.`,
    onlyOnPaper: (names: readonly string[]) =>
      mrkdwn`:warning: On the paper but not on the committee here: ${names.join(', ')}. They get no message.`,
    onlyInSeats: (names: readonly string[]) =>
      mrkdwn`:warning: On the committee here but not on the paper: ${names.join(', ')}. They get a message.`,
    alsoHolds: (kinds: readonly string[]) =>
      mrkdwn`The file also holds: ${kinds.map((kind) => documentKinds[kind] ?? kind).join(', ')}.`,
    marks: (count: number, shown: readonly string[]) =>
      mrkdwn`:no_entry: *This file shows ${count} mark${count === 1 ? '' : 's'} of exempt or confidential matter:*\n${shown.map((text) => `• ${text}`).join('\n')}`,
    moreMarks: (more: number) => mrkdwn`… and ${more} more in the file.`,
    weakMarks: (shown: readonly string[]) =>
      mrkdwn`The agenda speaks of a possible exclusion of press and public:\n${shown.map((text) => `• ${text}`).join('\n')}`,
    mark: (page: number, text: string) => `page ${page}: “${text}”`,
    publicCopy: 'Is this the public copy?',
    publicCopyTick: 'I have checked: this is the public copy',
    publicCopyDescription: 'Nothing exempt or confidential is in it, titles included',
    confirmPublicCopy: (marks: number) =>
      `Please confirm that this is the public copy: the file shows ${marks} mark${marks === 1 ? '' : 's'} of exempt matter. The restricted copy is never posted: publish the public one, then tell those entitled by “Closed items” in your list.`,
    restrictedAddress:
      'This is the address of a restricted paper, and the card would show it to everybody in the channel. Give the address of the public copy, or leave this empty.',
    meetingOver: (date: string) => `A meeting on ${longDate(date)} would be over already. Is the year right?`,
    noItems: 'An agenda has at least one item. Type one item a line.',
    openedDate: 'Papers open to inspection since',
    openedTime: 'At',
    openedHint:
      'At the council’s offices. The law counts its clear days from here, not from when you press Publish.',
    onlineDate: 'On the web site since',
    onlineTime: 'Web site at',
    onlineHint: 'Only if that was at another time.',
    convenedOn: 'Meeting convened at short notice on',
    convenedHint:
      'Only if the meeting itself was called at less than the usual notice. Leave it empty for a late agenda.',
    bothOrNeither: 'Give the date and the time, or neither.',
    openedAfterStart: 'Papers cannot be opened only after the meeting has begun.',
    convenedAfterStart: 'A meeting is convened before it takes place.',
    missing: 'Please fill this in.',
    badTime: 'Give the time as hours and minutes, such as 10:00.',
    itemProblem: (problem: ItemLineProblem) => `Line ${problem.line}: ${itemProblem(problem)}`,
  },

  published: {
    title: 'Published',
    done: (committee: string, date: string, startTime: string) =>
      mrkdwn`:white_check_mark: *Published:* ${meetingWords.meeting({ committeeName: committee, date, startTime })}`,
    channel: (channelId: string) => mrkdwn`The card goes to ${channelLink(channelId)}.`,
    noChannel: () => mrkdwn`:warning: This committee has no Slack channel, so there is no card.`,
    file: () => mrkdwn`The PDF goes under it, as a reply.`,
    noAddress: (isShared: boolean) =>
      isShared
        ? mrkdwn`:warning: You gave no public address: members find the papers under the card alone.`
        : mrkdwn`:warning: You gave no public address, so members cannot open the papers from Slack: they are told to ask you.`,
    told: (members: number) =>
      mrkdwn`${members} member${members === 1 ? ' gets' : 's get'} a direct message.`,
    withoutSlack: (people: number) =>
      mrkdwn`:envelope: ${people} ${people === 1 ? 'person is' : 'people are'} not on Slack: the list in your clerks’ channel names them, with text for an e-mail.`,
  },

  you: 'You',

  refusals: {
    title: 'Not published',
    notAClerk: () =>
      mrkdwn`Only clerks publish packs, and you are not the clerk of a committee here. If that is wrong, ask your administrator to import you as clerk.`,
    notAClerkOf: (committee: string, clerks: readonly string[]) =>
      clerks.length === 0
        ? mrkdwn`Only a clerk of *${committee}* can publish its packs, and it has none here.`
        : mrkdwn`Only a clerk of *${committee}* can publish its packs. Ask ${clerks.join(' or ')}.`,
    askAClerk: (clerks: readonly string[]) =>
      clerks.length === 0
        ? words.refusals.notAClerk()
        : mrkdwn`Only clerks publish packs. The clerk${clerks.length === 1 ? ' is' : 's are'} ${clerks.join(', ')}.`,
    alreadyPublished: (byName: string, at: Temporal.Instant, timeZone: string) =>
      mrkdwn`${byName === '' ? 'Somebody' : byName} published the pack of this meeting at ${stamp(at, timeZone)}. Nothing was posted twice.`,
    changedMeanwhile: () =>
      mrkdwn`This pack was changed or discarded while you looked at it, so nothing was published. Start again with */pack*.`,
  },

  dropped: {
    /** In the place of a file's name that is not repeated. */
    unnamed: 'the paper that you gave me',
    reading: (name: string) => mrkdwn`:hourglass: Reading *${name}* …`,
    ready: (name: string) => mrkdwn`:page_facing_up: I have read *${name}*. Check it, then publish it.`,
    readySupplement: (name: string) =>
      mrkdwn`:page_facing_up: I have read *${name}*: a supplement to papers that are published already. Check it, then publish it.`,
    unreadable: (name: string, problem: string) =>
      mrkdwn`:warning: I could not read the pack *${name}*.\n${problem}`,
    published: (name: string) => mrkdwn`:white_check_mark: *${name}* is published.`,
    discarded: (name: string) => mrkdwn`*${name}* was discarded. Nothing was posted.`,
    withdrawn: (name: string) =>
      mrkdwn`:leftwards_arrow_with_hook: *${name}* was published and withdrawn. To publish it again, give it to me again.`,
    check: 'Check and publish',
    typeIt: 'Type the details',
    discard: 'Discard',
    summary: (committee: string, when: string, items: number) =>
      mrkdwn`${committee}\n${when} · ${items} item${items === 1 ? '' : 's'}`,
    doubtful: (fields: readonly ReadField[]) =>
      mrkdwn`:warning: I am not sure of: ${fields.map((field) => fieldNames[field]).join(', ')}. The form says why.`,
    isPublished: () => mrkdwn`This pack is published already. Nothing was posted twice.`,
    isDiscarded: () => mrkdwn`This pack was discarded. Start again with */pack*.`,
    stillReading: () => mrkdwn`I am still reading this pack. Please try again in a moment.`,
    notYours: () => mrkdwn`Another clerk gave me this pack. Only they can discard it.`,
  },

  email: {
    title: 'Text for an e-mail',
    intro: (names: readonly string[]) =>
      mrkdwn`Not on Slack: ${names.join(', ')}. Copy this into an e-mail; when they answer, use *Answer for a member* in the clerks’ list.`,
    closedItem: exclusionWords.closedItem,
    subject: (meeting: string) => `Agenda: ${meeting}`,
    body: (facts: {
      meeting: string
      venue: string
      items: readonly string[]
      address: string
      supplements: readonly { readonly name: string; readonly address: string }[]
    }) =>
      [
        'Dear colleague,',
        '',
        `The agenda for ${facts.meeting}${facts.venue === '' ? '' : ` (${facts.venue})`} has been published.`,
        ...(facts.address === '' ? [] : ['', `The papers are at ${facts.address}`]),
        ...facts.supplements.map(({ name, address }) =>
          address === '' ? `${name} is not online yet: please ask me for it.` : `${name} is at ${address}`,
        ),
        '',
        ...facts.items,
        '',
        'Please let me know whether you will be there.',
      ].join('\n'),
    text: 'The text',
    none: () => mrkdwn`Everybody on this committee is on Slack.`,
  },

  file: {
    gone: (name: string) =>
      `The file ${name} is not there any more, or Scrutineer may not open it. Please give it again.`,
    tooLarge: (name: string, megabytes: number, limit: number) =>
      `${name} has ${megabytes} MB; Scrutineer reads up to ${limit} MB. Give its public address so that members can open it, and type the details.`,
    notReadAtAll: 'I tried several times and could not fetch or read it. Please give the pack again later.',
    elsewhere: (name: string) =>
      `${name} lies in another storage service and is only linked in Slack. Save it, and give the file itself.`,
    notDelivered: (name: string) => `Slack did not deliver ${name} in time. Please give it again.`,
    notReadable: (name: string) =>
      `Slack did not hand over ${name}. Ask your administrator whether Scrutineer still has the permission “files:read”, and try again.`,
  },
}
export type PublicationWords = typeof words

const documentKinds: Readonly<Record<string, string>> = {
  agenda: 'an agenda',
  minutes: 'minutes',
  report: 'a report',
  supplement: 'a supplement',
  decisions: 'decisions',
  tracker: 'a tracker',
  'work-programme': 'a work programme',
  'agenda+minutes': 'an agenda with minutes',
}

function itemProblem(problem: ItemLineProblem): string {
  if (problem.code === 'no-title') return 'this item has a number but no title.'
  if (problem.code === 'pages-backwards') return `pages ${problem.from}-${problem.to} run backwards.`
  return `this title is longer than ${problem.limit} characters.`
}

/** "on page 1, line 5", "on page 1, lines 5 to 9", "from page 1, line 5, to page 2, line 3" */
function placeInWords(from: PlaceRead, to: PlaceRead): string {
  if (from.page !== to.page)
    return `from page ${from.page}, line ${from.line}, to page ${to.page}, line ${to.line}`
  if (from.line === to.line) return `on page ${from.page}, line ${from.line}`
  return `on page ${from.page}, lines ${from.line} to ${to.line}`
}
