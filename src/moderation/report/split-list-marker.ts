/** A list item without its marker; `number` is that of an ordered one. */
export interface ListItem {
  readonly number?: string;
  readonly text: string;
}

const MARKER = /^(?:[-*•‣▪–—]|(\d{1,3})[.)])\s+/u;

/** Takes the marker off a list item: "- a", "• a", "3. a" and "3) a" all read "a". */
export function splitListMarker(text: string): ListItem {
  const match = MARKER.exec(text.slice(0, 40));
  const rest = match ? text.slice(match[0].length) : text;
  return match?.[1] === undefined ? { text: rest } : { number: match[1], text: rest };
}
