import { z } from 'zod'

/** The people and channels a workspace starts with: the JSON file that WORKSPACE_SEED names. */
export const workspaceSeed = z.object({
  team: z
    .object({ id: z.string().default('T0LOCAL0001'), name: z.string(), domain: z.string() })
    .default({ id: 'T0LOCAL0001', name: 'Local council', domain: 'local-council' }),
  people: z
    .array(
      z.object({
        id: z.string().optional(),
        name: z.string().min(1),
        realName: z.string().min(1),
        title: z.string().optional(),
        email: z.string().optional(),
        isGuest: z.boolean().default(false),
        deactivated: z.boolean().default(false),
      }),
    )
    .default([]),
  channels: z
    .array(
      z.object({
        id: z.string().optional(),
        name: z.string().min(1),
        private: z.boolean().default(false),
        topic: z.string().default(''),
        members: z.array(z.string()).default([]),
        withApp: z.boolean().default(true),
      }),
    )
    .default([]),
})

export type WorkspaceSeed = z.input<typeof workspaceSeed>
export type Seed = z.output<typeof workspaceSeed>
