import { CliError, EXIT } from './cli-error.ts';
import type { Command, Terminal } from './command.ts';
import { refuseUnknown } from './refuse-unknown.ts';
import { copyRules } from './rules/copy-rules.ts';
import { explainRules } from './rules/explain-rules.ts';
import { listRules } from './rules/list-rules.ts';
import { COPY_HELP, EXPLAIN_HELP, LEARNED_HELP, LIST_HELP, RULES_HELP, SHADOW_HELP, TEST_HELP } from './rules/rules-help.ts';
import { shadowRules } from './rules/shadow-rules.ts';
import { testRules } from './rules/test-rules.ts';

/** One part of the command, as `list` in `copydesk rules list`. */
interface Part {
  readonly name: string;
  readonly help: string;
  readonly run: Command['run'];
}

/** It asks a desk, which the other parts need not load. */
const runLearned: Part['run'] = async (args, terminal) => {
  const { learnedRules } = await import('./rules/learned-rules.ts');
  return learnedRules(args, terminal);
};

const PARTS: readonly Part[] = [
  { name: 'list', help: LIST_HELP, run: listRules },
  { name: 'test', help: TEST_HELP, run: testRules },
  { name: 'explain', help: EXPLAIN_HELP, run: explainRules },
  { name: 'shadow', help: SHADOW_HELP, run: shadowRules },
  { name: 'copy', help: COPY_HELP, run: copyRules },
  { name: 'learned', help: LEARNED_HELP, run: runLearned },
];

const NAMES = PARTS.map(({ name }) => name);

async function run([name, ...args]: readonly string[], terminal: Terminal): Promise<number> {
  if (name === undefined)
    throw new CliError(`say what to do with the rules: ${NAMES.join(', ')} (see copydesk rules --help)`, EXIT.usage);
  const part = PARTS.find((candidate) => candidate.name === name);
  if (!part) throw refuseUnknown('part of rules', name, NAMES, 'copydesk rules --help');
  return await part.run(args, terminal);
}

/** `copydesk rules`: rules as something to look at, to test and to change with open eyes. */
export const rules: Command = {
  name: 'rules',
  summary: 'list, test and explain rules, and show what a change of them would flip',
  help: RULES_HELP,
  helpFor: ([name]) => PARTS.find((part) => part.name === name)?.help ?? RULES_HELP,
  run,
};
