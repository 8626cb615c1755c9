import { countJudged } from '../count-judged.ts';
import { divide } from '../divide.ts';
import type { Evaluation, Figures, Row, Table, WrongItem } from '../evaluation.ts';
import type { EvaluationContext } from '../evaluation-context.ts';
import { groupBy } from '../group-by.ts';
import { scoreCounts } from '../score-counts.ts';
import { toWrongItem } from '../to-wrong-item.ts';
import { type JudgedToken, judgeTokens, TOKENS_FILE } from './judge-tokens.ts';

/** Code points from which a token is called long. */
const LONG = 10;
const SPECIAL =
  /^(?:acronym|chemical|crypto_legit|gene|given_name|hash_uuid_legit|hashtag_handle|isbn_doi_id|number_date|onomatopoeia_slang|person_name|place|product_code|slug|url_email)$/u;

/** Categories that share one figure, by the names the data gives them. */
const FAMILIES: readonly (readonly [string, RegExp])[] = [
  ['hex and keyboard mash', /^(?:keyboard_mash|synth_hex)$/u],
  ['names, codes and other special tokens', SPECIAL],
  ['identifiers', /identifier/u],
  ['words', /^(?:word|longword)_|^non_latin$/u],
];

const falseAlarms = (tokens: readonly JudgedToken[]): readonly JudgedToken[] =>
  tokens.filter(({ isNoise, isFound }) => isFound && !isNoise);

/** A list of tokens alone counts each as a word. */
function scoreTokens(tokens: readonly JudgedToken[]): Figures {
  const legitimate = tokens.filter(({ isNoise }) => !isNoise);
  const lost = falseAlarms(tokens).filter(({ cause }) => cause?.action === 'removed');
  return {
    items: tokens.length,
    ...scoreCounts(countJudged(tokens)),
    falseRemovalsPer10kWords: divide(lost.length * 10_000, legitimate.length),
    charactersLost: lost.reduce((sum, { text }) => sum + text.length, 0),
  };
}

/** Recall of a category of garbage, or how often a legitimate one is flagged. */
function scoreCategory(tokens: readonly JudgedToken[]): Figures {
  const { tp, fp, fn } = countJudged(tokens);
  const isNoise = tp + fn > 0;
  const rate = isNoise ? { recall: divide(tp, tp + fn) } : { flagRate: divide(fp, tokens.length) };
  return { items: tokens.length, tp, fp, fn, ...rate };
}

function scoreCause(tokens: readonly JudgedToken[]): Figures {
  const tp = tokens.filter(({ isNoise }) => isNoise).length;
  const lost = tokens.filter(({ isNoise, cause }) => !isNoise && cause?.action !== 'flagged');
  const charactersLost = lost.reduce((sum, { text }) => sum + text.length, 0);
  return { tp, fp: tokens.length - tp, precision: divide(tp, tokens.length), charactersLost };
}

const groupRows = (
  tokens: readonly JudgedToken[],
  keyOf: (token: JudgedToken) => string,
  score: (tokens: readonly JudgedToken[]) => Figures,
): readonly Row[] => groupBy(tokens, keyOf).map(([name, items]) => ({ name, figures: score(items) }));

function familyRows(tokens: readonly JudgedToken[]): readonly Row[] {
  return FAMILIES.map(([name, pattern]) => ({ name, items: tokens.filter(({ category }) => pattern.test(category)) }))
    .filter(({ items }) => items.length > 0)
    .map(({ name, items }) => ({ name, figures: scoreCategory(items) }));
}

function buildTables(tokens: readonly JudgedToken[]): readonly Table[] {
  const long = tokens.filter(({ text }) => [...text].length >= LONG);
  const caused = tokens.filter(({ cause }) => cause !== undefined);
  const overall = [
    { name: 'all', figures: scoreTokens(tokens) },
    { name: `${LONG} characters or more`, figures: scoreTokens(long) },
  ];
  return [
    { name: 'tokens', title: 'garbage tokens, each a line between paragraphs', rows: overall },
    { name: 'families', title: 'families of categories', rows: familyRows(tokens) },
    { name: 'categories', title: 'categories', rows: groupRows(tokens, ({ category }) => category, scoreCategory) },
    { name: 'kinds', title: 'by kind of finding', rows: groupRows(caused, ({ cause }) => cause?.kind ?? '', scoreCause) },
    { name: 'rules', title: 'by rule', rows: groupRows(caused, ({ cause }) => cause?.rule ?? '', scoreCause) },
  ];
}

/** Missed garbage, and legitimate tokens on which anything was found. */
function listWrong(tokens: readonly JudgedToken[]): readonly WrongItem[] {
  const isWrong = ({ isNoise, isFound, cause }: JudgedToken): boolean => (isNoise ? !isFound : cause !== undefined);
  return tokens.filter(isWrong).map(({ line, text, category, isNoise, cause }) => {
    const outcome = isNoise ? 'missed' : (cause?.action ?? '');
    return toWrongItem({ file: TOKENS_FILE, line, label: category, outcome, text }, cause);
  });
}

/** Garbage tokens against labelled ones of `garbage/tokens.jsonl`. Throws `DataError`. */
export function evaluateGarbage(context: EvaluationContext): Evaluation {
  const tokens = judgeTokens(context);
  return { tables: buildTables(tokens), wrong: listWrong(tokens) };
}
