/** Columns that these characters take at the beginning of a line: tabs reach to the next multiple of four. */
export function columnsOf(text: string): number {
  let columns = 0;
  for (let at = 0; at < text.length; at++) columns += text[at] === '\t' ? 4 - (columns % 4) : 1;
  return columns;
}
