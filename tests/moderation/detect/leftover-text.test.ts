import { describe, expect, it } from 'vitest';
import { cpuSeconds } from '../../cpu-seconds.ts';
import { CLOSING, detectLine, detectText, OPENING } from './detect-text.ts';

const found = (line: string): readonly (readonly [string, string, string])[] =>
  detectLine(line).filter(([rule]) => rule.startsWith('leftover.'));

describe('leftover text', () => {
  it.each([
    ['template', '{{ article.summary }} | {{ article.date }}'],
    ['template', '$\u007bferry.name}'],
    ['template', '{% if tide %}'],
    ['template', '<%= ferry.name %>'],
    ['template', '<?php the_title(); ?>'],
    ['template', '%FIRSTNAME%'],
    ['template', '%%sitename%%'],
    ['template', '*|FNAME|*'],
    ['template', '{first_name}'],
    ['shortcode', '[gallery ids="12,14"] [/gallery]'],
    ['shortcode', '[vc_row][vc_column width="1/2"]'],
    ['shortcode', '[embed]https://quay.example/film[/embed]'],
    ['comment', '<!-- harbour widget -->'],
    ['markup', '<p>&nbsp;</p>'],
    ['markup', '</div>'],
  ])('takes a line of %s: %s', (name, line) => {
    expect(found(line)).toContainEqual([`leftover.${name}-line@1`, 'removed', line]);
  });

  it.each([
    ['template', 'Dear %FIRSTNAME%, the ferry to the isles leaves at noon.', '%FIRSTNAME%'],
    ['template', 'The ferry to {{city}} leaves at noon.', '{{city}}'],
    ['template', 'The best {keyword} in Merrow leaves at noon.', '{keyword}'],
    ['shortcode', 'The ferry [gallery ids="1"] left at noon.', '[gallery ids="1"]'],
    ['shortcode', '[caption id="tide_12" width="300"]The ferry at noon[/caption]', '[caption id="tide_12" width="300"]'],
    ['markup', 'The ferry<br />left at noon.', '<br />'],
    ['value', 'Hello undefined, the ferry leaves at noon.', 'Hello undefined'],
    ['value', 'The ticket costs $NaN and the ferry leaves at noon.', '$NaN'],
    ['value', 'Posted by undefined on Monday.', 'by undefined'],
    ['value', 'The captain is [object Object] of Merrow.', '[object Object]'],
  ])('flags %s among words: %s', (name, line, remnant) => {
    expect(found(line)).toEqual([[`leftover.${name}-text@1`, 'flagged', remnant]]);
  });

  it.each([
    ['an editor’s brackets', 'The [city] council met, “and [he] agreed”, wrote the gazette [sic].'],
    ['a bracketed label', '[VIDEO] The ferry at noon'],
    ['footnotes', 'The tide turned at six.[1][2][a]'],
    ['a set', 'The set {1, 2, 3} holds {x | x > 0} and {{1}, {2}}.'],
    ['percentages', 'Of 50% OFF and 20% more, 100%PURE was the louder claim.'],
    ['comparison', 'If a < b and b > c, then the tide is low.'],
    ['a word', 'The outcome was undefined, and nobody is null and void, said NaN Quill.'],
    ['a variable of the system', 'Open the folder %APPDATA% and delete the file of the tide tables.'],
    ['a hash tag', 'The crowd wrote #FERRY and ##tides on the wall.'],
    ['dollars', 'It cost $5 {five dollars}, not $10.'],
  ])('leaves %s', (_, line) => {
    expect(found(line)).toEqual([]);
  });

  it('leaves everything in an article about code', () => {
    const about =
      'A template in HTML and JSON holds placeholders, which the plugin of the site replaces when the page is asked for.';
    expect(detectText(`${about}\n\n{{ article.title }}\n\nWrite <b> and [gallery ids="1"].\n\n${CLOSING}`)).toEqual([]);
  });

  it('does not take remnants themselves for the subject', () => {
    const lines = ['<script type="text/javascript" src="css/json.html">', '{{ html.json.css }}'];
    const found = detectText([OPENING, ...lines, CLOSING].join('\n\n'));
    expect(found.map(([rule]) => rule)).toEqual(['leftover.markup-line@1', 'leftover.template-line@1']);
  });

  it('takes time linear in a hostile line', () => {
    const seconds = cpuSeconds(() => {
      for (const unit of ['{{', '${', '<b>', '[aa bb=', '%A', '*|A', '<!-- ', '\n{a']) detectText(unit.repeat(50_000));
    });
    expect(seconds).toBeLessThan(10);
  });
});
