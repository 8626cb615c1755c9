/** Words without those at the end that are surplus; the first word always stays. */
export function trimEnd(words: readonly string[], isSurplus: (word: string) => boolean): readonly string[] {
  let end = words.length;
  while (end > 1 && isSurplus(words[end - 1] ?? '')) end--;
  return words.slice(0, end);
}
