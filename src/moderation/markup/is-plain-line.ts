/** Characters that may be markup wherever they stand in a line. */
const MARKUP = new Set([...'`*_[<~\\\0'].map((sign) => sign.charCodeAt(0)));
/** What makes a line something other than text when it begins with it. */
const OPENINGS = new Set([...'-+=#>:|\t'].map((sign) => sign.charCodeAt(0)));
const ORDERED = /^\d{1,9}[.)](?:\s|$)/u;

function mayBeReference(line: string, at: number): boolean {
  return /^[#A-Za-z]/u.test(line.charAt(at + 1));
}

/**
 * True when a line at the left margin is text to the last character, whatever stands above and below: it opens nothing,
 * underlines nothing, and a Markdown parser would give it back as it is. Blanks at its ends do not count.
 */
export function isPlainLine(line: string): boolean {
  let start = 0;
  while (start < 3 && line[start] === ' ') start++;
  const first = line.charCodeAt(start);
  if (first === 0x20 || OPENINGS.has(first) || line.endsWith('  ')) return false;
  if (first >= 0x30 && first <= 0x39 && ORDERED.test(line.slice(start, start + 12))) return false;
  for (let at = start; at < line.length; at++) {
    const unit = line.charCodeAt(at);
    if (unit > 0x7e) continue;
    if (MARKUP.has(unit) || (unit === 0x26 && mayBeReference(line, at))) return false;
  }
  return true;
}
