/** An object and those in it with their fields in one order, whatever order they came in. */
function sortFields(_: string, value: unknown): unknown {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return value;
  return Object.fromEntries(Object.entries(value).sort(([a], [b]) => (a < b ? -1 : 1)));
}

/** JSON text that is equal for equal values: fields stand in the order of their names. */
export function canonicalJson(value: unknown): string {
  return JSON.stringify(value, sortFields);
}
