import { type Methods, SlackError } from './call.ts'

export const auth: Methods = {
  'api.test': { token: 'none', run: () => ({ args: {} }) },

  'auth.test': {
    run: ({ parts: { facts, app, address, state } }) => ({
      url: `${address.url}/`,
      team: facts.teamName,
      user: state.people.get(facts.botUser)?.name ?? app.botName,
      team_id: facts.teamId,
      user_id: facts.botUser,
      bot_id: facts.botId,
      app_id: facts.appId,
      is_enterprise_install: false,
    }),
  },

  'apps.connections.open': {
    token: 'app',
    run: ({ parts }) => {
      if (parts.transport !== 'socket') throw new SlackError('socket_mode_not_enabled')
      const ticket = parts.sockets.newTicket()
      if (!ticket) throw new SlackError('too_many_websockets')
      return {
        url: `${parts.address.url.replace(/^http/, 'ws')}/socket?ticket=${ticket}&app_id=${parts.facts.appId}`,
      }
    },
  },

  'team.info': {
    scopes: ['team:read'],
    run: ({ parts: { facts, address } }) => ({
      team: {
        id: facts.teamId,
        name: facts.teamName,
        domain: facts.teamDomain,
        url: `${address.url}/`,
        email_domain: '',
      },
    }),
  },
}
