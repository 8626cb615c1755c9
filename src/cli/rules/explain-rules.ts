import type { Rulebook } from '../../index.ts';
import type { Terminal } from '../command.ts';
import { widthOf } from '../width-of.ts';
import { writeOut } from '../write-out.ts';
import { chooseFolder } from './choose-folder.ts';
import { explainEntry } from './explain-entry.ts';
import { drawExplainedFinding, type ExplainedFinding, explainFinding } from './explain-finding.ts';
import { type ExplainOptions, readExplainOptions } from './explain-options.ts';
import { type BookEntry, findEntry } from './find-entry.ts';
import { openRulebook } from './open-rulebook.ts';
import { priceRule } from './price-rule.ts';
import { readCase } from './read-case.ts';

const INDENT = 4;

const toJson = (value: object): string => `${JSON.stringify(value, null, 2)}\n`;

async function drawFinding(options: ExplainOptions, book: Rulebook, terminal: Terminal): Promise<string> {
  const explained = explainFinding(
    options.subject,
    await readCase(options, book.ruleset, terminal),
    book,
    widthOf(terminal) - INDENT,
  );
  return options.format === 'json' ? toJson(explained) : drawExplainedFinding(explained);
}

/** The findings of a rule in the article that is named, explained one by one; nothing without an article. */
async function findSpoken(
  { type, entry }: BookEntry,
  options: ExplainOptions,
  book: Rulebook,
  terminal: Terminal,
): Promise<readonly ExplainedFinding[] | undefined> {
  if (options.article === undefined) return undefined;
  const found = await readCase(options, book.ruleset, terminal);
  const isSpoken = (rule: string, kind: string): boolean =>
    (type === 'rule' && rule === entry.rule.id) ||
    (type === 'detector-rule' && rule === entry.id) ||
    (type === 'kind' && kind === entry.kind);
  const ids = found.result.findings.filter(({ rule, kind }) => isSpoken(rule, kind)).map(({ id }) => id);
  return ids.map((id) => explainFinding(id, found, book, widthOf(terminal) - INDENT));
}

function toEntryRecord({ type, entry }: BookEntry, { ruleset }: Rulebook): object {
  if (type === 'rule') return { type, entry, price: priceRule(entry.rule, ruleset) };
  return type === 'detector-rule' ? { type, entry, price: priceRule(entry, ruleset) } : { type, entry };
}

async function drawEntry(options: ExplainOptions, book: Rulebook, terminal: Terminal): Promise<string> {
  const entry = findEntry(options.subject, book);
  const spoken = await findSpoken(entry, options, book, terminal);
  if (options.format === 'json') return toJson({ ...toEntryRecord(entry, book), ...(spoken ? { findings: spoken } : {}) });
  const none = spoken?.length === 0 ? ['It finds nothing in this article.\n'] : [];
  return [explainEntry(entry, book), ...none, ...(spoken ?? []).map(drawExplainedFinding)].join('\n');
}

/** `copydesk rules explain`: resolves to the exit code. Throws `CliError`. */
export async function explainRules(args: readonly string[], terminal: Terminal): Promise<number> {
  const options = readExplainOptions(args);
  const book = openRulebook(chooseFolder(options.rules, terminal));
  const draw = options.isFinding ? drawFinding : drawEntry;
  await writeOut(terminal.stdout, await draw(options, book, terminal));
  return 0;
}
