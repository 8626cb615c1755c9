import type { EntityRecogniser, ModerationContext } from '../index.ts';
import { CHECK_HELP } from './check/check-help.ts';
import { type CheckOptions, readCheckOptions } from './check/check-options.ts';
import { createProgress, type Progress } from './check/create-progress.ts';
import { createRenderer, type Renderer, type RenderStyle } from './check/create-renderer.ts';
import { describeFault } from './check/describe-fault.ts';
import { type Drawing, drawFault } from './check/draw-item.ts';
import type { DrawnItem } from './check/drawn-item.ts';
import { ItemDrawer } from './check/item-drawer.ts';
import { type CheckInput, listInputs } from './check/list-inputs.ts';
import { type Output, openOutput } from './check/open-output.ts';
import { type PlacedItem, readAll } from './check/read-all.ts';
import { readAmendments } from './check/read-amendments.ts';
import { takeInOrder } from './check/take-in-order.ts';
import { Tally } from './check/tally.ts';
import { countUsefulThreads } from './check/threads/count-useful-threads.ts';
import { Staff } from './check/threads/staff.ts';
import type { ThreadSetup } from './check/threads/thread-messages.ts';
import { chooseEntities } from './choose-entities.ts';
import { CliError, EXIT } from './cli-error.ts';
import type { Command, Terminal } from './command.ts';
import { loadEntities } from './load-entities.ts';
import { loadRules } from './load-rules.ts';
import { readTaxonomy } from './read-taxonomy.ts';
import { widthOf } from './width-of.ts';

const THREAD = new URL('./check/threads/check-thread.ts', import.meta.url);
/** From so many files on threads start at once. */
const MANY_FILES = 64;

/** Everything one run works with. */
interface Run {
  readonly terminal: Terminal;
  /** Absent when nothing is drawn. */
  readonly renderer: Renderer | undefined;
  readonly drawer: ItemDrawer;
  readonly output: Output;
  readonly progress: Progress;
  readonly tally: Tally;
}

function chooseStyle({ output }: CheckOptions, inputs: readonly CheckInput[], terminal: Terminal): RenderStyle {
  const [first] = inputs;
  const isMany = inputs.length !== 1 || (first !== undefined && 'kind' in first && first.kind === 'ndjson');
  const colour = terminal.isStdoutTty && output === undefined && !terminal.env.NO_COLOR;
  return { colour, width: widthOf(terminal), isMany };
}

function tell(message: string, { terminal, progress }: Run): void {
  progress.clear();
  terminal.stderr.write(`copydesk: ${message}\n`);
}

async function emit({ drawn, ending, notices }: DrawnItem, run: Run, isFirst: boolean): Promise<boolean> {
  run.tally.add(ending);
  for (const notice of notices) tell(notice, run);
  const isEmpty = drawn.length === 0;
  if (!isEmpty) run.progress.clear();
  if ('fault' in ending) tell(describeFault(ending.fault), run);
  if (isEmpty) return isFirst;
  if (!isFirst) await run.output.write(run.renderer?.separator ?? '');
  await run.output.write(drawn);
  return false;
}

async function checkInputs(inputs: readonly CheckInput[], run: Run): Promise<void> {
  const { renderer, drawer, output, progress, tally } = run;
  await output.write(renderer?.open ?? '');
  let isFirst = true;
  const drawn = takeInOrder<PlacedItem, DrawnItem>(readAll(inputs), {
    hasRoom: (line) => drawer.hasRoom(line.map(({ source }) => source.item)),
    begin: ({ item }) => drawer.draw(item),
    onWait: ({ name, before }) => progress.show(before, inputs.length, name, tally.articles),
  });
  for await (const item of drawn) isFirst = await emit(item, run, isFirst);
  progress.clear();
  await output.write(renderer?.close(tally) ?? '');
  await output.finish();
}

async function runWith(
  drawing: Drawing,
  staff: Staff,
  inputs: readonly CheckInput[],
  options: CheckOptions,
  terminal: Terminal,
): Promise<number> {
  const output = await openOutput(options.output, terminal.stdout);
  const progress = createProgress(terminal.stderr, terminal.isStderrTty && !options.quiet);
  const run = {
    terminal,
    renderer: drawing.renderer,
    drawer: new ItemDrawer(drawing, staff),
    output,
    progress,
    tally: new Tally(),
  };
  try {
    await checkInputs(inputs, run);
  } finally {
    progress.clear();
    await output.abandon();
  }
  return run.tally.exitCode;
}

/** Offsets are those of one article, so there has to be one. */
function refuseMany(inputs: readonly CheckInput[]): void {
  const isNdjson = inputs.some((input) => 'kind' in input && input.kind === 'ndjson');
  if (inputs.length !== 1 || isNdjson) throw new CliError('--amendments belong to one article: name one file', EXIT.usage);
}

/** What articles are moderated with. */
interface Models {
  readonly context: ModerationContext;
  readonly recogniser: EntityRecogniser | undefined;
}

async function loadModels(options: CheckOptions, terminal: Terminal): Promise<Models> {
  const ruleset = loadRules(options.rules, terminal.env);
  const recogniser = await loadEntities(options.entities, terminal.env);
  const taxonomy = readTaxonomy(options.topics, terminal.env, ruleset);
  const amendments = options.amendments === undefined ? undefined : await readAmendments(options.amendments);
  return { context: { ruleset, ...(taxonomy && { taxonomy }), ...(amendments && { amendments }) }, recogniser };
}

/** Threads that draw as this one does, no more than there is work for. */
async function openStaff(
  options: CheckOptions,
  inputs: readonly CheckInput[],
  drawing: { readonly style: RenderStyle; readonly renderer: Renderer | undefined },
  terminal: Terminal,
): Promise<Staff> {
  const { style, renderer } = drawing;
  const threads = await countUsefulThreads(inputs, options.threads);
  const setup: ThreadSetup = {
    drawing: renderer && { format: options.format, style },
    entities: chooseEntities(options.entities, terminal.env),
  };
  return new Staff({ entry: THREAD, threads, setup, drawFault: (fault) => drawFault(fault, renderer) });
}

function teach(staff: Staff, { context, recogniser }: Models): void {
  const { ruleset, taxonomy } = context;
  staff.teach({ ruleset, ...(taxonomy && { taxonomy }), recogniser: recogniser?.name });
}

async function runCheck(args: readonly string[], terminal: Terminal): Promise<number> {
  const options = readCheckOptions(args);
  // Standard input is waited for only when all else is in order. Of files the names are enough to know that threads are worth it, which then load while the rules do.
  const first = options.paths.includes('-') ? await loadModels(options, terminal) : undefined;
  const inputs = await listInputs(options.paths, options.input, terminal.stdin);
  const style = chooseStyle(options, inputs, terminal);
  const renderer = options.quiet && options.output === undefined ? undefined : createRenderer(options.format, style);
  const staff = await openStaff(options, inputs, { style, renderer }, terminal);
  try {
    if (inputs.length >= MANY_FILES) staff.start();
    const models = first ?? (await loadModels(options, terminal));
    teach(staff, models);
    if (models.context.amendments) refuseMany(inputs);
    return await runWith({ ...models, renderer }, staff, inputs, options, terminal);
  } finally {
    await staff.close();
  }
}

/** `copydesk check`: moderates what it is handed, in order, without a queue. */
export const check: Command = {
  name: 'check',
  summary: 'moderate files, folders or standard input without a queue',
  help: CHECK_HELP,
  run: runCheck,
};
