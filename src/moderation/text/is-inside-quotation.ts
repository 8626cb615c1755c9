const MARK = /["“”„«»]/u;
const BEFORE_OPENING = /[\s([—–]/u;
const AFTER_CLOSING = /[\s.,;:!?)\]]/u;

/** French puts a space inside its quotation marks, German turns them round, and `"` and `“` stand at both ends. */
function isOpening(mark: string, before: string, after: string): boolean {
  if (mark === '”' || !(before === '' || BEFORE_OPENING.test(before))) return false;
  return mark === '«' || (after !== '' && !AFTER_CLOSING.test(after));
}

/** True when the last quotation mark of `text[start, offset)` begins a quotation, which `offset` then stands in. */
export function isInsideQuotation(text: string, start: number, offset: number): boolean {
  for (let at = offset - 1; at >= start; at--) {
    const mark = text.charAt(at);
    if (MARK.test(mark)) return isOpening(mark, at === start ? '' : text.charAt(at - 1), text.charAt(at + 1));
  }
  return false;
}
