/** JSON of an answer with the stored result as its last field, without reading the result: it may have megabytes. */
export function spliceResult(fields: object, result: string | undefined): string {
  return `${JSON.stringify(fields).slice(0, -1)},"result":${result ?? 'null'}}`;
}
