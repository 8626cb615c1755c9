import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { loadRuleset, moderate } from '../../../src/index.ts';
import { CLOSING, detectLine, detectText, OPENING } from './detect-text.ts';

const ruleset = loadRuleset();
const clean = (line: string): string =>
  moderate({ id: 'a', text: `${OPENING}\n\n${line}\n\n${CLOSING}` }, { ruleset })
    .text.split('\n\n')
    .slice(1, -1)
    .join('\n\n');

describe('entity debris', () => {
  it.each([
    ['The pilots&#8217; guild said &amp;quot;no&amp;quot; at noon.', 'The pilots’ guild said "no" at noon.'],
    ['Quill &amp; Sons paid 12&nbsp;million for caf&eacute;s in &Eacute;tel.', 'Quill & Sons paid 12 million for cafés in Étel.'],
    ['The tide &ndash; so the log &#x2014; turned at six&hellip;', 'The tide – so the log — turned at six…'],
    ['Number 146 of Windows&#146; own characters was meant.', 'Number 146 of Windows’ own characters was meant.'],
    ['The ferry&shy;man and the pilot&#8203;s left at noon.', 'The ferryman and the pilots left at noon.'],
    ['Twice&amp;amp;nbsp;encoded, and nbsp;left half at noon.', 'Twice encoded, and  left half at noon.'],
    ['He said &ampquot;no&ampquot; and &amp;amp;quot;yes&amp;amp;quot; at&nbsp noon.', 'He said "no" and "yes" at  noon.'],
    ['The pilots&#8217 guild and Quill&#39s boat left&hellip at noon.', "The pilots’ guild and Quill's boat left… at noon."],
    ['A fire &#128293; and another &#55357;&#56613; and &#x1F525; at noon.', 'A fire 🔥 and another 🔥 and 🔥 at noon.'],
    ['From &#128; to &#x9f; and &#151; the rest of Windows&rsquo own.', 'From € to Ÿ and — the rest of Windows’ own.'],
    ['Fish &amp Chips &ampamp; peas, 5 &lt 6 at noon.', 'Fish & Chips & peas, 5 < 6 at noon.'],
    ['The fer&zwnj;ry&lrm; left at noon.', 'The ferry left at noon.'],
    ['نمی&zwnj;خواهم این کتاب&zwnj;ها را بخوانم.', 'نمی\u200cخواهم این کتاب\u200cها را بخوانم.'],
    ['The family 👨&zwj;👩&zwj;👧 came at noon.', 'The family 👨\u200d👩\u200d👧 came at noon.'],
  ])('puts what was meant into %s', (line, cleaned) => {
    expect(clean(line)).toBe(cleaned);
  });

  it.each(['&nbsp;', '&amp;nbsp;', '&nbsp; &#160; &amp;quot;', '&lt; &gt;'])('takes the line %s', (line) => {
    expect(detectLine(line)).toContainEqual(['leftover.entities-line@1', 'removed', line]);
  });

  it.each([
    ['companies', 'Quill & Sons; Maltby & Daughters; R&D; AT&T; the Q&A;'],
    ['an address', 'See https://quay.example/?tide=low&copy=2&reg=4 for more of it.'],
    ['an address that lost its sign', 'See https://quay.example/?a=1&lt=2&amp=3&quot=4 and &ampersand for more of it.'],
    ['numbers of tracks', 'Track &#10 and &#45 of Quill & Sons came out at noon.'],
    ['halves that make no character', 'The number &#55357;&#55357; and &#xD83D; are none at noon.'],
    ['numbers beyond all characters', 'The number &#1114112; and &#0; are none at noon.'],
    ['an unknown name', 'The sign read &ferry; and nobody knew why.'],
  ])('leaves %s', (_, line) => {
    expect(clean(line)).toBe(line);
  });

  it('leaves entities in an article about them', () => {
    const text = 'In HTML a browser shows &amp;nbsp; as a space, and the editor of the page writes &lt; for a bracket.';
    expect(detectText(`${text}\n\n${CLOSING}`)).toEqual([]);
  });

  it('leaves nothing to do twice', () => {
    const unit = fc.constantFrom('&', 'amp;', 'lt;', '#38;', '&#x26;', 'nbsp;', 'b', ' ', 'ferry', 'gt;');
    fc.assert(
      fc.property(fc.array(unit, { maxLength: 12 }), (units) => {
        const { text } = moderate({ id: 'a', text: `${OPENING} ${units.join('')} at noon.\n\n${CLOSING}` }, { ruleset });
        expect(moderate({ id: 'a', text }, { ruleset }).text).toBe(text);
      }),
      { numRuns: 40 },
    );
  });
});
