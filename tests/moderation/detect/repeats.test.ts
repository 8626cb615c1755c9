import { describe, expect, it } from 'vitest';
import { CLOSING, detectText, OPENING } from './detect-text.ts';

const TITLE = 'Pilots of Merrow vote on the winter tide';
const FRAMED = '★ Pigeon Express delivers tomorrow ★';
const PLAIN = 'Pigeon Express delivers tomorrow';
const MIDDLE =
  'A second paragraph tells how the crews of nine tugs waited for coal that a barge from Aldane had failed to bring.';

describe('title repeat', () => {
  it.each([TITLE, TITLE.toUpperCase(), `${TITLE}!`])('finds %j after the title', (line) => {
    expect(detectText(`${TITLE}\n\n${OPENING}\n\n${line}\n\n${CLOSING}`)).toEqual([['title.repeat@1', 'removed', line]]);
  });

  it.each(['Blue Harbour\n\n', 'Row Me Home Tonight\n\n', ''])('leaves the refrain of a song under %j', (head) => {
    const refrain = 'Row me home tonight';
    const verse = ['The lamps are lit along the quay', 'And no one waits but you for me'];
    const more = ['I left my coat upon the stair', 'Your mother said you were not there'];
    const song = [refrain, ...verse, refrain, '', ...more, refrain, refrain].join('\n');
    expect(detectText(`${head}${song}`)).toEqual([]);
  });

  it('finds the title of a very short article', () => {
    const short = ['The tugs stay in.', 'The ice is thick.', 'The crews went home.'];
    expect(detectText([TITLE, TITLE.toUpperCase(), ...short].join('\n\n'))).toHaveLength(1);
  });

  it('leaves a heading that only resembles the title', () => {
    expect(detectText(`${TITLE}\n\n${OPENING}\n\nPilots of Merrow vote\n\n${CLOSING}`)).toEqual([]);
  });
});

describe('slug line', () => {
  it('finds the address of the article', () => {
    const slug = 'pilots-of-merrow-vote-on-the-winter-tide';
    expect(detectText(`${TITLE}\n\n${slug}\n\n${OPENING}`)).toEqual([['slug.line@1', 'removed', slug]]);
  });
});

describe('recurring insert', () => {
  it('finds a framed line that returns', () => {
    const found = detectText([OPENING, FRAMED, MIDDLE, FRAMED, CLOSING].join('\n\n'));
    expect(found).toEqual([
      ['insert.framed-recurring@2', 'removed', FRAMED],
      ['insert.framed-recurring@2', 'removed', FRAMED],
    ]);
  });

  it('only flags a plain one, from the third copy', () => {
    expect(detectText([OPENING, PLAIN, MIDDLE, PLAIN, CLOSING].join('\n\n'))).toEqual([]);
    const rules = detectText([PLAIN, OPENING, PLAIN, MIDDLE, PLAIN, CLOSING].join('\n\n'), 'Another title');
    expect(rules.map(([rule, action]) => [rule, action])).toEqual(Array(3).fill(['insert.recurring@1', 'flagged']));
  });

  it('leaves a framed line that comes once', () => {
    expect(detectText([OPENING, FRAMED, CLOSING].join('\n\n'))).toEqual([]);
  });

  it('leaves rows of equal list items', () => {
    expect(detectText([OPENING, '✓ yes', '✓ yes', '✓ yes', CLOSING].join('\n\n'))).toEqual([]);
  });
});

describe('duplicate', () => {
  it('takes the second copy of a paragraph, whatever its case and punctuation', () => {
    const copy = OPENING.toUpperCase().replace(',', ' –');
    const found = detectText([OPENING, CLOSING, copy].join('\n\n'));
    expect(found).toContainEqual(['duplicate.exact@1', 'removed', copy]);
  });

  it.each([
    ['a minus', 'At the mast the water fell to 5 degrees by the end of that long night.', ['5 degrees', '-5 degrees']],
    ['a currency', 'The owners of the ferry paid $5 million for the new engine hall.', ['$5', '€5']],
    ['a share', 'The pilots now hold 51% of the shares in the harbour company.', ['51%', '51']],
    ['a question', 'The ferries will sail again when the ice has gone in April.', ['April.', 'April?']],
    ['a mark', '✅ Ferries to Merrow sail at noon on every day of the week', ['✅', '❌']],
  ])('flags a paragraph that says something else by %s', (_, line, [from = '', to = '']) => {
    const other = line.replace(from, to);
    const found = detectText([OPENING, line, CLOSING, other].join('\n\n'));
    expect(found).toEqual([['duplicate.other-signs@1', 'flagged', other]]);
  });

  it('leaves short answers and headings', () => {
    expect(detectText([OPENING, 'Yes, he said.', MIDDLE, 'Yes, he said.', CLOSING].join('\n\n'))).toEqual([]);
  });
});

describe('near-duplicate', () => {
  it('flags a paragraph that nearly repeats another, and removes nothing', () => {
    const near = OPENING.replace('noon', 'midday');
    const found = detectText([OPENING, CLOSING, near].join('\n\n'));
    expect(found).toEqual([['duplicate.near@2', 'flagged', near]]);
  });

  it('flags a paragraph that restates another in other order', () => {
    const first =
      'A delegation from Aldane, led by the harbour master Oskar Winter, came to Merrow to meet the council and the head of the pilots. The talks were about closer work between the two ports and about the price of coal.';
    const again =
      'In an effort to end the strike, a delegation from Aldane, led by the harbour master Oskar Winter, came to Merrow last week. There, the talks were about closer work between the two ports, and nobody would say more.';
    const found = detectText([first, CLOSING, again].join('\n\n'));
    expect(found).toEqual([['duplicate.restated@2', 'flagged', again]]);
  });

  it('leaves paragraphs on one subject', () => {
    expect(detectText([OPENING, MIDDLE, CLOSING].join('\n\n'))).toEqual([]);
  });
});
