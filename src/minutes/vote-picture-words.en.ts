export const votePictureWords = {
  title: (number: number, result: string) => `Vote ${number}: ${result}`,
  noGroup: 'No group',
  casting: (name: string, side: string) => `Casting vote of ${name}: ${side}.`,
  side: (side: string, count: number, names: readonly string[]) => `${side} ${count} (${names.join(', ')})`,
  group: (group: string, sides: readonly string[]) => `${group}: ${sides.join('; ')}.`,
  handed: 'The picture is in your messages with Scrutineer, with a text that says the same.',
  none: 'Only a vote by name has a picture.',
  file: (number: number) => `vote-${number}.png`,
}
