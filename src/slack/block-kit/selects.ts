// Menus (docs.slack.dev/reference/block-kit/block-elements/select-menu-element, multi-select-menu-element).

import { limits } from '../limits.ts'
import {
  at,
  boolean,
  type Check,
  either,
  isPlain,
  list,
  maybe,
  object,
  oneOf,
  string,
  whole,
} from './checks.ts'
import { element, optionsFit, placeheld, plainOption, plainText } from './composition.ts'

const options = maybe(list(plainOption, limits.select.options))
const optionGroups = maybe(
  list(
    object({
      label: plainText(limits.select.groupLabel),
      options: list(plainOption, limits.select.options),
    }),
    limits.select.groups,
  ),
)

const chosenFit: Check = (value, path, report) => {
  const most = isPlain(value) ? value['max_selected_items'] : undefined
  if (!isPlain(value) || typeof most !== 'number') return
  for (const [name, chosen] of Object.entries(value)) {
    if (name.startsWith('initial_') && Array.isArray(chosen) && chosen.length > most)
      report(at(path, name), `has ${chosen.length} items, over max_selected_items ${most}`)
  }
}

const conversations = {
  default_to_current_conversation: maybe(boolean),
  filter: maybe(
    object({
      include: maybe(list(oneOf('im', 'mpim', 'private', 'public'), 4)),
      exclude_external_shared_channels: maybe(boolean),
      exclude_bot_users: maybe(boolean),
    }),
  ),
}
const responds = { response_url_enabled: maybe(boolean) }
const many = { max_selected_items: maybe(whole(1, Number.MAX_SAFE_INTEGER)) }
export const ids = maybe(list(string(255, 1), Number.POSITIVE_INFINITY, 0))
const id = maybe(string(255, 1))
const queryLength = { min_query_length: maybe(whole(0, 1000)) }

export const selects = {
  ...element(
    'static_select',
    { ...placeheld, options, option_groups: optionGroups, initial_option: maybe(plainOption) },
    either('options', 'option_groups'),
    optionsFit,
  ),
  ...element('external_select', { ...placeheld, ...queryLength, initial_option: maybe(plainOption) }),
  ...element('users_select', { ...placeheld, initial_user: id }),
  ...element('conversations_select', {
    ...placeheld,
    ...conversations,
    ...responds,
    initial_conversation: id,
  }),
  ...element('channels_select', { ...placeheld, ...responds, initial_channel: id }),
  ...element(
    'multi_static_select',
    {
      ...placeheld,
      ...many,
      options,
      option_groups: optionGroups,
      initial_options: maybe(list(plainOption, limits.select.options)),
    },
    either('options', 'option_groups'),
    optionsFit,
    chosenFit,
  ),
  ...element(
    'multi_external_select',
    {
      ...placeheld,
      ...many,
      ...queryLength,
      initial_options: maybe(list(plainOption, limits.select.options)),
    },
    chosenFit,
  ),
  ...element('multi_users_select', { ...placeheld, ...many, initial_users: ids }, chosenFit),
  ...element(
    'multi_conversations_select',
    { ...placeheld, ...many, ...conversations, initial_conversations: ids },
    chosenFit,
  ),
  ...element('multi_channels_select', { ...placeheld, ...many, initial_channels: ids }, chosenFit),
}
