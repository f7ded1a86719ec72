import { auth } from './auth.ts'
import { blocks } from './blocks.ts'
import type { Methods } from './call.ts'
import { chat } from './chat.ts'
import { conversations } from './conversations.ts'
import { files } from './files.ts'
import { users } from './users.ts'
import { views } from './views.ts'

/** Every Web API method that the workspace answers; others are `unknown_method`. */
export const methods: Methods = {
  ...auth,
  ...blocks,
  ...chat,
  ...conversations,
  ...files,
  ...users,
  ...views,
}
