/**
 * Moving any number in rules/ by one step has to break a test. This one moves each of them up and down by a step and looks
 * whether a case notices: thresholds, points, caps, limits of verdicts, and the lengths that rules look at.
 *
 * A number that nothing notices fails here by name. Then add a case to a file of tests/rules/boundaries/ (any name.yaml):
 *
 *   texts:                                    what the detectors that read the threshold find in a text
 *     - pins: duplicate.min_words             the number, or a list of numbers
 *       shows: eight words twice are a copy
 *       text: |                               invented; [[8 words]] stands for eight plain words, [[8 words of a]] for the
 *         [[30 words]].                       same eight each time (see expand-words.ts)
 *
 *         [[8 words of a]].
 *       found: [duplicate.exact removed]      in order of place; `[]` for nothing; "x 3" behind for three in a row
 *   lines:                                    the same for a line between two paragraphs of plain words
 *     - { pins: read_also.max_words, line: "Related: [[29 words]]", found: [page.read-also-line removed] }
 *   pages:                                    which parts of a web page are left out of its text, with the number of blocks;
 *     - pins: page.label_letters              [[80 letters]] stands for plain words of so many letters in all
 *       shows: a heading of eighty letters says something
 *       html: <h2>[[80 letters]]</h2> ...
 *       leftOut: [navigation, links x 2]
 *   limits:                                   a rule's phrase, filled up to the limit and beyond it by one word
 *     - { rule: spam.buy-now, maxWords: 14, text: order now and save }
 *   topics, keyphrases  a text with what it is about, and the scores; see annotation.yaml there
 *   kinds, groups, prices, verdicts, signals  see scoring.yaml and signals.yaml there
 *
 * A rule can hold its own length too, with a text of exactly that many words under examples.match and one of a word more
 * under examples.allow.
 *
 * For a lower limit it takes two cases as a rule: one that stands on the limit (it notices a step up) and one that is just
 * below it (it notices a step down). A step is 1 for whole numbers, .05 for shares, .01 near their ends, or what `step` says
 * beside the threshold. A step that nobody can notice may be named under `unseen`, with the reason.
 */
import { describe, expect, it } from 'vitest';
import { moderate } from '../../src/index.ts';
import type { Ruleset } from '../../src/moderation/model/ruleset.ts';
import { buildRuleset } from '../../src/rules/build-ruleset.ts';
import { readRuleFolder } from '../../src/rules/read-rule-folder.ts';
import { RulesetError } from '../../src/rules/ruleset-error.ts';
import { readGoldenArticles } from '../golden/read-golden-articles.ts';
import { type BoundaryCase, toBoundaryCases } from './boundaries/boundary-case.ts';
import { listNumbers, type RuleNumber } from './boundaries/list-numbers.ts';
import { readBoundaries } from './boundaries/read-boundaries.ts';

const files = readRuleFolder();
const shipped = buildRuleset(files);
const numbers = listNumbers(files);
const boundaries = readBoundaries();
const cases = boundaries.flatMap(toBoundaryCases);
const unseen = boundaries.flatMap((file) => file.unseen);

/** The ruleset with a number moved; nothing when the step makes no ruleset, which a test would see at once. */
function mutate(number: RuleNumber, to: number): Ruleset | undefined {
  try {
    return buildRuleset(number.moveTo(to), 'skip');
  } catch (error) {
    if (error instanceof RulesetError) return undefined;
    throw error;
  }
}

const notices = (mutant: Ruleset) => (one: BoundaryCase) => one.observe(mutant) !== one.expected;

function goldenNotices(mutant: Ruleset): boolean {
  return readGoldenArticles().some(({ format, original, cleaned, verdict, findings }) => {
    const result = moderate({ id: 'a', text: original, format }, { ruleset: mutant });
    const found = result.findings.map(({ kind, action, start, end }) => ({ kind, action, text: original.slice(start, end) }));
    return result.text !== cleaned || result.verdict.outcome !== verdict || JSON.stringify(found) !== JSON.stringify(findings);
  });
}

/** A rule whose examples stand on its limit holds it by itself. */
function breaksProof(number: RuleNumber, to: number): boolean {
  try {
    buildRuleset(number.moveTo(to), 'run');
    return false;
  } catch (error) {
    if (error instanceof RulesetError) return true;
    throw error;
  }
}

/** Cases that name the number first: the rest is looked at only when they see nothing. */
function isNoticed(number: RuleNumber, to: number, mutant: Ruleset): boolean {
  const own = cases.filter(({ pins }) => pins.includes(number.name));
  return own.some(notices(mutant)) || breaksProof(number, to) || cases.some(notices(mutant)) || goldenNotices(mutant);
}

function findUnnoticed(number: RuleNumber): readonly string[] {
  const { name, place, value, step } = number;
  const steps = [
    { step: 'up', to: value + step },
    { step: 'down', to: value - step },
  ];
  return steps.flatMap(({ step: direction, to: exact }) => {
    const to = Math.round(exact * 1e6) / 1e6;
    if ((value >= 0 && to < 0) || unseen.some((entry) => entry.pins === name && entry.step === direction)) return [];
    const mutant = mutate(number, to);
    if (!mutant || isNoticed(number, to, mutant)) return [];
    return [
      `${place}: no test notices when ${name} goes ${direction} from ${value} to ${to}. Add a case with "pins: ${name}" (for a rule's length: an entry under limits) to tests/rules/boundaries/, as tests/rules/mutation.test.ts says.`,
    ];
  });
}

describe('boundary cases', () => {
  it.each(cases.map((one) => ({ name: `${one.pins.join(', ')}: ${one.title}`, one })))('$name', ({ one }) => {
    expect(one.observe(shipped)).toBe(one.expected);
  });

  it('name numbers that there are', () => {
    const known = new Set(numbers.map(({ name }) => name));
    const pinned = [...cases.flatMap(({ pins }) => pins), ...unseen.map(({ pins }) => pins)];
    expect(pinned.filter((name) => !known.has(name))).toEqual([]);
  });
});

describe('numbers in rules/', () => {
  it('are all found, each under a name of its own', () => {
    const names = numbers.map(({ name }) => name);
    expect(names).toHaveLength(new Set(names).size);
    for (const name of [...Object.keys(shipped.thresholds), 'verdict.reviewBelow', 'verdict.rejectBelow', 'duplicate.points'])
      expect(names).toContain(name);
    expect(names.filter((name) => name.endsWith('.maxWords')).length).toBeGreaterThan(10);
  });

  it.each(numbers.map((number) => ({ name: number.name, number })))('$name is held by a test', ({ number }) => {
    expect(findUnnoticed(number)).toEqual([]);
  });
});
