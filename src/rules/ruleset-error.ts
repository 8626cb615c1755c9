/** A ruleset that does not load. The message begins with the file and the line, as `spam.yaml:12`. */
export class RulesetError extends Error {
  readonly code = 'ruleset_invalid';
  readonly file: string;
  readonly line: number;

  constructor(file: string, line: number, reason: string) {
    super(`${file}:${line}: ${reason}`);
    this.name = 'RulesetError';
    this.file = file;
    this.line = line;
  }
}
