import type { messageKinds } from '../meetings/messages.ts'
import { channelLink, type Mrkdwn, mrkdwn } from '../slack/mrkdwn.ts'

/** Whom a message in trouble was for. */
export type Addressee = { readonly channelId: string } | { readonly name: string }

/** What the words need to name a message. */
export interface NamedMessage {
  readonly kind: string
  readonly to: Addressee
  /** "Health Scrutiny Committee, Wednesday 20 September 2017, 10 am", when it is about a meeting. */
  readonly about: string | undefined
}

/** How a trouble ended, and when. */
export interface Settled {
  readonly how: 'sentAgain' | 'arrived' | 'recognised' | 'sentSince' | 'dropped' | 'followed'
  readonly by: string | undefined
  readonly at: string
}

const administrator = 'Tell your administrator'

/** Every message about a meeting or a pack has a name, by which a clerk knows what is in trouble. */
const ofMeetings: Readonly<Record<(typeof messageKinds)[keyof typeof messageKinds], string>> = {
  'pack-card': 'The pack card',
  'pack-file': 'The PDF under the pack card',
  member: 'The message about the meeting',
  clerks: 'The list of answers',
  'meeting-change': 'The line about a change of the meeting',
  supplement: 'The reply about a supplement',
  'supplement-line': 'The line about a supplement',
  restricted: 'The message about a restricted paper',
  substitution: 'The question to a substitute',
  'substitution-line': 'The line about a substitute',
  'report-duties': 'The message about what is due before a pack',
  'report-line': 'The line about what is due before a pack',
  reminders: 'The reminder of what is due',
  'report-list': 'The list of reports',
  'report-late': 'The line about a late report',
  control: 'The control of the meeting',
  ballot: 'The question how to vote',
  'vote-result': 'The result of a vote',
  'disclosure-told': 'The message about what the Monitoring Officer must be told',
  'minutes-draft': 'The message that the draft minutes can be read',
  'minutes-check': 'The question whether the minutes have the attendance right',
  'minutes-comments': 'The list of comments on the draft minutes',
  tracked: 'The message about what the tracker took over',
  'programme-proposal': 'The line about a proposal for the work programme',
  'programme-overdue': 'The line about a proposal that is not decided',
  'programme-decided': 'The message how a proposal for the work programme was decided',
  'call-in': 'The card about a decision that can be called in',
  'call-in-clerks': 'The message about who asks for a call-in',
  'call-in-made': 'The line that a decision is called in',
  'pack-reading': 'The message about a pack that was read',
  countdown: 'The reminder to publish',
  'quorum-change': 'The line about the quorum',
  'quorum-forecast': 'The forecast of the quorum',
  'six-months': 'The message about six months without attendance',
  'owner-wish': 'The message that an owner asks for more time or hands on',
  'owner-wish-decided': 'The message how an owner’s wish was decided',
  'owner-given': 'The message that something is owed by somebody else now',
  'answer-clearance': 'The answer that waits for clearance',
  'answer-back': 'The message that an answer was sent back',
  answer: 'The line about an answer',
  'my-question': 'The message how a member’s question stands',
  'tracker-owed': 'The message about what is owed to the committee',
  hello: 'An answer',
}

const kinds: Readonly<Record<string, string>> = {
  ...ofMeetings,
  'site-proposals': 'The message about a meeting on the council’s site',
  'site-news': 'The line about news on the council’s site',
  'site-trouble': 'The message about a site that cannot be looked at',
}

/** What to do about a refusal, by Slack's code or our own. `undefined`: nothing better than the general advice. */
function mendOf(code: string, to: Mrkdwn): Mrkdwn | undefined {
  switch (code) {
    case 'not_in_channel':
    case 'channel_not_found':
      return mrkdwn`Scrutineer is not in ${to}. Open that channel, type \`/invite @Scrutineer\`, then press the button below.`
    case 'is_archived':
    case 'is_inactive':
      return mrkdwn`${to} is archived. Have it unarchived, then press the button below; or ask your administrator to choose another channel.`
    case 'user_disabled':
    case 'user_not_found':
    case 'user_not_visible':
    case 'cannot_dm_bot':
      return mrkdwn`Slack does not reach this person: their account is switched off, or hidden from Scrutineer. Tell them by e-mail; if their account comes back, press the button below.`
    case 'messages_tab_disabled':
      return mrkdwn`Scrutineer may not write direct messages, because its Messages tab is switched off. ${administrator}: App Home, “Messages Tab”.`
    case 'invalid_auth':
    case 'not_authed':
    case 'account_inactive':
    case 'token_revoked':
    case 'token_expired':
    case 'no_permission':
    case 'missing_scope':
    case 'no-client':
    case 'app_access_restricted':
    case 'access_denied':
      return mrkdwn`Slack does not let Scrutineer in (${code}). ${administrator} to install it again; then press the button below.`
    case 'restricted_action':
    case 'restricted_action_read_only_channel':
    case 'restricted_action_thread_only_channel':
    case 'restricted_action_non_threadable_channel':
    case 'restricted_action_thread_locked':
      return mrkdwn`A setting of your Slack keeps Scrutineer from posting to ${to}. Ask whoever manages Slack to allow it; then press the button below.`
    case 'message-gone':
      return mrkdwn`Somebody deleted the message in Slack. If it should stand there again, press the button below: it is posted anew.`
    case 'cant_update_message':
    case 'edit_window_closed':
      return mrkdwn`Slack does not let Scrutineer change that message any more, so what it says is out of date. The button below posts it anew, as it should be.`
    case 'invalid_blocks':
    case 'invalid_blocks_format':
    case 'msg_too_long':
    case 'msg_blocks_too_long':
    case 'no_text':
    case 'unknown-kind':
    case 'not-rendered':
    case 'thread-to-person':
      return mrkdwn`This is a fault in Scrutineer, not something you did. ${administrator} the reference below, and tell people by another way meanwhile.`
    default:
      return undefined
  }
}

/** Codes of the network rather than of Slack: the system's, undici's, and statuses of a proxy in between. */
const UNREACHED =
  /^(E[A-Z_]+|UND_ERR_[A-Z_]+|CERT_[A-Z_]+|UNABLE_[A-Z_]+|http-\d+|not-connected|no-answer|timed-out|service_unavailable|request_timeout|team_added_to_org|unreadable-answer)$/

/** What the notices about messages in trouble say. */
export const words = {
  /** "The pack card in #health-scrutiny (Health Scrutiny Committee, Wednesday 20 September 2017, 10 am)" */
  name: (message: NamedMessage): Mrkdwn => {
    const what = kinds[message.kind] ?? 'A message'
    const to = words.to(message.to)
    const named = 'channelId' in message.to ? mrkdwn`*${what}* in ${to}` : mrkdwn`*${what}* to ${to}`
    return message.about === undefined ? named : mrkdwn`${named} (${message.about})`
  },
  to: (to: Addressee): Mrkdwn => ('channelId' in to ? channelLink(to.channelId) : mrkdwn`${to.name}`),
  unsure: (message: NamedMessage, code: string): Mrkdwn =>
    code === 'changed-since'
      ? mrkdwn`${words.name(message)} has changed, but Scrutineer does not know where in Slack it stands, so it still shows the old state.`
      : mrkdwn`${words.name(message)} may or may not have arrived: the connection to Slack broke before it answered. Scrutineer does not send it twice by itself.`,
  unsureAdvice: (message: NamedMessage, code: string): Mrkdwn =>
    code === 'changed-since'
      ? mrkdwn`Press *It arrived* and paste the link to the message, and Scrutineer brings it up to date; or press *Send again* to post it anew, and delete the old one.`
      : 'channelId' in message.to
        ? mrkdwn`Look in ${words.to(message.to)}. If it is there, press *It arrived*; if it is not, press *Send again*.`
        : mrkdwn`Ask ${words.to(message.to)}. If it arrived, press *It arrived*; if it did not, press *Send again*.`,
  undelivered: (message: NamedMessage): Mrkdwn =>
    mrkdwn`${words.name(message)} could not be sent, or not be brought up to date.`,
  undeliveredAdvice: (message: NamedMessage, code: string): Mrkdwn =>
    mendOf(code, words.to(message.to)) ??
    (UNREACHED.test(code)
      ? mrkdwn`Slack could not be reached, though Scrutineer tried again and again. When Slack works for you, press the button below.`
      : mrkdwn`Slack refused it (${code}). Press the button below to try again; if that does not help, tell your administrator the reference.`),
  reference: (reference: string, at: string): Mrkdwn => mrkdwn`Reference ${reference}, ${at}`,
  settled: (settled: Settled): Mrkdwn => {
    const by = settled.by ?? 'Scrutineer'
    switch (settled.how) {
      case 'sentAgain':
        return mrkdwn`:white_check_mark: ${by} had it sent again, ${settled.at}.`
      case 'arrived':
        return mrkdwn`:white_check_mark: ${by} saw that it had arrived, ${settled.at}.`
      case 'recognised':
        return mrkdwn`:white_check_mark: It had arrived: somebody used it, ${settled.at}.`
      case 'sentSince':
        return mrkdwn`:white_check_mark: It has been sent since, ${settled.at}.`
      case 'dropped':
        return mrkdwn`:white_check_mark: It is not needed any more, ${settled.at}.`
      case 'followed':
        return mrkdwn`:arrow_down: See the later notice about it, ${settled.at}.`
    }
  },
  sendAgain: 'Send again',
  tryAgain: 'Try again',
  arrived: 'It arrived',
  close: 'Close',
  confirmAgain: {
    title: 'Send it again?',
    text: 'If the first one did arrive after all, people will have it twice.',
    yes: 'Send again',
    no: 'Not now',
  },
  arrivedForm: {
    title: 'It arrived',
    submit: 'It arrived',
    close: 'Cancel',
    link: 'Link to the message (optional)',
    linkHint:
      'In Slack: the message’s menu, “Copy link”. With it, Scrutineer can keep the message up to date; without it, the next change asks you again.',
  },
  /** The text of the notification, where there is no room for the whole. */
  short: (message: NamedMessage, kind: 'unsure' | 'undelivered'): string =>
    `${kinds[message.kind] ?? 'A message'} ${kind === 'unsure' ? 'may not have arrived' : 'could not be sent'}`,
  onItsWay: (): Mrkdwn => mrkdwn`It is being sent again.`,
  notClerk: (clerks: readonly string[]): Mrkdwn =>
    clerks.length === 0
      ? mrkdwn`Only a clerk of the committee may decide this, and the committee has none yet. Ask your administrator.`
      : mrkdwn`Only a clerk of the committee may decide this: ${clerks.join(' or ')}.`,
  noSuchMessage: (): Mrkdwn => mrkdwn`That message is not known any more, so there is nothing to settle.`,
  alreadySettled: (by: string | undefined): Mrkdwn =>
    by === undefined
      ? mrkdwn`That is settled already, or on its way again. Nothing more needs doing.`
      : mrkdwn`${by} has settled that already. Nothing more needs doing.`,
  /** Beside the field: plain text. */
  linkErrors: {
    'link-unreadable':
      'That is no link to a Slack message. Use “Copy link” in the message’s menu, or leave this empty.',
    'link-elsewhere':
      'That message stands in another conversation. Copy the link of the one that this notice is about.',
    'link-of-another': 'That link leads to another message of Scrutineer’s.',
  },
}
export type TroubleWords = typeof words
