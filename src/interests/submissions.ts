import { type Fields, listOf, textOf } from '../slack/fields.ts'
import { ids } from '../slack/ids.ts'
import type { DeclareForm } from './declare-form.ts'
import { type Chosen, WHIP } from './form-metadata.ts'
import type { Registration } from './rules.ts'
import { WHOLE_MEETING } from './views.ts'

const { field } = ids.interests

/** What was chosen in the first form, or at which field something is missing. */
export function chosenIn(
  fields: Fields,
  form: DeclareForm,
): { readonly chosen: Chosen } | { readonly missing: 'items' | 'type' } {
  const { changing } = form
  const earlier = form.earlier.find((one) => one.noticeId === textOf(fields, field.earlier))
  const type = textOf(fields, field.type) || earlier?.type
  if (type === undefined) return { missing: 'type' }
  const isRepeat = earlier !== undefined && earlier.type === type
  const dispensationId = textOf(fields, field.dispensation)
  const common = {
    type,
    holder:
      (isRepeat && earlier.holder === 'partner') || textOf(fields, field.holder) === 'partner'
        ? ('partner' as const)
        : ('own' as const),
    sensitive: (isRepeat && earlier.sensitive) || listOf(fields, field.sensitive).includes('yes'),
    ...(dispensationId === '' || type === WHIP ? {} : { dispensationId }),
    ...(isRepeat ? { repeatsId: earlier.noticeId } : {}),
  }
  if (changing)
    return {
      chosen: {
        ...common,
        itemIds: changing.item ? [changing.item.id] : [],
        isWholeMeeting: !changing.item,
      },
    }
  const given = listOf(fields, field.items)
  const isWholeMeeting = given.includes(WHOLE_MEETING) || (given.length === 0 && isRepeat && !earlier.item)
  const itemIds = isWholeMeeting ? [] : given.length > 0 || !isRepeat ? given : earlier.alike
  if (!isWholeMeeting && itemIds.length === 0) return { missing: 'items' }
  return { chosen: { ...common, itemIds: [...itemIds], isWholeMeeting } }
}

export function registrationOf(fields: Fields): Registration | undefined {
  const said = textOf(fields, field.registration)
  return (['registered', 'pending', 'neither'] as const).find((one) => one === said)
}
