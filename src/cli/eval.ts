import type { Evaluation } from '../evaluation/evaluation.ts';
import { evaluationSets } from '../evaluation/evaluation-sets.ts';
import { toEvaluationRecord } from '../evaluation/to-evaluation-record.ts';
import type { Ruleset } from '../index.ts';
import { createProgress } from './check/create-progress.ts';
import type { Command, Terminal } from './command.ts';
import { drawEvaluation } from './eval/draw-evaluation.ts';
import { EVAL_HELP } from './eval/eval-help.ts';
import { type EvalOptions, readEvalOptions } from './eval/eval-options.ts';
import { readEarlier } from './eval/read-earlier.ts';
import { toDataFault } from './eval/to-data-fault.ts';
import { loadRules } from './load-rules.ts';
import { writeWhole } from './write-whole.ts';

const NOTHING: Evaluation = { tables: [], wrong: [] };

async function evaluate({ set, data, seed }: EvalOptions, ruleset: Ruleset, terminal: Terminal): Promise<Evaluation> {
  const progress = createProgress(terminal.stderr, terminal.isStderrTty);
  const onProgress = (done: number, total: number, name: string): void => progress.show(done, total, name, 0);
  try {
    return (await evaluationSets[set]?.({ folder: data, ruleset, seed, onProgress })) ?? NOTHING;
  } catch (error) {
    throw toDataFault(error);
  } finally {
    progress.clear();
  }
}

async function runEval(args: readonly string[], terminal: Terminal): Promise<number> {
  const options = readEvalOptions(args);
  const earlier = options.compare === undefined ? undefined : readEarlier(options.compare, options.set);
  const ruleset = loadRules(options.rules, terminal.env);
  const evaluation = await evaluate(options, ruleset, terminal);
  const record = toEvaluationRecord(options.set, ruleset.version, evaluation);
  await writeWhole(drawEvaluation({ evaluation, record, earlier }, options), options.output, terminal);
  return 0;
}

/** `copydesk eval`: measures the judgement of Copydesk on labelled data. */
export const evalCommand: Command = {
  name: 'eval',
  summary: 'measure the detectors and annotators on labelled data',
  help: EVAL_HELP,
  run: runEval,
};
