import type { EntityRecogniser, ModerationContext } from '../index.ts';
import { revealControls } from '../moderation/report/reveal-controls.ts';
import { CHECK_HELP } from './check/check-help.ts';
import type { CheckedItem, CheckItem } from './check/check-item.ts';
import { type CheckOptions, readCheckOptions } from './check/check-options.ts';
import { createProgress, type Progress } from './check/create-progress.ts';
import { createRenderer, type Renderer } from './check/create-renderer.ts';
import { describeFault } from './check/describe-fault.ts';
import { type CheckInput, listInputs } from './check/list-inputs.ts';
import { moderateItem } from './check/moderate-item.ts';
import { moderateItemWith } from './check/moderate-item-with.ts';
import { type Output, openOutput } from './check/open-output.ts';
import { readAmendments } from './check/read-amendments.ts';
import { readItems } from './check/read-items.ts';
import { Tally } from './check/tally.ts';
import { toEngineFault } from './check/to-engine-fault.ts';
import { CliError, EXIT } from './cli-error.ts';
import type { Command, Terminal } from './command.ts';
import { loadEntities } from './load-entities.ts';
import { loadRules } from './load-rules.ts';
import { readTaxonomy } from './read-taxonomy.ts';

const DEFAULT_WIDTH = 100;
const MAX_WIDTH = 120;

/** Everything one run works with. */
interface Run {
  readonly terminal: Terminal;
  readonly context: ModerationContext;
  readonly recogniser: EntityRecogniser | undefined;
  readonly renderer: Renderer;
  readonly output: Output;
  readonly progress: Progress;
  readonly tally: Tally;
  readonly isSilent: boolean;
}

function widthOf({ stdout }: Terminal): number {
  const columns = 'columns' in stdout && typeof stdout.columns === 'number' ? stdout.columns : DEFAULT_WIDTH;
  return Math.min(MAX_WIDTH, columns);
}

function chooseRenderer({ format, output }: CheckOptions, inputs: readonly CheckInput[], terminal: Terminal): Renderer {
  const [first] = inputs;
  const isMany = inputs.length !== 1 || (first !== undefined && 'kind' in first && first.kind === 'ndjson');
  const colour = terminal.isStdoutTty && output === undefined && !terminal.env.NO_COLOR;
  return createRenderer(format, { colour, width: widthOf(terminal), isMany });
}

/** What to write for an item; a result too large to be drawn (a string has an end) becomes a fault in its place. */
function draw(item: CheckedItem, renderer: Renderer): { readonly drawn: string; readonly item: CheckedItem } {
  if ('fault' in item) return { drawn: renderer.drawFault(item.fault), item };
  try {
    return { drawn: renderer.draw(item.result, item.article), item };
  } catch (error) {
    const fault = toEngineFault(item.article.id, error);
    return { drawn: renderer.drawFault(fault), item: { fault } };
  }
}

function tell(message: string, { terminal, progress }: Run): void {
  progress.clear();
  terminal.stderr.write(`copydesk: ${message}\n`);
}

function moderateOne(item: CheckItem, run: Run): CheckedItem | Promise<CheckedItem> {
  const { context, recogniser } = run;
  if (!recogniser || 'fault' in item) return moderateItem(item, context);
  const onRecogniserError = (error: unknown): void => {
    const reason = error instanceof Error ? error.message : String(error);
    tell(revealControls(`${item.article.id}: the recogniser failed, the built-in one was used: ${reason}`), run);
  };
  return moderateItemWith(item, { ...context, recogniser, onRecogniserError });
}

async function emit(checked: CheckedItem, run: Run, isFirst: boolean): Promise<boolean> {
  const { drawn, item } = run.isSilent ? { drawn: '', item: checked } : draw(checked, run.renderer);
  run.tally.add(item);
  if (drawn !== '') run.progress.clear();
  if ('fault' in item) tell(describeFault(item.fault), run);
  if (drawn === '') return isFirst;
  await run.output.write(isFirst ? drawn : run.renderer.separator + drawn);
  return false;
}

async function checkInputs(inputs: readonly CheckInput[], run: Run): Promise<void> {
  const { renderer, output, progress, tally } = run;
  if (!run.isSilent) await output.write(renderer.open);
  let isFirst = true;
  for (const [done, input] of inputs.entries()) {
    for await (const item of readItems(input)) {
      progress.show(done, inputs.length, input.name, tally.articles);
      isFirst = await emit(await moderateOne(item, run), run, isFirst);
    }
  }
  progress.clear();
  if (!run.isSilent) await output.write(renderer.close(tally));
  await output.finish();
}

/** Offsets are those of one article, so there has to be one. */
function refuseMany(inputs: readonly CheckInput[]): void {
  const isNdjson = inputs.some((input) => 'kind' in input && input.kind === 'ndjson');
  if (inputs.length !== 1 || isNdjson) throw new CliError('--amendments belong to one article: name one file', EXIT.usage);
}

async function runCheck(args: readonly string[], terminal: Terminal): Promise<number> {
  const options = readCheckOptions(args);
  const ruleset = loadRules(options.rules, terminal.env);
  const recogniser = await loadEntities(options.entities, terminal.env);
  const taxonomy = readTaxonomy(options.topics, terminal.env, ruleset);
  const amendments = options.amendments === undefined ? undefined : await readAmendments(options.amendments);
  const context = { ruleset, ...(taxonomy && { taxonomy }), ...(amendments && { amendments }) };
  const inputs = await listInputs(options.paths, options.input, terminal.stdin);
  if (amendments) refuseMany(inputs);
  const output = await openOutput(options.output, terminal.stdout);
  const renderer = chooseRenderer(options, inputs, terminal);
  const progress = createProgress(terminal.stderr, terminal.isStderrTty && !options.quiet);
  const tally = new Tally();
  const isSilent = options.quiet && options.output === undefined;
  try {
    await checkInputs(inputs, { terminal, context, recogniser, renderer, output, progress, tally, isSilent });
  } finally {
    progress.clear();
    await output.abandon();
  }
  return tally.exitCode;
}

/** `copydesk check`: moderates what it is handed, in order, without a queue. */
export const check: Command = {
  name: 'check',
  summary: 'moderate files, folders or standard input without a queue',
  help: CHECK_HELP,
  run: runCheck,
};
