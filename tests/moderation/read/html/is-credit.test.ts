import { describe, expect, it } from 'vitest';
import { isCredit } from '../../../../src/moderation/read/html/is-credit.ts';
import { pageRules } from './open-page.ts';

describe('isCredit', () => {
  it.each(['Photo: Jori Velt', 'Jori Velt', 'Foto: Seebote', '© Jori Velt', 'Jori Velt / Getty Images'])(
    'is true for %s',
    (text) => {
      expect(isCredit(text, pageRules)).toBe(true);
    },
  );

  it.each(['The old ferry at the quay', 'Skerry Rock from the south, with the ladder that the keepers left', 'Merrow at dawn'])(
    'is false for %s',
    (text) => {
      expect(isCredit(text, pageRules)).toBe(false);
    },
  );
});
