/** Offset of the end of the line that `at` stands in, before its line end (LF, CRLF or CR). */
export function endOfLine(source: string, at: number): number {
  let end = at;
  while (end < source.length) {
    const unit = source.charCodeAt(end);
    if (unit === 0x0a || unit === 0x0d) return end;
    end++;
  }
  return end;
}

/** Offset behind the line end at `end`. */
export function skipLineEnd(source: string, end: number): number {
  if (source.charCodeAt(end) === 0x0d && source.charCodeAt(end + 1) === 0x0a) return end + 2;
  return Math.min(source.length, end + 1);
}

/** Offset of the first character at or after `at` that is neither a blank nor a tab. */
export function skipBlanks(source: string, at: number): number {
  let to = at;
  while (source.charCodeAt(to) === 0x20 || source.charCodeAt(to) === 0x09) to++;
  return to;
}
