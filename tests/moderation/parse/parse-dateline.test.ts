import { describe, expect, it } from 'vitest';
import { parseDateline } from '../../../src/moderation/parse/parse-dateline.ts';

const STORY = 'The council met at noon.';

describe('parseDateline', () => {
  it.each([
    'MERROW, March 3, 2024 (Tidewire) — ',
    'MERROW, Aldane, March 3, 2024 /Tidewire/ -- ',
    'Merrow, March 3, 2024 – ',
    'PARIS, le 3 mars 2024 – ',
    'Berlin, 3. März 2024 (dpa) - ',
    'BERLIN (dpa), 3.3.2024 - ',
    'MADRID, 3 de marzo de 2024 (EFE) - ',
  ])('reads the date of %j', (dateline) => {
    expect(parseDateline(dateline + STORY)).toBe('2024-03-03');
  });

  it.each([
    'MERROW, March 3 (Tidewire) — ',
    'BERLIN (dpa) - ',
    'On Monday, March 3, 2024 – ',
    'AN OLD BOOK OF March 3, 2024 tells - ',
    'The pilots, who met on March 3, 2024 – ',
    'MERROW, March 3, 2024: ',
    'MERROW (Tidewire) — On March 3, 2024 ',
    '',
  ])('reads none of %j', (beginning) => {
    expect(parseDateline(beginning + STORY)).toBeUndefined();
  });
});
