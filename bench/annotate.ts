/**
 * What does annotation cost? Times `annotate()` and its parts beside compromise's people, places and organizations, on the
 * same text in the same process, in turn, and prints the ratio. Words are remembered from text to text, so the same text again
 * and again is told apart from other texts in turn, and from texts in which words are spelled as in none before.
 * `node bench/annotate.ts [--file article] [--brief]`
 */
import { readFileSync } from 'node:fs';
import { parseArgs } from 'node:util';
import { annotate } from '../src/index.ts';
import { findEntities } from '../src/moderation/annotate/entities/find-entities.ts';
import { findKeyphrases } from '../src/moderation/annotate/keyphrases/find-keyphrases.ts';
import { readPhraseLimits } from '../src/moderation/annotate/keyphrases/phrase-limits.ts';
import { detectLanguages } from '../src/moderation/annotate/language/detect-languages.ts';
import { toPlainText } from '../src/moderation/annotate/to-plain-text.ts';
import { readSentences } from '../src/moderation/annotate/tokens/read-sentences.ts';
import { chooseTopicIndex } from '../src/moderation/annotate/topics/choose-topic-index.ts';
import { findTopics } from '../src/moderation/annotate/topics/find-topics.ts';
import { findValues } from '../src/moderation/annotate/values/find-values.ts';
import { loadAnnotationRules } from '../src/rules/load-annotation-rules.ts';
import { compareWork, measureAnnotation } from './measuring/annotation-cost.ts';
import { tagWithCompromise } from './measuring/tag-with-compromise.ts';
import { listOwnTexts, spellAnew } from './texts/own-texts.ts';

const ROUNDS = 15;
/** Rounds of other texts. */
const TURNS = 60;
const WARM_UP = 5;
const SIZES = [2_000, 8_000, 40_000];
/** Each part of `annotate()` by name, then all of it, then compromise. */
function listWork(text: string): readonly (readonly [string, () => unknown])[] {
  const cleaned = toPlainText(text);
  const rules = loadAnnotationRules();
  const topics = chooseTopicIndex(rules);
  const limits = readPhraseLimits(rules.thresholds);
  const sentences = readSentences(cleaned, text.length);
  const { entities } = findEntities(cleaned);
  return [
    ['language', () => detectLanguages(cleaned)],
    ['sentences and tokens', () => readSentences(cleaned, text.length)],
    ['entities', () => findEntities(cleaned)],
    ['values', () => findValues(cleaned, '2024-03-13')],
    ['topics', () => findTopics(cleaned, undefined, topics, entities)],
    ['keyphrases', () => findKeyphrases(text, sentences, entities, limits)],
    ['annotate()', () => annotate(text)],
    ['compromise people+places+organizations', () => tagWithCompromise(text)],
  ];
}

function benchText(name: string, text: string): void {
  const works = listWork(text);
  const times = compareWork(
    works.map(([, work]) => work),
    WARM_UP,
    ROUNDS,
  );
  console.log(`${name}: ${text.length} code units`);
  for (const [at, [part]] of works.entries()) console.log(`  ${part.padEnd(40)}${(times[at] ?? 0).toFixed(3).padStart(10)} ms`);
  const [ours, theirs] = [times.at(-2) ?? 0, times.at(-1) ?? 1];
  console.log(`  ratio ${(ours / theirs).toFixed(3)}\n`);
}

/** An article written for Copydesk, repeated until it is as long as wanted. */
function exampleText(size: number): string {
  const text = readFileSync(new URL('../examples/01-ice-core.txt', import.meta.url), 'utf8');
  return Array.from({ length: Math.ceil(size / text.length) }, () => text)
    .join('\n\n')
    .slice(0, size);
}

function benchTurns(name: string, textOf: (round: number) => string): void {
  const { ours, theirs, ratio } = measureAnnotation(textOf, TURNS);
  console.log(`${name}: annotate() ${ours.toFixed(3)} ms, compromise ${theirs.toFixed(3)} ms, ratio ${ratio.toFixed(3)}`);
}

const { file, brief } = parseArgs({ options: { file: { type: 'string' }, brief: { type: 'boolean', default: false } } }).values;

/** The same text again and again or own texts in turn, without and with new words. */
function benchAllTurns(): void {
  const texts = file === undefined ? listOwnTexts() : [readFileSync(file, 'utf8')];
  const textAt = (round: number): string => texts[round % texts.length] ?? '';
  benchTurns(
    file === undefined ? 'own articles in turn, words known from other rounds' : 'the same text, again and again',
    textAt,
  );
  benchTurns('the same, an eighth of the long words new in every round', (round) => spellAnew(textAt(round), round));
}

if (file === undefined) for (const size of SIZES) benchText('an example, repeated', exampleText(size));
else benchText(file, readFileSync(file, 'utf8'));
if (!brief) benchAllTurns();
