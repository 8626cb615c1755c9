import { z } from 'zod';
import { annotateTopics, type Ruleset } from '../../index.ts';
import type { Topic } from '../../moderation/model/annotation.ts';
import { readRecords } from '../data/read-records.ts';
import { divide } from '../divide.ts';
import type { Evaluation, Row, Table, WrongItem } from '../evaluation.ts';
import type { EvaluationContext } from '../evaluation-context.ts';
import { scoreCounts } from '../score-counts.ts';
import { firstClass, NEWS_CLASSES, type NewsClass, sumClass } from './news-class.ts';

const FILE = 'topics/agnews.dev.jsonl.gz';
const itemSchema = z.object({ label: z.enum(NEWS_CLASSES), text: z.string() });

type System = 'copydesk' | 'names and definitions';

/** An item with its topics by each system. */
interface JudgedItem {
  readonly line: number;
  readonly text: string;
  readonly label: NewsClass;
  readonly topics: Readonly<Record<System, readonly Topic[]>>;
}

type Reading = (topics: readonly Topic[]) => NewsClass | undefined;

function accuracyRow(items: readonly JudgedItem[], system: System, reading: string, read: Reading): Row {
  const right = items.filter(({ label, topics }) => read(topics[system]) === label).length;
  const none = items.filter(({ topics }) => topics[system].length === 0).length;
  return {
    name: `${system}, ${reading}`,
    figures: { items: items.length, right, accuracy: divide(right, items.length), noTopic: none },
  };
}

function classRow(items: readonly JudgedItem[], system: System, wanted: NewsClass): Row {
  const counts = { tp: 0, fp: 0, fn: 0 };
  for (const { label, topics } of items) {
    const isFound = firstClass(topics[system]) === wanted;
    if (isFound && label === wanted) counts.tp++;
    else if (isFound) counts.fp++;
    else if (label === wanted) counts.fn++;
  }
  return { name: `${system} ${wanted}`, figures: { items: counts.tp + counts.fn, ...scoreCounts(counts) } };
}

/** How many items of a class (row) are read as which (columns). */
function confusionRow(items: readonly JudgedItem[], label: NewsClass): Row {
  const own = items.filter((item) => item.label === label).map(({ topics }) => firstClass(topics.copydesk));
  const count = (wanted: NewsClass | undefined): number => own.filter((found) => found === wanted).length;
  const figures = {
    items: own.length,
    asWorld: count('World'),
    asSports: count('Sports'),
    asBusiness: count('Business'),
    asScience: count('Sci/Tech'),
    noTopic: count(undefined),
  };
  return { name: label, figures };
}

function toTables(items: readonly JudgedItem[]): readonly Table[] {
  const systems: readonly System[] = ['copydesk', 'names and definitions'];
  const overall = systems.flatMap((system) => [
    accuracyRow(items, system, 'class of the first topic', firstClass),
    accuracyRow(items, system, 'highest sum of scores', sumClass),
  ]);
  return [
    { name: 'accuracy', title: 'AG News items, four classes read from topics without training', rows: overall },
    {
      name: 'classes',
      title: 'classes, by the first topic',
      rows: systems.flatMap((system) => NEWS_CLASSES.map((wanted) => classRow(items, system, wanted))),
    },
    {
      name: 'confusion',
      title: 'items of a class, by what they are read as',
      rows: NEWS_CLASSES.map((label) => confusionRow(items, label)),
    },
  ];
}

function listWrong(items: readonly JudgedItem[]): readonly WrongItem[] {
  return items.flatMap(({ line, text, label, topics: { copydesk } }) => {
    const found = firstClass(copydesk);
    if (found === label) return [];
    const [first] = copydesk;
    const evidence = first ? `${first.label}: ${first.evidence.map((entry) => entry.text).join(', ')}` : '';
    return [{ file: FILE, line, label, outcome: found ?? 'no topic', text: text.slice(0, 120), rule: null, evidence }];
  });
}

function readTopics(text: string, ruleset: Ruleset): JudgedItem['topics'] {
  return { copydesk: annotateTopics(text, ruleset), 'names and definitions': annotateTopics(text, { ...ruleset, topics: [] }) };
}

/**
 * Topics against the four classes of AG News, which nothing here was trained on; beside it what the names and definitions of the
 * concepts alone give. compromise has no topics. Throws `DataError`.
 */
export function evaluateTopics({ folder, ruleset, onProgress }: EvaluationContext): Evaluation {
  const records = readRecords(folder, FILE, itemSchema);
  const items = records.map(({ line, record: { text, label } }, at) => {
    onProgress(at, records.length, FILE);
    return { line, text, label, topics: readTopics(text, ruleset) };
  });
  return { tables: toTables(items), wrong: listWrong(items) };
}
