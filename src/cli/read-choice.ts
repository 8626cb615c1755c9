import { refuseUnknown } from './refuse-unknown.ts';

/** The value of a flag that has to be one of several. Throws `CliError` (64) with the nearest that is one. */
export function readChoice<Choice extends string>(flag: string, value: string, choices: readonly Choice[], help: string): Choice {
  const choice = choices.find((candidate) => candidate === value);
  if (choice === undefined) throw refuseUnknown(`value of ${flag}:`, value, choices, help);
  return choice;
}
