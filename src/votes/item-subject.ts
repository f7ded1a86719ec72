/** What an item is, by its title: the standing items of agendas have words of their own. */
export type ItemSubject = 'minutes' | 'programme' | 'tracker' | 'exclusion' | 'other'

const SUBJECTS: readonly (readonly [ItemSubject, RegExp])[] = [
  ['minutes', /^(?:draft )?minutes\b|\bminutes of (?:the )?(?:last|previous)\b/i],
  ['programme', /\b(?:work|forward) (?:programme|plan)\b/i],
  ['tracker', /\btrack(?:ing|er)\b/i],
  ['exclusion', /\b(?:exempt business|exclusion of|private business)\b/i],
]

export function subjectOf(title: string): ItemSubject {
  return SUBJECTS.find(([, looks]) => looks.test(title))?.[0] ?? 'other'
}
