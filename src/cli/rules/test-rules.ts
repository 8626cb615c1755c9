import { fileURLToPath } from 'node:url';
import { proveRulebook, type Rulebook, type RulebookProof } from '../../index.ts';
import { createProgress } from '../check/create-progress.ts';
import { describeFault } from '../check/describe-fault.ts';
import { moderateItem } from '../check/moderate-item.ts';
import { CliError, EXIT } from '../cli-error.ts';
import type { Terminal } from '../command.ts';
import { parseFlags } from '../parse-flags.ts';
import { readChoice } from '../read-choice.ts';
import { toStartError } from '../to-start-error.ts';
import { writeWhole } from '../write-whole.ts';
import { chooseFolder } from './choose-folder.ts';
import { type CleanFailure, findUnclean } from './find-unclean.ts';
import { openRulebook } from './open-rulebook.ts';
import { readArticles } from './read-articles.ts';
import { drawRuleTest, type RuleTest, toRuleTestRecord } from './rule-test.ts';

const HELP = 'copydesk rules test --help';
/** Articles with nothing wrong in them, written for Copydesk. */
const CLEAN = fileURLToPath(new URL('../../../rules/clean/', import.meta.url));

function prove(book: Rulebook): RulebookProof {
  try {
    return proveRulebook(book);
  } catch (error) {
    throw toStartError(error);
  }
}

/** Moderates the clean articles. Faults of reading are told on standard error; the worst decides the exit code. */
async function testClean(
  book: Rulebook,
  paths: readonly string[],
  terminal: Terminal,
): Promise<Pick<RuleTest, 'articles' | 'unclean'> & { readonly faultCode: number }> {
  const progress = createProgress(terminal.stderr, terminal.isStderrTty);
  const unclean: CleanFailure[] = [];
  let articles = 0;
  let faultCode = 0;
  for await (const { item, input, done, total } of readArticles(paths, 'auto', terminal.stdin)) {
    progress.show(done, total, input, articles);
    const checked = moderateItem(item, { ruleset: book.ruleset });
    if ('fault' in checked) {
      progress.clear();
      terminal.stderr.write(`copydesk: ${describeFault(checked.fault)}\n`);
      faultCode = Math.max(faultCode, checked.fault.exitCode);
      continue;
    }
    articles++;
    unclean.push(...findUnclean(checked.article, checked.result, book));
  }
  progress.clear();
  return { articles, unclean, faultCode };
}

/** `copydesk rules test`: resolves to the exit code. Throws `CliError`. */
export async function testRules(args: readonly string[], terminal: Terminal): Promise<number> {
  const { values, positionals } = parseFlags('rules test', args, {
    clean: { type: 'string', multiple: true, default: [] },
    format: { type: 'string', default: 'text' },
    output: { type: 'string' },
  });
  const format = readChoice('--format', values.format, ['text', 'json'], HELP);
  if (positionals.length > 1) throw new CliError(`one folder at a time; ${positionals[1]} is too many (see ${HELP})`, EXIT.usage);
  if (values.clean.includes('')) throw new CliError('--clean has an empty name', EXIT.usage);
  const book = openRulebook(chooseFolder(positionals[0], terminal));
  const proof = prove(book);
  const { faultCode, ...clean } = await testClean(book, [CLEAN, ...values.clean], terminal);
  const test: RuleTest = { ruleset: book.ruleset.version, proof, ...clean };
  const text = format === 'json' ? `${JSON.stringify(toRuleTestRecord(test), null, 2)}\n` : drawRuleTest(test);
  await writeWhole(text, values.output, terminal);
  const failed = proof.failed.length + test.unclean.length > 0;
  return Math.max(faultCode, failed ? 1 : 0);
}
