import { existsSync, readFileSync } from 'node:fs';
import { expect } from 'vitest';
import { examineLog, type LogSettings } from './examine-log.ts';

export { CANARY } from './examine-log.ts';

/** The lines of a log that has some, oldest first. */
export function readLogLines(file: string): readonly Record<string, unknown>[] {
  const lines = existsSync(file) ? readFileSync(file, 'utf8').split('\n').filter(Boolean) : [];
  return lines.map((line) => JSON.parse(line) as Record<string, unknown>);
}

/** Every line keeps the log contract, and none holds anything of an article, nor an address or a secret. */
export function expectWholeLog(text: string, settings?: LogSettings): void {
  const { broken, leaks } = examineLog(text, settings);
  expect({ broken, leaks }).toEqual({ broken: [], leaks: [] });
}

/** The same of a file; one that is not there has no lines. */
export function expectLogContract(file: string): void {
  if (existsSync(file)) expectWholeLog(readFileSync(file, 'utf8'));
}
