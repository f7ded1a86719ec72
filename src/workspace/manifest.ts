import { z } from 'zod'

/**
 * The app's own manifest is its identity here: scopes, commands and events that it does not declare
 * do not work, as in Slack. Shape: api.slack.com/reference/manifests.
 */
const manifestFile = z.object({
  display_information: z.object({ name: z.string().max(35) }),
  features: z
    .object({
      app_home: z
        .object({
          home_tab_enabled: z.boolean().default(false),
          messages_tab_enabled: z.boolean().default(false),
          messages_tab_read_only_enabled: z.boolean().default(true),
        })
        .prefault({}),
      bot_user: z.object({ display_name: z.string() }).optional(),
      slash_commands: z
        .array(
          z.object({
            command: z.string().regex(/^\/\S{1,31}$/),
            description: z.string().max(2000),
            usage_hint: z.string().max(1000).optional(),
            should_escape: z.boolean().default(false),
          }),
        )
        .max(50)
        .default([]),
      shortcuts: z
        .array(
          z.object({
            name: z.string(),
            type: z.enum(['message', 'global']),
            callback_id: z.string().max(255),
            description: z.string().optional(),
          }),
        )
        .max(10)
        .default([]),
    })
    .prefault({}),
  oauth_config: z.object({ scopes: z.object({ bot: z.array(z.string()).max(255).default([]) }) }),
  settings: z
    .object({
      event_subscriptions: z.object({ bot_events: z.array(z.string()).max(100).default([]) }).optional(),
    })
    .prefault({}),
})

export type SlashCommand = z.output<typeof manifestFile>['features']['slash_commands'][number]
export type Shortcut = z.output<typeof manifestFile>['features']['shortcuts'][number]

export interface AppManifest {
  readonly name: string
  readonly botName: string
  readonly homeTab: boolean
  readonly messagesTab: boolean
  readonly messagesReadOnly: boolean
  readonly commands: readonly SlashCommand[]
  readonly shortcuts: readonly Shortcut[]
  readonly scopes: ReadonlySet<string>
  readonly events: ReadonlySet<string>
}

export function readManifest(manifest: unknown): AppManifest {
  const { display_information, features, oauth_config, settings } = manifestFile.parse(manifest)
  return {
    name: display_information.name,
    botName: features.bot_user?.display_name ?? display_information.name,
    homeTab: features.app_home.home_tab_enabled,
    messagesTab: features.app_home.messages_tab_enabled,
    messagesReadOnly: features.app_home.messages_tab_read_only_enabled,
    commands: features.slash_commands,
    shortcuts: features.shortcuts,
    scopes: new Set(oauth_config.scopes.bot),
    events: new Set(settings.event_subscriptions?.bot_events ?? []),
  }
}
