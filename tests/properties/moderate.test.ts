import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { loadRuleset, moderate } from '../../src/index.ts';
import type { Ruleset } from '../../src/moderation/model/ruleset.ts';
import { applyEdits } from './apply-edits.ts';
import { arbitraryArticleText } from './arbitrary-article.ts';
import { invertEdits } from './invert-edits.ts';

const ruleset = loadRuleset();
const check = (text: string, rules: Ruleset = ruleset) => moderate({ id: 'a', text }, { ruleset: rules });

describe('moderate, for any article', () => {
  it('gives a text that is its edits applied, and edits that undo to the original', () => {
    fc.assert(
      fc.property(arbitraryArticleText, (text) => {
        const result = check(text);
        expect(applyEdits(result.edits, text)).toBe(result.text);
        expect(applyEdits(invertEdits(result.edits, text), result.text)).toBe(text);
      }),
      { numRuns: 200 },
    );
  });

  it('keeps edits sorted, disjoint and inside the original', () => {
    fc.assert(
      fc.property(arbitraryArticleText, (text) => {
        let at = 0;
        for (const edit of check(text).edits) {
          expect(edit.start).toBeGreaterThanOrEqual(at);
          expect(edit.end).toBeGreaterThanOrEqual(edit.start);
          expect(edit.end - edit.start + edit.replacement.length).toBeGreaterThan(0);
          at = edit.end;
        }
        expect(at).toBeLessThanOrEqual(text.length);
      }),
      { numRuns: 100 },
    );
  });

  it('maps blocks and mentions back to identical original text', () => {
    fc.assert(
      fc.property(arbitraryArticleText, (text) => {
        const result = check(text);
        const untouched = (from: number, to: number) => !result.edits.some((edit) => edit.start < to && edit.end > from);
        for (const block of result.blocks) {
          if (!untouched(block.sourceStart, block.sourceEnd)) continue;
          expect(text.slice(block.sourceStart, block.sourceEnd)).toBe(result.text.slice(block.start, block.end));
        }
        for (const mention of result.entities.flatMap((entity) => entity.mentions)) {
          expect(result.text.slice(mention.start, mention.end)).toBe(mention.text);
          if (untouched(mention.sourceStart, mention.sourceEnd)) {
            expect(text.slice(mention.sourceStart, mention.sourceEnd)).toBe(mention.text);
          }
        }
      }),
      { numRuns: 100 },
    );
  });

  it('joins its blocks by one blank line and nothing else', () => {
    fc.assert(
      fc.property(arbitraryArticleText, (text) => {
        const result = check(text);
        expect(result.blocks.map((block) => result.text.slice(block.start, block.end)).join('\n\n')).toBe(result.text);
      }),
      { numRuns: 100 },
    );
  });

  it('removes nothing more from a text it has cleaned', () => {
    fc.assert(
      fc.property(arbitraryArticleText, (text) => {
        const cleaned = check(text).text;
        expect(check(cleaned).edits).toEqual([]);
      }),
      { numRuns: 200 },
    );
  });

  it('does not depend on the order of rules', () => {
    const reversed: Ruleset = { ...ruleset, phraseRules: [...ruleset.phraseRules].reverse() };
    fc.assert(
      fc.property(arbitraryArticleText, (text) => {
        expect(JSON.stringify(check(text, reversed))).toBe(JSON.stringify(check(text)));
      }),
      { numRuns: 100 },
    );
  });

  it('takes exactly the points of its findings from the score', () => {
    fc.assert(
      fc.property(arbitraryArticleText, (text) => {
        const { quality, findings } = check(text);
        const hundredths = (points: number) => Math.round(points * 100);
        const spent = quality.components.reduce((sum, component) => sum + hundredths(component.points), 0);
        expect(hundredths(quality.score)).toBe(Math.max(0, 10_000 - spent));
        for (const component of quality.components) {
          const members = findings.filter((finding) => component.findings.includes(finding.id));
          expect(members.reduce((sum, finding) => sum + hundredths(finding.points), 0)).toBe(hundredths(component.points));
        }
        expect(findings.reduce((sum, finding) => sum + hundredths(finding.points), 0)).toBe(spent);
      }),
      { numRuns: 100 },
    );
  });

  it('keeps the title, the headings that are no repeats, and one copy of every sentence', () => {
    const title = 'Pilots of Merrow vote on the winter tide';
    const prose = 'The harbour council met at noon to hear what the pilots wanted, and most of them stayed.';
    const lines = [title, 'one-two-three-four-five', title, prose, 'Why the tide matters', prose, 'RELATED POSTS'];
    const { text } = check(lines.join('\n\n'));
    expect(text.split('\n\n')).toEqual([title, prose, 'Why the tide matters']);
  });
});
