import { isTitled } from './names.ts'

/** Words of which the names of parties and kinds of members are made. Several are surnames too. */
const GROUP_WORD =
  /^(?:the|and|of|party|group|members?|councillors|labour|co-?operative|conservatives?|and|unionists?|liberal|democrats?|lib|dems?|independents?|independence|greens?|plaid|cymru|snp|scottish|national|reform|uk|ukip|residents|ratepayers|alliance|administration|opposition|majority|minority|ruling|non-?aligned|elected|appointed|ex|officio|ex-officio|voting|non-?voting|statutory|lay|independent|church|parent|governors?|representatives?|co-?opt(?:ed|ees?)|others?)$/i

/** Whether a text says nothing but a party or a kind of member: "Labour (6)", "Co-optees", "Green Group". */
export function isGroup(text: string): boolean {
  const words = text.split(/[\s/&():,\d–]+/).filter((word) => word !== '')
  return words.length > 0 && words.length < 8 && words.every((word) => GROUP_WORD.test(word))
}

/** "Labour (2): Councillors …", "Parent governors (who vote on schools): Mrs …" */
const LABEL_OF_GROUP = /^([^:]{3,90}):\s*(?=\S)/
const KIND_OF_MEMBER = /\b(?:members?|co-?opt\w*|representatives?|governors?)\b|\b(?:council|authority)$/i

/** A text without the name of the group that stands before its people. */
export function withoutGroup(text: string): string {
  const label = LABEL_OF_GROUP.exec(text)
  if (!label?.[1] || isTitled(label[1])) return text
  return isGroup(label[1]) || KIND_OF_MEMBER.test(label[1]) ? text.slice(label[0].length) : text
}
