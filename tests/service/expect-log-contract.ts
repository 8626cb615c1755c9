import { existsSync, readFileSync } from 'node:fs';
import { expect } from 'vitest';
import { logLineSchema } from '../../src/schema/log-events.ts';

/** Stands in texts and titles of test articles; must never reach a log. */
export const CANARY = 'canary-9f2e77';

/** The lines of a log that has some, oldest first. */
export function readLogLines(file: string): readonly Record<string, unknown>[] {
  const lines = existsSync(file) ? readFileSync(file, 'utf8').split('\n').filter(Boolean) : [];
  return lines.map((line) => JSON.parse(line) as Record<string, unknown>);
}

/** Every line keeps the log contract, and none holds anything of an article's text. */
export function expectLogContract(file: string): void {
  for (const line of readLogLines(file)) {
    const checked = logLineSchema.safeParse(line);
    expect(checked.success, `${JSON.stringify(line)} ${checked.error?.message ?? ''}`).toBe(true);
  }
  if (existsSync(file)) expect(readFileSync(file, 'utf8')).not.toContain(CANARY);
}
