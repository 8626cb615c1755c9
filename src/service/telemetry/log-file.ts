/** Where the log stands when nobody has named a place for it and standard output is taken. */
export function logFile(dataFolder: string): string {
  return `${dataFolder}/log.ndjson`;
}
