import { describe, expect, it } from 'vitest';
import { createPalette } from '../../../src/moderation/report/create-palette.ts';
import { reportValues } from '../../../src/moderation/report/report-values.ts';
import { moderateText } from './moderate-text.ts';

const WIDTH = 80;
const report = (text: string) => reportValues(moderateText(text), createPalette(false), WIDTH);

describe('reportValues', () => {
  it('says what each value stands for', () => {
    expect(
      report('The pier of the old harbour was sold for $5 million on 5 March 2024, and 12% of the crews left yesterday.'),
    ).toEqual([
      '',
      'Values',
      '  $5 million: 5000000 USD',
      '  5 March 2024: 2024-03-05',
      '  12%: 12%',
      '  yesterday: counts from a date of publication that is not known',
      '',
      'Keyphrases',
      expect.stringContaining('harbour'),
    ]);
  });

  it('says how many more there are', () => {
    const lines = report(`${Array.from({ length: 15 }, (_, at) => `The crew walked ${at + 2} km.`).join(' ')}`);
    expect(lines.filter((line) => line.includes(' km: '))).toHaveLength(12);
    expect(lines).toContain('  … and 3 more');
  });

  it('says nothing where there is nothing', () => {
    expect(report('So it is.')).toEqual([]);
  });

  it('stays within the width', () => {
    for (const line of report('The harbour of Aldane and its pilots met. '.repeat(20)))
      expect(line.length).toBeLessThanOrEqual(WIDTH);
  });
});
