type Row = Readonly<Record<string, string | number | boolean | undefined>>;

/** Whether two lists have the same rows, by the fields that are named. Linear. */
export function isSameList<Field extends string, T extends Readonly<Record<Field, Row[string]>>>(
  a: readonly T[] | undefined,
  b: readonly T[] | undefined,
  fields: readonly Field[],
): boolean {
  if (a === b) return true;
  if (a?.length !== b?.length) return false;
  return a?.every((row, at) => fields.every((field) => row[field] === b?.[at]?.[field])) ?? false;
}
