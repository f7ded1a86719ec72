import type { KnownBlock } from '@slack/types'
import type { House } from '../database/house.ts'
import type { OutgoingMessage } from './outgoing-message.ts'
import type { FileToShare } from './share-file.ts'

/** What a message says now, or that it shall not be sent. */
export type Rendering =
  | {
      readonly post: {
        readonly text: string
        readonly blocks: readonly KnownBlock[]
        /** In channels only: a reply in a thread cannot be found again by reading a direct message. */
        readonly threadTs?: string
        /** Shared with these words; in channels only, and once: a file is never edited. */
        readonly file?: FileToShare
      }
    }
  /**
   * A code: nobody is entitled or interested any more. What stands in Slack already is left as it is;
   * a renderer that wants it taken back renders the words that shall stand there instead.
   */
  | { readonly drop: string }

/**
 * Renders a message from the present state and checks entitlement, at the moment of sending (laws 2
 * and 3). It may be called again for the same message, and an exception means: try again later.
 */
export type Renderer = (house: House, message: OutgoingMessage) => Promise<Rendering>
