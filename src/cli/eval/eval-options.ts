import { randomInt } from 'node:crypto';
import { evaluationSets, generatedSets } from '../../evaluation/evaluation-sets.ts';
import { CliError, EXIT } from '../cli-error.ts';
import { parseFlags } from '../parse-flags.ts';
import { refuseUnknown } from '../refuse-unknown.ts';

const FORMATS = ['table', 'json'] as const;
const DEFAULT_WRONG = '20';
const HELP = 'copydesk eval --help';

/** The arguments of `copydesk eval`, checked. */
export interface EvalOptions {
  readonly set: string;
  readonly data: string;
  readonly format: (typeof FORMATS)[number];
  /** JSON of an earlier run. */
  readonly compare: string | undefined;
  /** How many wrong items to list at most; 0: none. */
  readonly wrong: number;
  readonly rules: string | undefined;
  /** What generated articles are written from. */
  readonly seed: number;
  readonly output: string | undefined;
}

/** Gives a `--wrong` without a number its default, as the number may be left out. */
function completeWrong(args: readonly string[]): readonly string[] {
  const end = args.includes('--') ? args.indexOf('--') : args.length;
  return args.flatMap((arg, at) => {
    if (at < end && arg === '--wrong') return /^\d+$/u.test(args[at + 1] ?? '') ? [arg] : [`${arg}=${DEFAULT_WRONG}`];
    return [arg];
  });
}

function readCount(value: string): number {
  if (/^\d{1,9}$/u.test(value)) return Number(value);
  throw new CliError(`--wrong takes a number of items, not ${value} (see ${HELP})`, EXIT.usage);
}

/** Without a number each run writes other articles; the figures name theirs. */
function readSeed(value: string | undefined): number {
  if (value === undefined) return randomInt(0xffffffff);
  if (/^\d{1,10}$/u.test(value) && Number(value) <= 0xffffffff) return Number(value);
  throw new CliError(`--seed takes a number up to ${0xffffffff}, not ${value} (see ${HELP})`, EXIT.usage);
}

function readSet(positionals: readonly string[]): string {
  const [set, surplus] = positionals;
  const known = Object.keys(evaluationSets);
  if (set === undefined) throw new CliError(`name a set: ${known.join(', ')} (see ${HELP})`, EXIT.usage);
  if (!known.includes(set)) throw refuseUnknown('set', set, known, HELP);
  if (surplus !== undefined) throw new CliError(`one set at a time; ${surplus} is too many (see ${HELP})`, EXIT.usage);
  return set;
}

/** Reads and checks the arguments of `copydesk eval`. Throws `CliError` (64) on misuse. */
export function readEvalOptions(args: readonly string[]): EvalOptions {
  const { values, positionals } = parseFlags('eval', completeWrong(args), {
    data: { type: 'string' },
    format: { type: 'string', default: 'table' },
    compare: { type: 'string' },
    wrong: { type: 'string', default: '0' },
    rules: { type: 'string' },
    seed: { type: 'string' },
    output: { type: 'string' },
  });
  const { data = '', compare, rules, output } = values;
  const set = readSet(positionals);
  const format = FORMATS.find((candidate) => candidate === values.format);
  if (format === undefined) throw refuseUnknown('value of --format:', values.format, FORMATS, HELP);
  if (data === '' && !generatedSets.has(set))
    throw new CliError(`--data names the folder of labelled data (see ${HELP})`, EXIT.usage);
  return { set, data, format, compare, wrong: readCount(values.wrong), rules, seed: readSeed(values.seed), output };
}
