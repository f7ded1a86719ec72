import type { XmlVisit } from './xml.ts'

/** What a part of a Word document belongs with: another part, by its name in the package. */
export interface Relation {
  /** `styles`, `numbering`: the last word of the relation's type. */
  kind: string
  part: string
}

/** Takes the relations of a part in `folder`. Those that point outside the file are left alone. */
export function relationsReader(folder: string, relations: Relation[]): XmlVisit {
  return {
    open(name, attributes) {
      if (name !== 'Relationship' || attributes['TargetMode'] === 'External') return
      const kind = (attributes['Type'] ?? '').split('/').at(-1) ?? ''
      relations.push({ kind, part: resolved(folder, attributes['Target'] ?? '') })
    },
    close: () => undefined,
    text: () => undefined,
  }
}

function resolved(folder: string, target: string): string {
  const steps = target.startsWith('/') ? [] : folder.split('/').filter((step) => step !== '')
  for (const step of target.split('/')) {
    if (step === '..') steps.pop()
    else if (step !== '' && step !== '.') steps.push(step)
  }
  return steps.join('/')
}
