/**
 * JSON of an answer with stored JSON as its last field, `null` when there is none. Stored JSON is not read for it: it may have
 * megabytes.
 */
export function spliceField(fields: object, name: string, json: string | undefined): string {
  return `${JSON.stringify(fields).slice(0, -1)},${JSON.stringify(name)}:${json ?? 'null'}}`;
}
