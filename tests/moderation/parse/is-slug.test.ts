import { describe, expect, it } from 'vitest';
import { isSlug } from '../../../src/moderation/parse/is-slug.ts';

describe('isSlug', () => {
  it.each(['pilots-vote-on-the-tide', 'pilots_vote_on_the_tide', '/pilots-vote-on-the-tide/', 'the-10-best-quays-of-2024.html'])(
    'knows %j',
    (line) => {
      expect(isSlug(line)).toBe(true);
    },
  );
  it.each(['State-Of-The-Art-Report', '1-2-3-4-5', 'well-known', 'a line of words', 'a-b-c-d-e'])('leaves %j', (line) => {
    expect(isSlug(line)).toBe(false);
  });
});
