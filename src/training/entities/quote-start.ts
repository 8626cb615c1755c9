/** Signs of a quotation, escapes included. */
const SHOWN = 60;

/** The beginning of a text as JSON, of at most 60 signs between its quotation marks: of bytes that are no text each may need six. */
export function quoteStart(text: string): string {
  let quoted = '';
  for (const character of text.slice(0, SHOWN)) {
    const escaped = JSON.stringify(character).slice(1, -1);
    if (quoted.length + escaped.length > SHOWN) break;
    quoted += escaped;
  }
  return `"${quoted}"`;
}
