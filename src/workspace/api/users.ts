import type { Json } from '../json.ts'
import type { Person } from '../model.ts'
import type { Parts } from '../parts.ts'
import { userObject } from '../people.ts'
import { type Methods, required, SlackError } from './call.ts'
import { page } from './paging.ts'

export const users: Methods = {
  'users.info': {
    scopes: ['users:read'],
    run: (call) => {
      const person = call.parts.state.people.get(required(call, 'user'))
      if (!person) throw new SlackError('user_not_found')
      return { user: shown(call.parts, person) }
    },
  },

  'users.list': {
    scopes: ['users:read'],
    run: ({ parts, args }) => {
      const { items, response_metadata } = page([...parts.state.people.values()], args, 200)
      return {
        members: items.map((person) => shown(parts, person)),
        cache_ts: parts.clock.seconds(),
        response_metadata,
      }
    },
  },

  'users.lookupByEmail': {
    scopes: ['users:read.email'],
    run: (call) => {
      const email = required(call, 'email').toLowerCase()
      const people = [...call.parts.state.people.values()]
      const person = people.find((one) => one.email?.toLowerCase() === email && !one.deactivated)
      if (!person) throw new SlackError('users_not_found')
      return { user: shown(call.parts, person) }
    },
  },
}

function shown(parts: Parts, person: Person): Json {
  return userObject(person, parts.facts, parts.clock.now(), parts.app.scopes.has('users:read.email'))
}
