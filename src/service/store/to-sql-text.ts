/** What PostgreSQL's text can hold of a string: NUL becomes a blank, half a surrogate pair the replacement character. */
export function toSqlText(text: string): string {
  return text.toWellFormed().replaceAll('\0', ' ');
}
