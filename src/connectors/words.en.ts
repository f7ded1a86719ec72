import { clockTime, longDate } from '../calendar/words.en.ts'
import { joinMrkdwn, link, type Mrkdwn, mrkdwn } from '../slack/mrkdwn.ts'
import { isRoom } from './rules.ts'
import type { AskedModel, ProposalsModel, TroubleModel } from './views.ts'

type Site = Pick<ProposalsModel, 'date' | 'startTime' | 'typedTime' | 'siteName' | 'committeeName'>

/** "Wednesday 20 January 2027, 10 am"; where the time cannot be read, as the council typed it. */
function when({ date, startTime, typedTime }: Pick<Site, 'date' | 'startTime' | 'typedTime'>): string {
  if (startTime !== undefined) return `${longDate(date)}, ${clockTime(startTime)}`
  return typedTime === '' ? longDate(date) : `${longDate(date)}, “${typedTime}”`
}

/** Slack links longer than this are no links any more. */
const LONGEST_LINK = 500

function linked(address: string, text: string): Mrkdwn {
  // A second bar would be read as the one before the words.
  return address.length > LONGEST_LINK ? mrkdwn`${text}` : link(address, text.replaceAll('|', '¦'))
}

function paperName({ paper }: AskedModel): Mrkdwn {
  if (!paper) return mrkdwn`A paper`
  const title = linked(paper.address, paper.title === '' ? 'a paper' : paper.title)
  return paper.item === '' ? title : mrkdwn`${title} (item ${paper.item})`
}

/** What each kind of proposal is called in a line. */
function briefly(asked: AskedModel): Mrkdwn {
  switch (asked.kind) {
    case 'meeting':
      return mrkdwn`The meeting`
    case 'pack':
      return mrkdwn`The agenda pack`
    case 'supplement':
      return paperName(asked)
    case 'cancelled':
      return asked.what === 'postponed' ? mrkdwn`The postponement` : mrkdwn`The cancellation`
    case 'restored':
      return mrkdwn`That it takes place after all`
    case 'moved':
      return isRoom(asked.what) ? mrkdwn`The room` : mrkdwn`The day and time`
  }
}

/** What messages about a council's Modern.Gov site say. */
export const words = {
  heading: (model: ProposalsModel): Mrkdwn =>
    mrkdwn`:mag: *${model.committeeName}, ${when(model)}* on the council’s site`,
  details: (model: ProposalsModel): Mrkdwn => {
    const parts = [
      ...(model.venue === '' ? [] : [mrkdwn`${model.venue}`]),
      ...(/^(?:|confirmed)$/i.test(model.status) ? [] : [mrkdwn`Status there: ${model.status}`]),
      linked(model.page, `Open it on ${model.siteName}`),
      ...(model.restricted === 0
        ? []
        : [
            model.restricted === 1
              ? mrkdwn`1 paper is restricted: Scrutineer does not look at it`
              : mrkdwn`${model.restricted} papers are restricted: Scrutineer does not look at them`,
          ]),
    ]
    return joinMrkdwn(parts, ' · ')
  },
  asked: (model: ProposalsModel, asked: AskedModel): Mrkdwn => {
    switch (asked.kind) {
      case 'meeting':
        return mrkdwn`*A meeting that is not in Scrutineer yet.* Schedule it, and members can send apologies for it. Nobody is told.`
      case 'pack':
        return asked.byItself === 'left'
          ? mrkdwn`*The agenda pack is there.* Packs of this committee are published by themselves when nothing is left to look at; something in this one needs a clerk’s eye.`
          : mrkdwn`*The agenda pack is there.* I can read it for you to check and publish.`
      case 'supplement':
        return mrkdwn`*A further paper has appeared:* ${briefly(asked)}. I can read it for you to check.`
      case 'cancelled':
        return asked.what === 'postponed'
          ? mrkdwn`*The site says that this meeting is postponed.* In Scrutineer it still takes place.`
          : mrkdwn`*The site says that this meeting is cancelled.* In Scrutineer it still takes place.`
      case 'restored':
        return mrkdwn`*The site says that this meeting takes place after all.* In Scrutineer it does not.`
      case 'moved': {
        const here = model.here
        if (isRoom(asked.what))
          return mrkdwn`*The site has another room:* ${model.venue}. In Scrutineer it is ${here?.venue || 'not given'}.`
        const was = here ? `${longDate(here.date)}, ${clockTime(here.startTime)}` : 'another day'
        return mrkdwn`*The site has another day or time:* ${when(model)}. In Scrutineer it is ${was}.`
      }
    }
  },
  nothingOpen: (model: ProposalsModel): Mrkdwn =>
    mrkdwn`${model.committeeName}, ${when(model)}: nothing more to decide`,
  settled: (asked: AskedModel): Mrkdwn => {
    const what = briefly(asked)
    const at = asked.at === undefined ? mrkdwn`` : mrkdwn`, ${asked.at}`
    if (asked.byItself === 'published')
      return mrkdwn`:white_check_mark: ${what}: published by itself, as is set for this committee${at}. Nothing in it was in doubt.`
    if (asked.state === 'dismissed')
      return asked.by === undefined
        ? mrkdwn`${what}: not needed any more${at}.`
        : mrkdwn`${what}: ${asked.by} said it is not needed${at}.`
    return asked.by === undefined
      ? mrkdwn`:white_check_mark: ${what}: done${at}.`
      : mrkdwn`:white_check_mark: ${what}: ${asked.by} took it${at}.`
  },
  earlier: (count: number): Mrkdwn =>
    mrkdwn`${count} earlier ${count === 1 ? 'answer' : 'answers'}, and then:`,
  together: (lines: readonly Mrkdwn[]): Mrkdwn => joinMrkdwn(lines),
  more: (count: number, model: ProposalsModel): Mrkdwn =>
    mrkdwn`${count} more ${count === 1 ? 'is' : 'are'} on ${linked(model.page, 'the meeting’s page')}; they follow here as you answer these.`,
  news: (model: ProposalsModel, open: number): Mrkdwn =>
    mrkdwn`:mag: There is news on the council’s site about *${model.committeeName}, ${when(model)}*. ${
      open === 1 ? 'One question waits' : `${open} questions wait`
    } for a clerk in the message above about this meeting.`,
  take: {
    meeting: 'Schedule it',
    pack: 'Read and check it',
    supplement: 'Read and check it',
    cancelled: 'Change it here too',
    restored: 'Change it here too',
    moved: 'Change it here too',
  },
  dismiss: {
    meeting: 'Not needed',
    pack: 'Not needed',
    supplement: 'Not needed',
    cancelled: 'Leave it as it is',
    restored: 'Leave it as it is',
    moved: 'Leave it as it is',
  },
  scheduled: (date: string, startTime: string): Mrkdwn =>
    mrkdwn`Scheduled for ${longDate(date)}, ${clockTime(startTime)}. When the pack is published, every member is told.`,
  reading: (): Mrkdwn =>
    mrkdwn`I am reading it. I tell you in our direct message when you can check it; nothing is published before.`,
  refusals: {
    notKnown: (): Mrkdwn =>
      mrkdwn`That is not known any more, so there is nothing to decide. If the paper is still wanted, give its address to \`/pack\`.`,
    notAClerk: (committee: string, clerks: readonly string[]): Mrkdwn =>
      clerks.length === 0
        ? mrkdwn`Only a clerk of ${committee} may decide this, and it has none yet. Ask your administrator.`
        : mrkdwn`Only a clerk of ${committee} may decide this: ${clerks.join(' or ')}.`,
    alreadySettled: (by: string | undefined): Mrkdwn =>
      by === undefined
        ? mrkdwn`That is settled already. Nothing more needs doing.`
        : mrkdwn`${by} has settled that already. Nothing more needs doing.`,
    timeUnknown: (time: string): Mrkdwn =>
      time === ''
        ? mrkdwn`The site gives no time for this meeting, so I cannot schedule it. When the pack is out, publish it with \`/pack\`: that makes the meeting.`
        : mrkdwn`I do not understand the time on the site, “${time}”, so I cannot schedule it. Have it written as “10.00 am” there, or publish the pack with \`/pack\`: that makes the meeting.`,
    isOver: (): Mrkdwn => mrkdwn`That meeting has begun or is over, so it is not scheduled any more.`,
    anotherThatDay: (date: string): Mrkdwn =>
      mrkdwn`The committee meets on ${longDate(date)} already, and a committee meets once a day here. If the site is right, change that meeting.`,
    standsInTheWay: (meeting: string): Mrkdwn =>
      mrkdwn`The meeting of ${meeting} stands in the way: it was cancelled, put off or moved. Say first what becomes of it; then press the button again.`,
  },
  trouble: ({
    committeeName,
    siteName,
    code,
    figure,
    page,
  }: TroubleModel): { readonly what: Mrkdwn; readonly tryThis: Mrkdwn } => {
    const what = mrkdwn`*I cannot look at ${committeeName} on ${siteName}* for new meetings and papers: ${
      reasons[code] ?? reasons['fault'] ?? ''
    }${figure !== undefined && code !== 'too-slow' ? ` (“${figure}”)` : ''}.`
    const meanwhile = mrkdwn`Until then, look at ${linked(page, 'the committee’s page')} yourself and give packs to me with \`/pack\`. I go on trying, and say nothing more about it.`
    return { what, tryThis: mrkdwn`${mends[code] ?? mends['fault'] ?? ''} ${meanwhile}` }
  },
  mended: ({ committeeName, siteName }: TroubleModel, at: string): Mrkdwn =>
    mrkdwn`:white_check_mark: I could not look at ${committeeName} on ${siteName} for a while. It works again since ${at}.`,
  reference: (reference: string): Mrkdwn => mrkdwn`Reference ${reference}`,
}
export type ConnectorWords = typeof words

/** Why a site cannot be looked at, in the middle of a sentence. */
const reasons: Readonly<Record<string, string>> = {
  'refuses-programs': 'it lets only browsers in, and no programs',
  'not-found': 'there is nothing at that address',
  'site-failed': 'it answers with an error',
  busy: 'it is too busy to answer',
  'too-slow': 'it does not answer in time',
  unreachable: 'it cannot be reached',
  certificate: 'it cannot prove that it is the council’s site, because its certificate is not in order',
  'broke-off': 'it breaks off in the middle of its answers',
  'too-large': 'its answer is far too long',
  'too-many-redirects': 'it leads from one page to the next without end',
  'not-public': 'its address leads into a private network',
  'not-modern-gov': 'what it answers is no list of a committee’s meetings',
  fault: 'something went wrong in Scrutineer itself',
}

/** What a clerk can do about it. */
const mends: Readonly<Record<string, string>> = {
  'refuses-programs':
    'Ask whoever runs the site to let Scrutineer in: your administrator can tell them its name and address.',
  'not-found':
    'Open the committee’s page in a browser. If it has moved, have your administrator watch the new address.',
  'site-failed': 'Tell whoever runs the site if it lasts.',
  busy: 'It mostly passes by itself.',
  'too-slow': 'It mostly passes by itself.',
  unreachable:
    'It mostly passes by itself. If the site has moved, have your administrator watch the new address.',
  certificate: 'Tell whoever runs the site.',
  'broke-off': 'It mostly passes by itself.',
  'too-large': 'Tell your administrator the reference below.',
  'too-many-redirects':
    'Have your administrator watch the address at which the committee’s page opens in a browser.',
  'not-public':
    'If the council’s own web server stands there, your administrator can allow it with ALLOW_PRIVATE_ADDRESSES.',
  'not-modern-gov':
    'Open the committee’s page in a browser. If it shows an error, it mostly passes; if the site has moved, have your administrator watch the new address.',
  fault: 'Tell your administrator the reference below.',
}
