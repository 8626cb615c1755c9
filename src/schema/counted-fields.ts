/**
 * Fields of log lines that count by name. The forms of other systems have them as lists of `{ name, count }`: a name in the place of a field
 * would make a field of each rule that there ever was.
 */
export const COUNTED_FIELDS: ReadonlySet<string> = new Set([
  ...['kinds', 'rules', 'removed_kinds', 'removed_rules'],
  ...['restored_kinds', 'restored_rules', 'unrestored_kinds', 'unrestored_rules'],
]);
