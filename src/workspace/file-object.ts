import { kindOf } from './file-store.ts'
import { newId, newSecret } from './ids.ts'
import type { Json } from './json.ts'
import type { StoredFile } from './model.ts'
import type { Parts } from './parts.ts'

export function newFile(parts: Parts, name: string, user: string): StoredFile {
  return {
    id: newId('F'),
    name,
    title: name,
    mimetype: kindOf(name).mimetype,
    size: 0,
    user,
    created: parts.clock.seconds(),
    channels: [],
    givenToApp: false,
    secret: newSecret(5),
    complete: false,
  }
}

export function filePath(file: StoredFile): string {
  return `/files/${file.id}-${file.secret}/${encodeURIComponent(file.name)}`
}

/** A file object as messages, file inputs and files.info carry it. */
export function fileObject(parts: Parts, id: string): Json {
  const file = parts.state.files.get(id)
  if (!file) return { id, mode: 'tombstone' }
  const { filetype, mimetype, pretty } = kindOf(file.name)
  const address = `${parts.address.url}${filePath(file)}`
  const inChannels = (kind: string) =>
    file.channels.filter((channel) => parts.state.channels.get(channel)?.kind === kind)
  return {
    id: file.id,
    created: file.created,
    timestamp: file.created,
    name: file.name,
    title: file.title,
    mimetype,
    filetype,
    pretty_type: pretty,
    user: file.user,
    user_team: parts.facts.teamId,
    editable: false,
    size: file.size,
    mode: 'hosted',
    is_external: false,
    external_type: '',
    is_public: false,
    public_url_shared: false,
    display_as_bot: false,
    username: '',
    url_private: address,
    url_private_download: `${address}?download=1`,
    permalink: address,
    channels: inChannels('channel'),
    groups: inChannels('private'),
    ims: inChannels('direct'),
    has_rich_preview: false,
    file_access: 'visible',
  }
}

/** The app sees what it made, what a form gave it, and what was shared where it is. */
export function mayAppSee(parts: Parts, file: StoredFile): boolean {
  const { botUser } = parts.facts
  if (file.givenToApp || file.user === botUser) return true
  return file.channels.some((id) => parts.state.channels.get(id)?.members.includes(botUser))
}

export function mayPersonSeeFile(parts: Parts, file: StoredFile, person: string): boolean {
  if (file.user === person) return true
  return file.channels.some((id) => parts.state.channels.get(id)?.members.includes(person))
}
