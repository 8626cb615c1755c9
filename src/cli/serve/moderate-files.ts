import { revealControls } from '../../moderation/report/reveal-controls.ts';
import { RefusedError } from '../../service/intake/refused-error.ts';
import type { Desk } from '../../service/open-desk.ts';
import type { ArticleKey } from '../../service/store/article-key.ts';
import { createProgress, type Progress } from '../check/create-progress.ts';
import { describeFault } from '../check/describe-fault.ts';
import { listInputs } from '../check/list-inputs.ts';
import { readItems } from '../check/read-items.ts';
import { EXIT } from '../cli-error.ts';
import type { Terminal } from '../command.ts';
import { writeOut } from '../write-out.ts';
import { awaitResult } from './await-result.ts';
import { describeOutcome } from './describe-outcome.ts';
import { nameArticle } from './name-article.ts';

/** A folder or file to moderate; `label` stands in place of its folder in the ids of its articles. */
export interface NamedPath {
  readonly path: string;
  readonly label?: string;
}

interface Submitted {
  readonly key: ArticleKey;
  readonly isNew: boolean;
}

interface Work {
  readonly desk: Desk;
  readonly terminal: Terminal;
  readonly progress: Progress;
  readonly signal: AbortSignal;
}

/** 0, or the gravest exit code met so far. */
interface Outcome {
  readonly submitted: readonly Submitted[];
  readonly exitCode: number;
}

async function submitPath(named: NamedPath, work: Work): Promise<Outcome> {
  const submitted: Submitted[] = [];
  let exitCode = 0;
  const complain = (message: string, code: number) => {
    work.progress.clear();
    work.terminal.stderr.write(`copydesk: ${message}\n`);
    exitCode = Math.max(exitCode, code);
  };
  for (const input of await listInputs([named.path], 'auto', work.terminal.stdin)) {
    for await (const item of readItems(input)) {
      if (work.signal.aborted) return { submitted, exitCode };
      if ('fault' in item) {
        complain(describeFault(item.fault), item.fault.exitCode);
        continue;
      }
      try {
        const { article, isNew } = await work.desk.accept({ ...item.article, id: nameArticle(item.article.id, named.label) });
        submitted.push({ key: article.key, isNew });
      } catch (error) {
        if (!(error instanceof RefusedError)) throw error;
        complain(`${revealControls(item.article.id)}: ${error.message}`, EXIT.data);
      }
    }
  }
  return { submitted, exitCode };
}

async function submitAll(paths: readonly NamedPath[], work: Work): Promise<Outcome> {
  const outcomes: Outcome[] = [];
  for (const path of paths) outcomes.push(await submitPath(path, work));
  return { submitted: outcomes.flatMap((one) => one.submitted), exitCode: Math.max(0, ...outcomes.map((one) => one.exitCode)) };
}

/**
 * Puts files through the queue and prints a report of each, in the order named. Resolves to 0, or to the exit code of the
 * gravest thing that went wrong; stops early when asked to.
 */
export async function moderateFiles(
  desk: Desk,
  paths: readonly NamedPath[],
  terminal: Terminal,
  signal: AbortSignal,
): Promise<number> {
  const progress = createProgress(terminal.stderr, terminal.isStderrTty);
  const work = { desk, terminal, progress, signal };
  const { submitted, exitCode } = await submitAll(paths, work);
  let code = exitCode;
  for (const [done, { key, isNew }] of submitted.entries()) {
    const show = () => progress.show(done, submitted.length, key.articleId, done);
    const result = await awaitResult(desk.pool, key, { signal, show });
    progress.clear();
    if (result.kind === 'stopped') return code;
    if (result.kind === 'dead') code = Math.max(code, EXIT.software);
    await writeOut(terminal.stdout, describeOutcome(key, result, isNew, terminal));
  }
  return code;
}
