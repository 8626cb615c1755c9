import type { Evaluation, Row, Table, WrongItem } from '../evaluation.ts';
import type { EvaluationContext } from '../evaluation-context.ts';
import { scoreCounts } from '../score-counts.ts';
import { judgeSets } from './judge-sets.ts';
import type { JudgedSentence, JudgedSet, System } from './judged-set.ts';
import type { TypedSpan } from './typed-span.ts';

const SCORED: readonly (readonly [string, readonly string[]])[] = [
  ['PER+LOC+ORG', ['PER', 'LOC', 'ORG']],
  ['PER', ['PER']],
  ['LOC', ['LOC']],
  ['ORG', ['ORG']],
  ['MISC', ['MISC']],
];

const keyOf = ({ type, start, end }: TypedSpan): string => `${type} ${start} ${end}`;

function without(spans: readonly TypedSpan[], others: readonly TypedSpan[]): readonly TypedSpan[] {
  const keys = new Set(others.map(keyOf));
  return spans.filter((span) => !keys.has(keyOf(span)));
}

/** A name counts when type, first and last character are right. */
function toRow(system: System, name: string, types: readonly string[], sentences: readonly JudgedSentence[]): Row {
  const isScored = ({ type }: TypedSpan): boolean => types.includes(type);
  const counts = { tp: 0, fp: 0, fn: 0 };
  for (const { gold, found } of sentences) {
    const wanted = gold.filter(isScored);
    const got = (found[system] ?? []).filter(isScored);
    const extra = without(got, wanted).length;
    counts.tp += got.length - extra;
    counts.fp += extra;
    counts.fn += without(wanted, got).length;
  }
  return { name: `${system} ${name}`, figures: { items: counts.tp + counts.fn, ...scoreCounts(counts) } };
}

function toTable({ name, judge, sentences, systems }: JudgedSet): Table {
  const present = new Set(sentences.flatMap(({ gold }) => gold.map(({ type }) => type)));
  const scored = SCORED.filter(([, types]) => types.some((type) => present.has(type)));
  const rows = systems.flatMap((system) =>
    scored
      .filter(([label]) => label !== 'MISC' || system === 'copydesk')
      .map(([label, types]) => toRow(system, label, types, sentences)),
  );
  return { name, title: `${name}: names, strict spans; ${judge}`, rows };
}

function listWrong({ file, sentences }: JudgedSet): readonly WrongItem[] {
  return sentences.flatMap(({ line, text, gold, found }) => {
    const item = (outcome: string, { type, start, end }: TypedSpan): WrongItem => {
      const evidence = text.slice(Math.max(0, start - 20), end + 20);
      return { file, line, label: type, outcome, text: text.slice(start, end), rule: null, evidence };
    };
    return [
      ...without(gold, found.copydesk).map((span) => item('missed', span)),
      ...without(found.copydesk, gold).map((span) => item('not a name of this type', span)),
    ];
  });
}

/**
 * Names against WNUT-17, by the shipped model, which never saw it; against UNER English EWT, by a model trained here without it; and
 * against WikiGold, each fifth by a model trained here on the rest. compromise as it comes stands beside them. Throws `DataError`.
 */
export function evaluateEntities(context: EvaluationContext): Evaluation {
  const sets = judgeSets(context);
  return {
    tables: sets.map(toTable),
    // Documents repeat the sentences that are listed already.
    wrong: sets.filter(({ systems }) => systems.length > 1).flatMap(listWrong),
  };
}
