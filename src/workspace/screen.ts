/**
 * What one person sees in the local workspace: the answer of `GET /_local/screen?as=U…`.
 * The page draws this, and tests read it; nothing else about the workspace is public to them.
 */

/** One selectable answer of a select, radio, checkbox or overflow control. */
export interface ScreenOption {
  readonly text: string
  readonly value: string
}

/** Something that can be pressed or chosen outside a form field: `POST /_local/click`. */
export interface ScreenControl {
  readonly type: string
  /** The words the person sees: a button's text, a select's placeholder, an overflow entry's text. */
  readonly text: string
  readonly blockId: string
  readonly actionId: string
  readonly value?: string
  readonly url?: string
  readonly style?: string
  readonly options?: readonly ScreenOption[]
}

export interface ScreenFile {
  readonly id: string
  readonly name: string
  readonly mimetype: string
  /** Bytes. */
  readonly size: number
  /** Where this person may fetch it, below the workspace's own address. */
  readonly href: string
}

export interface ScreenMessage {
  readonly ts: string
  readonly user: string
  readonly name: string
  readonly isBot: boolean
  /** Seen by this person alone and gone after a reload of the real Slack. */
  readonly ephemeral: boolean
  readonly edited: boolean
  /** All that a person can read in it, blocks included, as plain text, a line a block. */
  readonly text: string
  /** The top-level `text` of the message, as mrkdwn. */
  readonly mrkdwn: string
  readonly blocks: readonly unknown[]
  readonly controls: readonly ScreenControl[]
  readonly files: readonly ScreenFile[]
  readonly replies: readonly ScreenMessage[]
}

export interface ScreenConversation {
  readonly id: string
  /** Without "#"; for a direct message the other person's name. */
  readonly name: string
  readonly kind: 'channel' | 'private' | 'direct'
  /** The other side of a direct message. */
  readonly with?: string
  /** True for the direct message with the app: it has Home and Messages tabs. */
  readonly withApp: boolean
  readonly topic: string
  readonly messages: readonly ScreenMessage[]
}

/** A field of an open form, by the label the person reads. */
export interface ScreenField {
  readonly label: string
  readonly type: string
  readonly blockId: string
  readonly actionId: string
  readonly optional: boolean
  readonly hint?: string
  readonly placeholder?: string
  readonly options?: readonly ScreenOption[]
  /** The value it holds now: text, a date, an option's value, several values, or file ids. */
  readonly value?: string | readonly string[]
  readonly error?: string
}

export interface ScreenModal {
  readonly viewId: string
  readonly title: string
  readonly submit?: string
  readonly close?: string
  /** 1 for the first view of the stack. */
  readonly depth: number
  /** All that a person can read in it, as plain text, a line a block. */
  readonly text: string
  readonly blocks: readonly unknown[]
  readonly fields: readonly ScreenField[]
  readonly controls: readonly ScreenControl[]
  /** What Slack itself says about the last submission, such as "We had some trouble connecting. Try again?" */
  readonly notice?: string
}

export interface ScreenHome {
  readonly blocks: readonly unknown[]
  readonly text: string
  readonly controls: readonly ScreenControl[]
}

/** What Slack itself tells the person, such as that a command was not answered in time. */
export interface ScreenNotice {
  readonly at: string
  readonly channel?: string
  readonly text: string
}

export interface ScreenPerson {
  readonly id: string
  readonly name: string
  readonly realName: string
  readonly email?: string
  readonly title?: string
  readonly isBot: boolean
  readonly deactivated: boolean
}

export interface Screen {
  readonly person: ScreenPerson
  readonly workspace: { readonly name: string }
  /** The workspace's clock, ISO instant. */
  readonly now: string
  readonly app: { readonly name: string; readonly botUser: string; readonly homeTab: boolean }
  readonly conversations: readonly ScreenConversation[]
  readonly home?: ScreenHome
  readonly modal?: ScreenModal
  readonly notices: readonly ScreenNotice[]
}
