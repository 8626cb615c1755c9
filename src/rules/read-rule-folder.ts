import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { type LocatedRuleFile, readRuleFile } from './read-rule-file.ts';
import { readTextFile, sayWhyUnread } from './read-text-file.ts';
import { RulesetError } from './ruleset-error.ts';

/** The rules that come with Copydesk. */
const SHIPPED = fileURLToPath(new URL('../../rules/', import.meta.url));

function listRuleFiles(folder: string): readonly string[] {
  try {
    return readdirSync(folder)
      .filter((file) => /\.ya?ml$/u.test(file))
      .sort();
  } catch (error) {
    const why = sayWhyUnread(error).replace('file', 'folder');
    throw new RulesetError(folder, 0, `the rules folder cannot be read: ${why}`);
  }
}

/** Reads and checks every `*.yaml` file of a folder. Throws `RulesetError` for the first fault: nothing is ever skipped. */
export function readRuleFolder(folder: string = SHIPPED): readonly LocatedRuleFile[] {
  const files = listRuleFiles(folder);
  if (files.length === 0) throw new RulesetError(folder, 0, 'the rules folder holds no .yaml file');
  return files.map((file) => readRuleFile(file, readTextFile(join(folder, file), 'the rule file')));
}

/** The files of the rules that come with Copydesk, to be copied. */
export function readShippedRules(): readonly { readonly file: string; readonly text: string }[] {
  return listRuleFiles(SHIPPED).map((file) => ({ file, text: readShippedText(file) }));
}

/** The text of one file of the rules that come with Copydesk. */
export function readShippedText(file: string): string {
  return readTextFile(join(SHIPPED, file), 'the rule file');
}
