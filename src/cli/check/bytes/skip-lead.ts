/** What may stand before the first tag of a page: blanks, an XML declaration. */
const LEAD = /^(?:[\t\n\f\r ]{1,1000}|<\?xml[^>]{0,500}>)/u;
const COMMENT = { start: '<!--', end: '-->' } as const;

/** A text without the blanks, comments and XML declaration at its beginning; nothing of it when a comment does not end. */
export function skipLead(text: string): string {
  let rest = text;
  for (;;) {
    const lead = LEAD.exec(rest)?.[0];
    if (lead !== undefined) rest = rest.slice(lead.length);
    else if (rest.startsWith(COMMENT.start)) {
      const end = rest.indexOf(COMMENT.end);
      rest = end < 0 ? '' : rest.slice(end + COMMENT.end.length);
    } else return rest;
  }
}
