import { beforeAll, describe, expect, it } from 'vitest';
import { HOSTILE_NAMES } from '../../../bench/texts/hostile-names.ts';
import { SHAPES } from '../../../bench/texts/hostile-shapes.ts';
import { annotate, moderate, moderateWith } from '../../../src/index.ts';
import { createNameRecogniser } from '../../../src/moderation/annotate/entities/create-name-recogniser.ts';
import { findEntities } from '../../../src/moderation/annotate/entities/find-entities.ts';
import { shippedNameModel } from '../../../src/moderation/annotate/entities/shipped-name-model.ts';
import { findKeyphrases } from '../../../src/moderation/annotate/keyphrases/find-keyphrases.ts';
import { readPhraseLimits } from '../../../src/moderation/annotate/keyphrases/phrase-limits.ts';
import { toPlainText } from '../../../src/moderation/annotate/to-plain-text.ts';
import { readSentences } from '../../../src/moderation/annotate/tokens/read-sentences.ts';
import { chooseTopicIndex } from '../../../src/moderation/annotate/topics/choose-topic-index.ts';
import { findTopics } from '../../../src/moderation/annotate/topics/find-topics.ts';
import { findValues } from '../../../src/moderation/annotate/values/find-values.ts';
import { loadAnnotationRules } from '../../../src/rules/load-annotation-rules.ts';
import { loadRuleset } from '../../../src/rules/load-ruleset.ts';
import { type Growth, measureGrowth } from '../../measure-growth.ts';

/** UTF-16 code units; both below every cap of the annotators, so that each part reads all of it. */
const SIZES = [4_000, 40_000] as const;
/** Times as long as in proportion to the size. What squares takes 10 times. */
const MAX_FACTOR = 2.5;
/** Computing for a code unit, beside that of ordinary prose: what grows up to a cap of its own shows here. */
const MAX_COST = 20;

const PROSE = 'The council of the town met at noon, and Ada Quill heard what the pilots of Merrow wanted. ';

const rules = loadAnnotationRules();

/** Annotates a text as if all of it was English: most of what is hostile reads like no language, and would not be annotated. */
function readAsEnglish(text: string): void {
  const cleaned = toPlainText(text);
  const sentences = readSentences(cleaned, text.length);
  const { entities } = findEntities(cleaned, undefined, sentences);
  findValues(cleaned, '2024-03-13');
  findTopics(cleaned, undefined, chooseTopicIndex(rules), entities);
  findKeyphrases(text, sentences, entities, readPhraseLimits(rules.thresholds));
}

function annotateTwice(text: string): void {
  annotate(text);
  readAsEnglish(text);
}

/** Seconds a code unit. */
let costOfProse = Number.POSITIVE_INFINITY;

const dear = ({ small, large }: Growth): number => Math.max(small / SIZES[0], large / SIZES[1]) / costOfProse;

beforeAll(async () => {
  // The compiler warms up on all of them first.
  for (const { make } of [...SHAPES, ...HOSTILE_NAMES]) annotateTwice(make(SIZES[0]));
  const { large } = await measureGrowth(
    (size) => PROSE.repeat(size / PROSE.length),
    annotateTwice,
    SIZES,
    () => false,
  );
  costOfProse = large / SIZES[1];
}, 300_000);

describe('annotating takes time in proportion to the length', () => {
  it.each([...SHAPES, ...HOSTILE_NAMES])('of $name', async ({ make }) => {
    const growth = await measureGrowth(make, annotateTwice, SIZES, (best) => best.factor < MAX_FACTOR && dear(best) < MAX_COST);
    expect(growth.factor).toBeLessThan(MAX_FACTOR);
    expect(dear(growth)).toBeLessThan(MAX_COST);
  });
});

/** The shapes by which names reach the readers of markup and other recognisers. */
const MARKED_UP: readonly (readonly [string, 'html' | 'markdown' | 'text', (size: number) => string])[] = [
  ['paragraphs of HTML', 'html', (size) => `<p>Ada Quill met <b>Maria Lopez</b> in Paris.</p>\n`.repeat(size / 48)],
  ['one paragraph of HTML', 'html', (size) => `<p>${'<a href="/p">Ada Quill</a> met <i>Lopez</i>, '.repeat(size / 46)}</p>`],
  ['a list of HTML', 'html', (size) => `<ul>${'<li>Paris</li>'.repeat(size / 14)}</ul>`],
  ['a table of HTML', 'html', (size) => `<table>${'<tr><td>Ada Quill</td><td>5 km</td></tr>'.repeat(size / 42)}</table>`],
  ['paragraphs of Markdown', 'markdown', (size) => '**Ada Quill** met [Lopez](/l) in Paris.\n\n'.repeat(size / 42)],
  ['a list of Markdown', 'markdown', (size) => '- Ada Quill\n'.repeat(size / 12)],
  ['a table of Markdown', 'markdown', (size) => `| A | B |\n|---|---|\n${'| Paris | Ada Quill |\n'.repeat(size / 22)}`],
  ['headings of Markdown', 'markdown', (size) => '# Ada Quill in Paris\n\n'.repeat(size / 22)],
  ['blocks of one name', 'text', (size) => 'Paris\n\n'.repeat(size / 7)],
];
/** Parsing of markup has a share that does not grow; two sizes that are both large show what does. */
const LARGE_SIZES = [10_000, 80_000] as const;

describe.each(MARKED_UP)('%s, full of names', (_, format, make) => {
  const ruleset = loadRuleset();
  const recogniser = createNameRecogniser(shippedNameModel(), 'trained');

  it.each([
    ['moderate', (text: string) => moderate({ id: 'a', text, format }, { ruleset })],
    ['moderateWith', (text: string) => moderateWith({ id: 'a', text, format }, { ruleset, recogniser })],
  ])('take %s time in proportion to their length', async (_name, run) => {
    await run(make(LARGE_SIZES[0]));
    const { factor } = await measureGrowth(make, run, LARGE_SIZES, (best) => best.factor < MAX_FACTOR);
    expect(factor).toBeLessThan(MAX_FACTOR);
  });
});
