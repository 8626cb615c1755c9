/** A kind of finding or a signal in words: "spam_insert" reads "spam insert". */
export function nameKind(kind: string): string {
  return kind.replaceAll('_', ' ');
}
