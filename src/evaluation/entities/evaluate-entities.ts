import type { PlacedRecord } from '../data/read-records.ts';
import { readTaggedSentences, type TaggedSentence } from '../data/read-tagged-sentences.ts';
import type { Evaluation, Row, Table, WrongItem } from '../evaluation.ts';
import type { EvaluationContext } from '../evaluation-context.ts';
import { scoreCounts } from '../score-counts.ts';
import { readBioTags } from './read-bio-tags.ts';
import { tagWithCompromise } from './tag-with-compromise.ts';
import { tagWithCopydesk } from './tag-with-copydesk.ts';
import type { TypedSpan } from './typed-span.ts';

const SETS = ['wikigold', 'wnut17.dev', 'uner-ewt.dev'];
const SCORED: readonly (readonly [string, readonly string[]])[] = [
  ['PER+LOC+ORG', ['PER', 'LOC', 'ORG']],
  ['PER', ['PER']],
  ['LOC', ['LOC']],
  ['ORG', ['ORG']],
  ['MISC', ['MISC']],
];

type System = 'copydesk' | 'compromise';

/** A sentence with the names the data gives and those each system finds. */
interface JudgedSentence {
  readonly line: number;
  readonly text: string;
  readonly gold: readonly TypedSpan[];
  readonly found: Readonly<Record<System, readonly TypedSpan[]>>;
}

const keyOf = ({ type, start, end }: TypedSpan): string => `${type} ${start} ${end}`;

function without(spans: readonly TypedSpan[], others: readonly TypedSpan[]): readonly TypedSpan[] {
  const keys = new Set(others.map(keyOf));
  return spans.filter((span) => !keys.has(keyOf(span)));
}

function judge({ line, record }: PlacedRecord<TaggedSentence>): JudgedSentence {
  const { text } = record;
  const found = { copydesk: tagWithCopydesk(text), compromise: tagWithCompromise(text) };
  return { line, text, gold: readBioTags(record), found };
}

/** A name counts when type, first and last character are right. */
function toRow(system: System, name: string, types: readonly string[], sentences: readonly JudgedSentence[]): Row {
  const isScored = ({ type }: TypedSpan): boolean => types.includes(type);
  const counts = { tp: 0, fp: 0, fn: 0 };
  for (const { gold, found } of sentences) {
    const wanted = gold.filter(isScored);
    const got = found[system].filter(isScored);
    const extra = without(got, wanted).length;
    counts.tp += got.length - extra;
    counts.fp += extra;
    counts.fn += without(wanted, got).length;
  }
  return { name: `${system} ${name}`, figures: { items: counts.tp + counts.fn, ...scoreCounts(counts) } };
}

function toTable(name: string, sentences: readonly JudgedSentence[]): Table {
  const present = new Set(sentences.flatMap(({ gold }) => gold.map(({ type }) => type)));
  const scored = SCORED.filter(([, types]) => types.some((type) => present.has(type)));
  const rows = scored.map(([label, types]) => toRow('copydesk', label, types, sentences));
  const baseline = scored.filter(([label]) => label !== 'MISC');
  const peers = baseline.map(([label, types]) => toRow('compromise', label, types, sentences));
  return { name, title: `${name}: names, sentence by sentence, strict spans`, rows: [...rows, ...peers] };
}

function listWrong(file: string, { line, text, gold, found }: JudgedSentence): readonly WrongItem[] {
  const item = (outcome: string, { type, start, end }: TypedSpan): WrongItem => {
    const evidence = text.slice(Math.max(0, start - 20), end + 20);
    return { file, line, label: type, outcome, text: text.slice(start, end), rule: null, evidence };
  };
  return [
    ...without(gold, found.copydesk).map((span) => item('missed', span)),
    ...without(found.copydesk, gold).map((span) => item('not a name of this type', span)),
  ];
}

/** Names against WikiGold, WNUT-17 and UNER, with compromise as it comes beside ours. Throws `DataError`. */
export function evaluateEntities({ folder, onProgress }: EvaluationContext): Evaluation {
  const sets = SETS.map((name) => ({ name, records: readTaggedSentences(folder, name) }));
  const judged = sets.map(({ name, records }) => {
    const sentences = records.map((record, at) => {
      onProgress(at, records.length, name);
      return judge(record);
    });
    return { name, sentences };
  });
  return {
    tables: judged.map(({ name, sentences }) => toTable(name, sentences)),
    wrong: judged.flatMap(({ name, sentences }) =>
      sentences.flatMap((sentence) => listWrong(`entities/${name}.jsonl.gz`, sentence)),
    ),
  };
}
