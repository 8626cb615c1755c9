import { moderate } from '../../index.ts';
import { parseRecord } from '../data/parse-record.ts';
import { readDataFile } from '../data/read-data-file.ts';
import type { Evaluation, Row, WrongItem } from '../evaluation.ts';
import type { EvaluationContext } from '../evaluation-context.ts';
import { checkEntities } from './check-entities.ts';
import { checkLines } from './check-lines.ts';
import { checkText } from './check-text.ts';
import { checkTopics } from './check-topics.ts';
import { goldSchema } from './gold-schema.ts';
import type { SeedCheck } from './seed-check.ts';

const ARTICLE = 'seed/article.txt';
const GOLD = 'seed/gold.json';

function toRow({ name, parts }: SeedCheck): Row {
  const right = parts.filter(({ isRight }) => isRight).length;
  return { name, figures: { passed: right === parts.length ? 1 : 0, right, of: parts.length } };
}

function listWrong(checks: readonly SeedCheck[]): readonly WrongItem[] {
  return checks.flatMap(({ name, parts }) =>
    parts
      .filter(({ isRight }) => !isRight)
      .map(({ line, text, evidence }) => {
        const file = line > 0 ? ARTICLE : GOLD;
        return { file, line, label: name, outcome: 'failed', text, rule: null, evidence };
      }),
  );
}

/** Every check that `seed/gold.json` and `seed/cleaned.txt` allow on `seed/article.txt`. Throws `DataError`. */
export function evaluateSeed({ folder, ruleset, onProgress }: EvaluationContext): Evaluation {
  onProgress(0, 1, ARTICLE);
  const text = readDataFile(folder, ARTICLE);
  const gold = parseRecord(readDataFile(folder, GOLD), GOLD, goldSchema);
  const expected = readDataFile(folder, 'seed/cleaned.txt');
  const result = moderate({ id: 'seed', text }, { ruleset });
  const checks = [
    ...checkLines(gold, text, result),
    ...checkText(gold, expected, result),
    ...checkEntities(gold, result),
    ...checkTopics(gold, result),
  ];
  return { tables: [{ name: 'checks', title: 'checks of the seed article', rows: checks.map(toRow) }], wrong: listWrong(checks) };
}
