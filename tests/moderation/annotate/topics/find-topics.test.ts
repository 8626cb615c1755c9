import { describe, expect, it } from 'vitest';
import { findTopics } from '../../../../src/moderation/annotate/topics/find-topics.ts';

function read(text: string, title?: string) {
  const block = { kind: 'paragraph', start: 0, end: text.length, sourceStart: 0, sourceEnd: text.length } as const;
  return findTopics({ text, edits: [], blocks: [block], toSource: (span) => span }, title);
}

describe('findTopics', () => {
  it.each([
    ['15000000', 'The team won the cup match after the coach changed two players; the season’s last game ends the league.'],
    ['11000000', 'Parliament called an election, and the prime minister’s party asked voters for a new government.'],
    ['02000000', 'The court heard the murder trial; police said the suspect was arrested and the jury found him guilty.'],
    ['07000000', 'Doctors at the hospital gave patients the vaccine against the virus, a disease without another treatment.'],
  ])('medtop:%s', (top, text) => {
    const [first] = read(text);
    expect(first?.broader.at(-1) ?? first?.code).toBe(`medtop:${top}`);
  });

  it('gives at most eight, the best first, each with its broader codes up to the top', () => {
    const topics = read(
      'The government asked parliament for sanctions and a treaty after the war and the election; the court waits.',
    );
    expect(topics.length).toBeGreaterThan(0);
    expect(topics.length).toBeLessThanOrEqual(8);
    expect(topics.map(({ score }) => score)).toEqual(topics.map(({ score }) => score).sort((a, b) => b - a));
    for (const { code, broader, label } of topics) {
      expect(code).toMatch(/^medtop:\d{8}$/u);
      expect(label).not.toBe('');
      expect(code.endsWith('000000') ? '' : broader.at(-1)).toMatch(/^$|^medtop:\d{2}000000$/u);
    }
  });

  it('reads a title that was handed in', () => {
    expect(read('It was a long day.', 'Tennis tournament').map(({ label }) => label)).toContain('tennis');
  });

  it('says nothing about a text that is about nothing', () => {
    expect(read('')).toEqual([]);
    expect(read('Aldane Merrow Quill.')).toEqual([]);
  });
});
