import { describe, expect, it } from 'vitest';
import { cpuSeconds } from '../../cpu-seconds.ts';
import { CLOSING, detectLine, detectText, OPENING } from './detect-text.ts';

const rules = (line: string): readonly string[] =>
  detectLine(line)
    .filter(([rule, action]) => rule.startsWith('leftover.') && action === 'removed')
    .map(([rule]) => rule);

describe('leftover line', () => {
  it.each([
    ['leftover.value-line@1', 'undefined'],
    ['leftover.value-line@1', 'NaN'],
    ['leftover.value-line@1', '[object Object]'],
    ['leftover.value-line@1', 'null'],
    ['leftover.value-line@1', '(null)'],
    ['leftover.value-line@1', 'undefined undefined'],
    ['leftover.value-line@1', 'NaN / NaN'],
    ['leftover.value-line@1', '#REF!'],
    ['leftover.script-line@1', '(adsbygoogle = window.adsbygoogle || []).push({});'],
    ['leftover.script-line@1', '<script>sail(1);</script>'],
    ['leftover.script-line@1', '/*<![CDATA[*/'],
    ['leftover.script-line@1', '{"@context": "https://schema.example", "@type": "NewsArticle"}'],
    ['leftover.entities-line@1', '&amp;nbsp;'],
    ['leftover.entities-line@1', '&nbsp; &#160; &amp;quot;'],
    ['leftover.template-line@1', '{{ article.summary }}'],
    ['leftover.template-line@1', '%TITLE%'],
    ['leftover.shortcode-line@1', '[gallery ids="12,14,19" columns="3"]'],
    ['leftover.shortcode-line@1', '[/caption]'],
    ['leftover.comment-line@1', '<!-- harbour widget -->'],
    ['leftover.style-line@1', '.ferry-box { margin: 0 auto; color: #336699; }'],
    ['leftover.style-line@1', '@media (max-width: 600px) { .tide { display: none; } }'],
    ['leftover.style-line@1', 'margin-left: 12px;'],
    ['leftover.script-line@1', "var tide = document.getElementById('tide');"],
    ['leftover.script-line@1', "googletag.cmd.push(function() { googletag.display('harbour-top'); });"],
    ['leftover.script-line@1', '(function(d, s) { d.write(s); })'],
  ])('%s takes %s', (rule, line) => {
    expect(rules(line)).toEqual([rule]);
  });

  it.each([
    ['a sentence with a word of it', 'The result is undefined, said the referee, and nobody could explain why.'],
    ['a bracketed note', '[Laughter]'],
    ['a bracketed aside with words', '[The council applauded.]'],
    ['a formula', 'E = mc²'],
    ['a percentage', '100%'],
    ['a set', '{1, 2, 3}'],
    ['a sentence with an ampersand', 'Quill & Sons; Maltby & Daughters;'],
    ['a word that begins like a value', 'Nullarbor'],
    ['a German zero', 'Null'],
    ['a heading that says color', 'Color: what the painters of Merrow saw'],
  ])('leaves %s', (_, line) => {
    expect(rules(line)).toEqual([]);
  });

  it('takes lines that are code only beside code', () => {
    const lines = ['.ferry {', 'margin: 0 auto;', '}', 'jQuery(document).ready(function($) {', 'hideTides();', '});'];
    const found = detectText([OPENING, ...lines, CLOSING].join('\n\n'));
    expect(found.filter(([, action]) => action === 'removed').map(([, , line]) => line)).toEqual(lines);
  });

  it('leaves such lines without code beside them', () => {
    expect(rules('};')).toEqual([]);
    expect(rules('sail();')).toEqual([]);
  });

  it('leaves everything in an article about such things', () => {
    const text = `A stylesheet says how a page looks; the browser reads each selector in turn.\n\n.ferry { color: #336699; }\n\n${CLOSING}`;
    expect(detectText(text).filter(([rule]) => rule.startsWith('leftover.'))).toEqual([]);
  });

  it('leaves a line that is announced', () => {
    expect(detectText(`${OPENING}\n\nThe screen in the pilots' room said:\n\n[object Object]\n\n${CLOSING}`)).toEqual([]);
  });

  it('takes time linear in a hostile line', () => {
    const seconds = cpuSeconds(() => {
      for (const unit of ['[a ', '&amp;', '{a|', '.a{a: b;', 'var a = (', '<!-- ']) detectLine(unit.repeat(100_000));
    });
    expect(seconds).toBeLessThan(10);
  });
});
