import { existsSync, readFileSync } from 'node:fs';
import { expect } from 'vitest';
import { examineLog } from './examine-log.ts';

export { CANARY } from './examine-log.ts';

/** The lines of a log that has some, oldest first. */
export function readLogLines(file: string): readonly Record<string, unknown>[] {
  const lines = existsSync(file) ? readFileSync(file, 'utf8').split('\n').filter(Boolean) : [];
  return lines.map((line) => JSON.parse(line) as Record<string, unknown>);
}

/** Every line of a log keeps the contract, and none holds anything of an article, nor an address or a secret. One that is not there has no lines. */
export function expectLogContract(file: string): void {
  if (!existsSync(file)) return;
  const { broken, leaks } = examineLog(readFileSync(file, 'utf8'));
  expect({ broken, leaks }).toEqual({ broken: [], leaks: [] });
}
