/**
 * Every callback, action and field id that Scrutineer uses, once: the builder and the parser of a view
 * share them. A field's id is its `block_id`; its `action_id` is always `FIELD_ACTION`.
 */
export const FIELD_ACTION = 'value'

export const ids = {
  pack: {
    /** The first form: a file, an address, or neither. */
    start: 'pack.start',
    review: 'pack.review',
    openReview: 'pack.open-review',
    discard: 'pack.discard',
    emailText: 'pack.email-text',
    field: {
      file: 'pack.file',
      address: 'pack.address',
      committee: 'pack.committee',
      date: 'pack.date',
      time: 'pack.time',
      venue: 'pack.venue',
      items: 'pack.items',
      publicAddress: 'pack.public-address',
      publicCopy: 'pack.public-copy',
      openedDate: 'pack.opened-date',
      openedTime: 'pack.opened-time',
      onlineDate: 'pack.online-date',
      onlineTime: 'pack.online-time',
      convenedOn: 'pack.convened-on',
    },
  },
  apologies: {
    open: 'apologies.open',
    submit: 'apologies.submit',
    withdraw: 'apologies.withdraw',
    coming: 'apologies.coming',
    answerFor: 'apologies.answer-for',
    relay: 'apologies.relay',
    reasons: 'apologies.reasons',
    field: {
      meeting: 'apologies.meeting',
      kind: 'apologies.kind',
      reason: 'apologies.reason',
      member: 'apologies.member',
      answer: 'apologies.answer',
      note: 'apologies.note',
    },
  },
  /** What a message is too short for, in a view of its own. */
  whole: {
    agenda: 'whole.agenda',
    list: 'whole.list',
  },
  /** Buttons that only open an address: Slack reports the press and wants it acknowledged. */
  link: 'link',
} as const
