import { loadRuleset, type Ruleset } from '../../index.ts';
import type { Article } from '../../moderation/model/article.ts';
import type { CheckItem, Fault } from '../check/check-item.ts';
import { createProgress, type Progress } from '../check/create-progress.ts';
import { describeFault } from '../check/describe-fault.ts';
import { moderateItem } from '../check/moderate-item.ts';
import { type Output, openOutput } from '../check/open-output.ts';
import type { Terminal } from '../command.ts';
import { toStartError } from '../to-start-error.ts';
import { widthOf } from '../width-of.ts';
import { chooseFolder } from './choose-folder.ts';
import { compareResults, type Flip } from './compare-results.ts';
import { createShadowRenderer, type ShadowRenderer } from './create-shadow-renderer.ts';
import { readArticles } from './read-articles.ts';
import { readShadowOptions, type ShadowOptions } from './shadow-options.ts';
import { ShadowTally } from './shadow-tally.ts';

/** Everything one run works with. */
interface Run {
  readonly terminal: Terminal;
  readonly before: Ruleset;
  readonly after: Ruleset;
  readonly renderer: ShadowRenderer;
  readonly output: Output;
  readonly progress: Progress;
  readonly tally: ShadowTally;
}

function load(folder: string, terminal: Terminal): Ruleset {
  try {
    return loadRuleset(chooseFolder(folder, terminal));
  } catch (error) {
    throw toStartError(error);
  }
}

type Compared = { readonly fault: Fault } | { readonly article: Article; readonly flip: Flip | undefined };

function compare(item: CheckItem, { before, after }: Run): Compared {
  const old = moderateItem(item, { ruleset: before });
  if ('fault' in old) return old;
  const young = moderateItem(item, { ruleset: after });
  if ('fault' in young) return young;
  return { article: old.article, flip: compareResults(old.result, young.result) };
}

function tellFault(fault: Fault, { progress, terminal, tally }: Run): void {
  progress.clear();
  terminal.stderr.write(`copydesk: ${describeFault(fault)}\n`);
  tally.addFault(fault.exitCode);
}

async function shadowArticles({ paths, input: format }: ShadowOptions, run: Run): Promise<void> {
  const { renderer, output, progress, tally, terminal } = run;
  await output.write(renderer.open);
  let isFirst = true;
  for await (const { item, input, done, total } of readArticles(paths, format, terminal.stdin)) {
    progress.show(done, total, input, tally.articles);
    const compared = compare(item, run);
    if ('fault' in compared) {
      tellFault(compared.fault, run);
      continue;
    }
    tally.add(compared.flip);
    if (!compared.flip) continue;
    progress.clear();
    await output.write((isFirst ? '' : renderer.separator) + renderer.draw(compared.flip, compared.article));
    isFirst = false;
  }
  progress.clear();
  await output.write(renderer.close(tally));
  await output.finish();
}

/** `copydesk rules shadow`: resolves to the exit code. Throws `CliError`. */
export async function shadowRules(args: readonly string[], terminal: Terminal): Promise<number> {
  const options = readShadowOptions(args);
  const before = load(options.before, terminal);
  const after = load(options.after, terminal);
  const output = await openOutput(options.output, terminal.stdout);
  const colour = terminal.isStdoutTty && options.output === undefined && !terminal.env.NO_COLOR;
  const renderer = createShadowRenderer(options.format, { colour, width: widthOf(terminal), before, after });
  const progress = createProgress(terminal.stderr, terminal.isStderrTty);
  const tally = new ShadowTally();
  try {
    await shadowArticles(options, { terminal, before, after, renderer, output, progress, tally });
  } finally {
    progress.clear();
    await output.abandon();
  }
  return tally.exitCode;
}
