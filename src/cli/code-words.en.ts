import type { OwnKind } from '../interests/kind-rules.ts'
import { BARS, KIND_IDS, kindsOfNation } from '../interests/kind-rules.ts'
import type { CodeRefusal, CodeSettings } from '../interests/set-code.ts'
import { words as interests } from '../interests/words.en.ts'

export const code = {
  usage: [
    'Use: code [--council NAME]',
    '     code --kind KIND --name NAME [--council NAME]',
    '     code --kind KIND --bars all|asPublic|vote|nothing [--council NAME]',
    '     code --kind KIND --none|--usual [--council NAME]',
    '     code [--leave-room on|off] [--whip on|off|usual] [--council NAME]',
    '     code --officer E-MAIL | --not-officer E-MAIL [--council NAME]',
    '',
    'What the council’s code of conduct calls its interests, and where it differs from the nation’s.',
    `Kinds: ${KIND_IDS.join(', ')}.`,
    '--bars        all: neither speaks nor votes; asPublic: speaks only as far as the public may;',
    '              vote: speaks, does not vote; nothing: takes part. Not for kinds that statute decides.',
    '--none        the council’s code has no such interest; --usual goes back to the nation’s code.',
    '--leave-room  whether standing orders oblige a member who is barred to leave (Localism Act 2011 s31(10)).',
    '--whip        whether members are asked about a party whip; in Wales they always are.',
    '--officer     the Monitoring Officer, or a deputy: sees every notice of an interest in the council.',
  ].join('\n'),
  badBars: (given: string) => `--bars is one of ${BARS.join(', ')}, not “${given}”.`,
  badKind: (given: string) => `There is no kind “${given}”. The kinds: ${KIND_IDS.join(', ')}.`,
  badSwitch: (option: string, given: string) => `${option} is not “${given}”.`,
  alone: '--name, --bars, --none and --usual say something of a kind: name it with --kind.',
  nothing: '--kind needs one of --name, --bars, --none or --usual.',
  shown: (council: string, settings: CodeSettings): string =>
    [
      `${council}:`,
      ...kindsOfNation[settings.nation].map((kind) => {
        const said = settings.own[kind.id]
        const by = kind.isStatutory ? ', decided by statute' : ''
        return `  ${kind.id.padEnd(13)} ${saidOf(said, interests.kinds[kind.id], kind.bars)}${by}`
      }),
      `  A barred member leaves the room: ${settings.leavesRoom ? 'yes' : 'no'}`,
      `  Asked about a party whip: ${settings.asksForWhip === undefined ? 'as usual in the nation' : settings.asksForWhip ? 'yes' : 'no'}`,
      `  Monitoring Officer: ${settings.officers.length === 0 ? 'nobody yet' : settings.officers.join(', ')}`,
    ].join('\n'),
  refused: (refusal: CodeRefusal): string =>
    refusal.code === 'no-such-person'
      ? `Nobody in the council has the e-mail address ${refusal.email}. Import them with a committee first, in the role “officer”.`
      : refusal.problems
          .map((problem) =>
            problem.code === 'statutory'
              ? `${problem.kind}: statute decides what it bars, so that it can only be given another name.`
              : `${problem.kind}: the code of the council’s nation has no such interest.`,
          )
          .join('\n'),
}

function saidOf(said: OwnKind | undefined, usual: string, bars: string): string {
  if (said === false) return 'not in the council’s code'
  if (typeof said === 'string') return `${said} (${bars})`
  return `${said?.name ?? usual} (${said?.bars ?? bars})`
}
