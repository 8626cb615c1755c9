/**
 * A ruleset or taxonomy that does not load. The message begins with the file and the line, as `spam.yaml:12`; line 0 is the file
 * itself, and is not written.
 */
export class RulesetError extends Error {
  readonly code = 'ruleset_invalid';
  readonly file: string;
  readonly line: number;

  constructor(file: string, line: number, reason: string) {
    super(`${file}${line === 0 ? '' : `:${line}`}: ${reason}`);
    this.name = 'RulesetError';
    this.file = file;
    this.line = line;
  }
}
