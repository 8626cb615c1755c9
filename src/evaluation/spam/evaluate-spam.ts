import { z } from 'zod';
import type { Finding } from '../../moderation/model/finding.ts';
import { countJudged } from '../count-judged.ts';
import { countWords } from '../count-words.ts';
import { type PlacedRecord, readRecords } from '../data/read-records.ts';
import { divide } from '../divide.ts';
import type { Evaluation, Figures, Row, Table, WrongItem } from '../evaluation.ts';
import type { EvaluationContext } from '../evaluation-context.ts';
import { groupBy } from '../group-by.ts';
import { isLost } from '../is-lost.ts';
import { judgeInsert } from '../judge-insert.ts';
import { scoreCounts } from '../score-counts.ts';
import { toWrongItem } from '../to-wrong-item.ts';

const FILE = 'spam/messages.jsonl';

const messageSchema = z.object({
  text: z.string().min(1),
  label: z.union([z.literal(0), z.literal(1)]),
  source: z.string().default('unknown'),
});
type Message = z.infer<typeof messageSchema>;

interface JudgedMessage {
  readonly line: number;
  readonly text: string;
  readonly source: string;
  readonly isNoise: boolean;
  /** A spam finding, removed or flagged, stands on it. */
  readonly isFound: boolean;
  /** Half of it or more is gone, for whatever reason. */
  readonly isRemoved: boolean;
  readonly charactersLost: number;
  /** The spam finding, or what else was found. */
  readonly cause: Finding | undefined;
}

function judge({ line, record }: PlacedRecord<Message>, ruleset: EvaluationContext['ruleset']): JudgedMessage {
  const { cause, loss } = judgeInsert(record.text, 'spam_insert', ruleset);
  return {
    line,
    text: record.text,
    source: record.source,
    isNoise: record.label === 1,
    isFound: cause?.kind === 'spam_insert',
    isRemoved: isLost(loss),
    charactersLost: loss.lost,
    cause,
  };
}

function scoreMessages(messages: readonly JudgedMessage[]): Figures {
  const legitimate = messages.filter(({ isNoise }) => !isNoise);
  const words = legitimate.reduce((sum, { text }) => sum + countWords(text), 0);
  return {
    items: messages.length,
    ...scoreCounts(countJudged(messages)),
    falseRemovalsPer10kWords: divide(legitimate.filter(({ isRemoved }) => isRemoved).length * 10_000, words),
    charactersLost: legitimate.reduce((sum, { charactersLost }) => sum + charactersLost, 0),
  };
}

function scoreCause(messages: readonly JudgedMessage[]): Figures {
  const tp = messages.filter(({ isNoise }) => isNoise).length;
  const lost = messages.filter(({ isNoise }) => !isNoise);
  const charactersLost = lost.reduce((sum, message) => sum + message.charactersLost, 0);
  return { tp, fp: lost.length, precision: divide(tp, messages.length), charactersLost };
}

function buildTables(messages: readonly JudgedMessage[]): readonly Table[] {
  const removed = messages.map((message) => ({ ...message, isFound: message.isRemoved }));
  const caused = messages.filter(({ cause }) => cause !== undefined);
  const rowsBy = (keyOf: (message: JudgedMessage) => string): readonly Row[] =>
    groupBy(caused, keyOf).map(([name, items]) => ({ name, figures: scoreCause(items) }));
  const overall = [
    { name: 'found as spam', figures: scoreMessages(messages) },
    { name: 'removed', figures: scoreMessages(removed) },
  ];
  const sources = groupBy(messages, ({ source }) => source).map(([name, items]) => ({ name, figures: scoreMessages(items) }));
  return [
    { name: 'messages', title: 'promotional messages, each a line between paragraphs', rows: overall },
    { name: 'sources', title: 'found as spam, by source', rows: sources },
    { name: 'kinds', title: 'by kind of finding', rows: rowsBy(({ cause }) => cause?.kind ?? '') },
    { name: 'rules', title: 'by rule', rows: rowsBy(({ cause }) => cause?.rule ?? '') },
  ];
}

function listWrong(messages: readonly JudgedMessage[]): readonly WrongItem[] {
  return messages
    .filter(({ isNoise, isFound, cause }) => (isNoise ? !isFound : cause !== undefined))
    .map(({ line, text, isNoise, cause }) => {
      const outcome = isNoise ? 'missed' : (cause?.action ?? '');
      return toWrongItem({ file: FILE, line, label: isNoise ? 'promotional' : 'legitimate', outcome, text }, cause);
    });
}

/** Spam inserts against the labelled messages of `spam/messages.jsonl`. Throws `DataError`. */
export function evaluateSpam({ folder, ruleset, onProgress }: EvaluationContext): Evaluation {
  const records = readRecords(folder, FILE, messageSchema);
  const messages = records.map((record, at) => {
    onProgress(at, records.length, FILE);
    return judge(record, ruleset);
  });
  return { tables: buildTables(messages), wrong: listWrong(messages) };
}
