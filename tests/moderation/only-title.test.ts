import { describe, expect, it } from 'vitest';
import { loadRuleset, moderate } from '../../src/index.ts';

const ruleset = loadRuleset();
const STORY = [
  'The harbour council met at noon to hear what the pilots wanted, and most of them stayed until the evening.',
  'Nobody expects the ferries to sail before the ice has gone, which the observatory thinks will be in April.',
].join('\n\n');

function moderateText(text: string, title?: string) {
  return moderate({ id: 'a', text, ...(title === undefined ? {} : { title }) }, { ruleset });
}

describe('a first line that is the only possible title', () => {
  it.each([
    'By Land and Sea',
    'By Popular Demand',
    'By Numbers: 2024 in Review',
    'Por Favor No Molestar',
    'Von Hohenstein Returns Home',
    'Amazon.com',
    'Related Stories',
    'Subscribe Now',
    'Sign Up',
    'Read More',
    'back-to-the-future-day',
  ])('stays: %j', (line) => {
    expect(moderateText(`${line}\n\n${STORY}`).text).toBe(`${line}\n\n${STORY}`);
  });

  it('goes when the title is known', () => {
    expect(moderateText(`Related Stories\n\n${STORY}`, 'Pilots meet the council').text).toBe(STORY);
    expect(moderateText(`Pilots meet the council\n\nBy Ada Quill\n\n${STORY}`).text).toBe(`Pilots meet the council\n\n${STORY}`);
  });

  it('is kept in the evidence when it moves', () => {
    const given = { id: 'a', text: `Pilots meet the council\n\nBy Ada Quill\n\n${STORY}`, byline: 'Desk' };
    const { article, findings } = moderate(given, { ruleset });
    expect(article.byline).toBe('Desk');
    expect(findings).toMatchObject([{ rule: 'source.byline@1', evidence: { text: 'By Ada Quill' } }]);
  });
});
