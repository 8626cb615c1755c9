import { describe, expect, it } from 'vitest';
import { CLOSING, detectText, OPENING } from './detect-text.ts';

const MIDDLE = 'Two of the older members had brought charts of the northern channel and spread them on the table by the window.';

function between(first: string, second: string, third?: string): string {
  const lines = [OPENING, first, MIDDLE, second, CLOSING, ...(third === undefined ? [] : [third, `${MIDDLE} Nobody objected.`])];
  return lines.join('\n\n');
}

function insertsIn(text: string): readonly (readonly string[])[] {
  return detectText(text).filter(([rule]) => rule.startsWith('insert.'));
}

describe('recurringInsert', () => {
  it.each([
    ['marks', '▶ Pigeon Post delivers by noon ◀'],
    ['one mark', '★ Pigeon Post delivers by noon'],
    ['plain characters', '*** Pigeon Post delivers by noon ***'],
  ])('takes out a line framed by %s that returns', (_, line) => {
    expect(insertsIn(between(line, line))).toEqual([
      ['insert.framed-recurring@2', 'removed', line],
      ['insert.framed-recurring@2', 'removed', line],
    ]);
  });

  it('knows an advert again whose figures change', () => {
    const found = insertsIn(between('▶ Pigeon Post: letters for 12 crowns ◀', '▶ Pigeon Post: letters for 9 crowns ◀'));
    expect(found.map(([rule]) => rule)).toEqual(['insert.framed-recurring@2', 'insert.framed-recurring@2']);
  });

  it('takes out an advert without a frame that shares no word with the article', () => {
    const line = 'Sneakers outlet, free shipping worldwide';
    expect(insertsIn(between(line, line)).map(([rule, action]) => [rule, action])).toEqual([
      ['insert.alien-recurring@1', 'removed'],
      ['insert.alien-recurring@1', 'removed'],
    ]);
  });

  it('flags three plain copies, and says nothing of two', () => {
    const line = 'Our own pictures from the quay';
    expect(insertsIn(between(line, line))).toEqual([]);
    expect(insertsIn(between(line, line, line)).map(([rule, action]) => [rule, action])).toEqual([
      ['insert.recurring@1', 'flagged'],
      ['insert.recurring@1', 'flagged'],
      ['insert.recurring@1', 'flagged'],
    ]);
  });

  it.each([
    ['ticks of a table', '✔ Included'],
    ['credits of pictures', '© Merrow Picture Desk'],
    ['short rows with a mark', '★ Four of five'],
  ])('leaves %s', (_, line) => {
    expect(insertsIn(between(line, line))).toEqual([]);
  });
});
