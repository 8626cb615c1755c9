const MARK = /["“”„«»]/u;
const BEFORE_OPENING = /[\s([—–]/u;
const AFTER_CLOSING = /[\s.,;:!?)\]]/u;

/** French puts a space inside its quotation marks, German turns them round, and `"` and `“` stand at both ends. */
function isOpening(mark: string, before: string, after: string): boolean {
  if (mark === '”' || !(before === '' || BEFORE_OPENING.test(before))) return false;
  return mark === '«' || (after !== '' && !AFTER_CLOSING.test(after));
}

/** Calls `visit` with the start and end of each quotation in a text, marks included; one that does not end goes to the end. Linear. */
export function visitQuotations(text: string, visit: (start: number, end: number) => void): void {
  let opened = -1;
  for (let at = 0; at < text.length; at++) {
    const mark = text.charAt(at);
    if (!MARK.test(mark)) continue;
    if (isOpening(mark, text.charAt(at - 1), text.charAt(at + 1))) {
      if (opened < 0) opened = at;
    } else if (opened >= 0) {
      visit(opened, at + 1);
      opened = -1;
    }
  }
  if (opened >= 0) visit(opened, text.length);
}

/** True when the last quotation mark of `text[start, offset)` begins a quotation, which `offset` then stands in. */
export function isInsideQuotation(text: string, start: number, offset: number): boolean {
  for (let at = offset - 1; at >= start; at--) {
    const mark = text.charAt(at);
    if (MARK.test(mark)) return isOpening(mark, at === start ? '' : text.charAt(at - 1), text.charAt(at + 1));
  }
  return false;
}
