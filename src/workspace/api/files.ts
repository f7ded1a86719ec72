import { fileObject, mayAppSee, newFile } from '../file-object.ts'
import { type Json, records, string } from '../json.ts'
import { postByApp } from '../messages.ts'
import { type Call, type Methods, required, SlackError } from './call.ts'

export const files: Methods = {
  'files.info': {
    scopes: ['files:read'],
    run: (call) => {
      const file = call.parts.state.files.get(required(call, 'file'))
      if (!file?.complete || !mayAppSee(call.parts, file)) throw new SlackError('file_not_found')
      return { file: fileObject(call.parts, file.id), comments: [], response_metadata: { next_cursor: '' } }
    },
  },

  'files.getUploadURLExternal': {
    scopes: ['files:write'],
    run: (call) => {
      const { parts, args } = call
      const length = args.number('length')
      if (length === undefined || length < 1) throw new SlackError('invalid_arguments')
      const file = newFile(parts, required(call, 'filename'), parts.facts.botUser)
      parts.state.putFile({ ...file, size: length })
      return { upload_url: `${parts.address.url}/upload/v1/${file.id}-${file.secret}`, file_id: file.id }
    },
  },

  'files.completeUploadExternal': {
    scopes: ['files:write'],
    run: (call) => {
      const { parts, args } = call
      const wanted = records(args.nested('files'))
      const ids = wanted.map((one) => complete(call, one))
      const channels = [args.text('channel_id'), ...(args.text('channels')?.split(',') ?? [])]
      for (const said of channels) {
        if (!said) continue
        const channel = parts.state.channels.get(said)
        if (!channel?.members.includes(parts.facts.botUser)) throw new SlackError('channel_not_found')
        const text = args.text('initial_comment') ?? ''
        const message = postByApp(parts, channel.id, {
          text,
          blocks: [],
          files: ids,
          threadTs: args.text('thread_ts'),
        })
        Object.assign(call.effect, { channel: channel.id, ts: message.ts, files: ids })
      }
      return { files: ids.map((id) => fileObject(parts, id)) }
    },
  },
}

function complete({ parts }: Call, wanted: Json): string {
  const id = string(wanted['id']) ?? ''
  const file = parts.state.files.get(id)
  if (!file) throw new SlackError('file_not_found')
  if (!file.complete) throw new SlackError('file_upload_not_complete')
  parts.state.putFile({ ...file, title: string(wanted['title']) ?? file.title })
  return id
}
