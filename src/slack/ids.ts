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
    correct: 'pack.correct',
    correctForm: 'pack.correct-form',
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
      shareFile: 'pack.share-file',
      openedDate: 'pack.opened-date',
      openedTime: 'pack.opened-time',
      onlineDate: 'pack.online-date',
      onlineTime: 'pack.online-time',
      convenedOn: 'pack.convened-on',
    },
  },
  supplement: {
    submit: 'supplement.submit',
    /** What was read as an agenda adds to papers that are published, and the other way round. */
    fromAgenda: 'supplement.from-agenda',
    asAgenda: 'supplement.as-agenda',
    /** Opens the supplements of a meeting, for its clerks. */
    list: 'supplement.list',
    withdraw: 'supplement.withdraw',
    emailText: 'supplement.email-text',
    field: {
      meeting: 'supplement.meeting',
      printedNo: 'supplement.printed-no',
      ownPages: 'supplement.own-pages',
    },
  },
  /** Closed items and restricted papers, for clerks. */
  restricted: {
    /** From the clerks' list, and back from an item. */
    list: 'restricted.list',
    item: 'restricted.item',
    back: 'restricted.back',
    motion: 'restricted.motion',
    describe: 'restricted.describe',
    describeForm: 'restricted.describe-form',
    announce: 'restricted.announce',
    announceForm: 'restricted.announce-form',
    paper: 'restricted.paper',
    grantForm: 'restricted.grant-form',
    revoke: 'restricted.revoke',
    withdraw: 'restricted.withdraw',
    field: {
      address: 'restricted.address',
      access: 'restricted.access',
      paragraphs: 'restricted.paragraphs',
      publicInterest: 'restricted.public-interest',
      basis: 'restricted.basis',
      person: 'restricted.person',
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
    /** In the list of all of somebody's coming meetings. */
    listOpen: 'apologies.list-open',
    listComing: 'apologies.list-coming',
    listWithdraw: 'apologies.list-withdraw',
    listAccept: 'apologies.list-accept',
    listDecline: 'apologies.list-decline',
    away: 'apologies.away',
    field: {
      meeting: 'apologies.meeting',
      kind: 'apologies.kind',
      reason: 'apologies.reason',
      member: 'apologies.member',
      answer: 'apologies.answer',
      note: 'apologies.note',
      substitute: 'apologies.substitute',
      inMinutes: 'apologies.in-minutes',
      why: 'apologies.why',
      /** A dozen meetings need several groups of ticks: the number of the group after it. */
      away: 'apologies.away-meetings',
    },
  },
  /** Interests and party whips: advance notice of them, and dispensations. */
  interests: {
    /** In the member's message: the form, and that there is nothing to declare. */
    open: 'interests.open',
    nothing: 'interests.nothing',
    /** First what it is and in which item, then what follows from it. */
    form: 'interests.form',
    confirm: 'interests.confirm',
    formNothing: 'interests.form-nothing',
    change: 'interests.change',
    withdraw: 'interests.withdraw',
    /** For the clerks and the Monitoring Officer. */
    list: 'interests.list',
    listMeeting: 'interests.list-meeting',
    enterFor: 'interests.enter-for',
    dispensations: 'interests.dispensations',
    dispense: 'interests.dispense',
    dispenseForm: 'interests.dispense-form',
    revoke: 'interests.revoke',
    field: {
      meeting: 'interests.meeting',
      items: 'interests.items',
      type: 'interests.type',
      earlier: 'interests.earlier',
      holder: 'interests.holder',
      sensitive: 'interests.sensitive',
      dispensation: 'interests.dispensation',
      registration: 'interests.registration',
      nature: 'interests.nature',
      note: 'interests.note',
      person: 'interests.person',
      ground: 'interests.ground',
      scope: 'interests.scope',
      vote: 'interests.vote',
      grantedBy: 'interests.granted-by',
      grantedOn: 'interests.granted-on',
      until: 'interests.until',
    },
  },
  /** What a council's site proposes. */
  proposal: {
    take: 'proposal.take',
    dismiss: 'proposal.dismiss',
    /** Opens the form for changing the meeting. */
    change: 'proposal.change',
  },
  meeting: {
    /** From the list of meetings, or the clerks' list in their channel. */
    change: 'meeting.change',
    changeForm: 'meeting.change-form',
    /** In the place of the form that said what was changed meanwhile. */
    openAgain: 'meeting.open-again',
    schedule: 'meeting.schedule',
    scheduleForm: 'meeting.schedule-form',
    earlier: 'meeting.earlier',
    later: 'meeting.later',
    email: 'meeting.email',
    field: {
      to: 'meeting.to',
      date: 'meeting.date',
      time: 'meeting.time',
      venue: 'meeting.venue',
      reason: 'meeting.reason',
      quietly: 'meeting.quietly',
      committee: 'meeting.committee',
    },
  },
  /** What is owed before a pack. */
  report: {
    /** The clerk's list of a meeting's reports. */
    open: 'report.open',
    earlier: 'report.earlier',
    later: 'report.later',
    ask: 'report.ask',
    askForm: 'report.ask-form',
    askBriefing: 'report.ask-briefing',
    briefingForm: 'report.briefing-form',
    change: 'report.change',
    changeForm: 'report.change-form',
    email: 'report.email',
    /** In the message of whoever owes something. */
    done: 'report.done',
    late: 'report.late',
    lateForm: 'report.late-form',
    all: 'report.all',
    field: {
      title: 'report.title',
      author: 'report.author',
      clearer: 'report.clearer',
      briefer: 'report.briefer',
      draftDay: 'report.draft-day',
      finalDay: 'report.final-day',
      clearanceDay: 'report.clearance-day',
      briefingDay: 'report.briefing-day',
      done: 'report.done-ticks',
      dropped: 'report.dropped',
      reason: 'report.reason',
      expected: 'report.expected',
    },
  },
  agenda: {
    coming: 'agenda.coming',
    apologies: 'agenda.apologies',
    meeting: 'agenda.meeting',
  },
  reminders: {
    /** In the message of a day. */
    fewer: 'reminders.fewer',
    usual: 'reminders.usual',
    /** The clerk's settings, from the list of meetings. */
    settings: 'reminders.settings',
    committee: 'reminders.committee',
    preview: 'reminders.preview',
    form: 'reminders.form',
    field: {
      active: 'reminders.active',
      members: 'reminders.members',
      notice: 'reminders.notice',
      actions: 'reminders.actions',
    },
  },
  /** A committee's quorum, and what its meetings count for. */
  quorum: {
    open: 'quorum.open',
    form: 'quorum.form',
    field: {
      committee: 'quorum.committee',
      least: 'quorum.least',
      fraction: 'quorum.fraction',
      base: 'quorum.base',
      rounding: 'quorum.rounding',
      wait: 'quorum.wait',
      flags: 'quorum.flags',
    },
  },
  /** Who came to a meeting, and what comes of it over a year. */
  attendance: {
    /** From the clerks' list, once the meeting has begun. */
    record: 'attendance.record',
    form: 'attendance.form',
    /** The figures of a committee. */
    summary: 'attendance.summary',
    committee: 'attendance.committee',
    year: 'attendance.year',
    chart: 'attendance.chart',
    word: 'attendance.word',
    csv: 'attendance.csv',
    field: {
      /** One for each person, the id after it. */
      person: 'attendance.person',
      why: 'attendance.why',
    },
  },
  /** The six months of LGA 1972 s85. */
  sixMonths: {
    open: 'six-months.open',
    approve: 'six-months.approve',
    approveForm: 'six-months.approve-form',
    revoke: 'six-months.revoke',
    field: {
      kind: 'six-months.kind',
      approvedBy: 'six-months.approved-by',
      approvedOn: 'six-months.approved-on',
      minute: 'six-months.minute',
      until: 'six-months.until',
    },
  },
  /** Who sits for an absent member. */
  substitution: {
    accept: 'substitution.accept',
    decline: 'substitution.decline',
    /** The list of the absent: from the clerks' list, and for clerks and whips in it. */
    desk: 'substitution.desk',
    name: 'substitution.name',
    nameForm: 'substitution.name-form',
    accepts: 'substitution.accepts',
    declines: 'substitution.declines',
    takeBack: 'substitution.take-back',
    rulesForm: 'substitution.rules-form',
    roles: 'substitution.roles',
    rolesForm: 'substitution.roles-form',
    field: {
      substitute: 'substitution.substitute',
      committee: 'substitution.committee',
      pool: 'substitution.pool',
      sameGroup: 'substitution.same-group',
      perYear: 'substitution.per-year',
      days: 'substitution.days',
      time: 'substitution.time',
      person: 'substitution.person',
      duties: 'substitution.duties',
    },
  },
  /** The meeting as it sits: who presides, who is there, and its business. */
  sitting: {
    /** From the clerks' list, or the list of meetings that can be opened. */
    open: 'sitting.open',
    openForm: 'sitting.open-form',
    roll: 'sitting.roll',
    rollForm: 'sitting.roll-form',
    entries: 'sitting.entries',
    entriesPage: 'sitting.entries-page',
    strikeEntry: 'sitting.strike-entry',
    also: 'sitting.also',
    alsoForm: 'sitting.also-form',
    strikeAlso: 'sitting.strike-also',
    chair: 'sitting.chair',
    chairForm: 'sitting.chair-form',
    strikeChair: 'sitting.strike-chair',
    items: 'sitting.items',
    earlierItems: 'sitting.earlier-items',
    laterItems: 'sitting.later-items',
    item: 'sitting.item',
    itemForm: 'sitting.item-form',
    begin: 'sitting.begin',
    /** In the view of an item: done with, deferred, withdrawn. */
    done: 'sitting.done',
    defer: 'sitting.defer',
    withdraw: 'sitting.withdraw',
    next: 'sitting.next',
    business: 'sitting.business',
    businessForm: 'sitting.business-form',
    adjourn: 'sitting.adjourn',
    resume: 'sitting.resume',
    close: 'sitting.close',
    inquorate: 'sitting.inquorate',
    reopen: 'sitting.reopen',
    stateForm: 'sitting.state-form',
    /** What is done seldom, in a view of its own. */
    more: 'sitting.more',
    whole: 'sitting.whole',
    sheet: 'sitting.sheet',
    field: {
      time: 'sitting.time',
      /** Slack takes ten ticks in one field: the number of the group after it. */
      there: 'sitting.there',
      afar: 'sitting.afar',
      presides: 'sitting.presides',
      scope: 'sitting.scope',
      came: 'sitting.came',
      left: 'sitting.left',
      substitute: 'sitting.substitute',
      forWhom: 'sitting.for-whom',
      name: 'sitting.name',
      role: 'sitting.role',
      title: 'sitting.title',
      presenters: 'sitting.presenters',
      presented: 'sitting.presented',
      passage: 'sitting.passage',
      closed: 'sitting.closed',
      summary: 'sitting.summary',
      note: 'sitting.note',
    },
  },
  /** What belongs to an item while the meeting sits: interests, the urgency of a late item, the public's exclusion. */
  item: {
    /** The interests of an item, for clerks. */
    interests: 'item.interests',
    interestsForm: 'item.interests-form',
    strike: 'item.strike',
    /** One that a member declares on the spot. */
    disclose: 'item.disclose',
    discloseForm: 'item.disclose-form',
    /** Who has 28 days, and that the Monitoring Officer was told. */
    toldList: 'item.told-list',
    listTold: 'item.list-told',
    /** In the message to the Monitoring Officer. */
    told: 'item.told',
    ruling: 'item.ruling',
    rulingForm: 'item.ruling-form',
    /** Agreed without a vote, in one tap; or with other words, in a form. */
    exclude: 'item.exclude',
    excludeOpen: 'item.exclude-open',
    excludeForm: 'item.exclude-form',
    readmit: 'item.readmit',
    readmitOpen: 'item.readmit-open',
    readmitForm: 'item.readmit-form',
    strikeExclusion: 'item.strike-exclusion',
    field: {
      item: 'item.which',
      /** One for each notice or disclosure, the id after it. */
      notice: 'item.notice',
      conduct: 'item.conduct',
      member: 'item.member',
      type: 'item.type',
      holder: 'item.holder',
      sensitive: 'item.sensitive',
      nature: 'item.nature',
      registration: 'item.registration',
      dispensation: 'item.dispensation',
      did: 'item.did',
      accepted: 'item.accepted',
      circumstances: 'item.circumstances',
      text: 'item.text',
      time: 'item.time',
    },
  },
  /** Questions and requests as they come. */
  question: {
    ask: 'question.ask',
    form: 'question.form',
    list: 'question.list',
    confirmAll: 'question.confirm-all',
    confirm: 'question.confirm',
    edit: 'question.edit',
    up: 'question.up',
    strike: 'question.strike',
    /** In the menu of a message. */
    shortcut: 'record_question',
    field: {
      item: 'question.item',
      text: 'question.text',
      kind: 'question.kind',
      asker: 'question.asker',
      askerName: 'question.asker-name',
      owner: 'question.owner',
      ownerName: 'question.owner-name',
      due: 'question.due',
      dueOn: 'question.due-on',
      dueText: 'question.due-text',
      time: 'question.time',
    },
  },
  /** What a message is too short for, in a view of its own. */
  whole: {
    agenda: 'whole.agenda',
    list: 'whole.list',
  },
  /** Buttons that only open an address: Slack reports the press and wants it acknowledged. */
  link: 'link',
  /** *Open the papers* on the card in the channel: the value says which, for counting openings. */
  papers: 'papers',
  /** *Add to calendar*: only opens its address. */
  calendar: 'link.calendar',
} as const
