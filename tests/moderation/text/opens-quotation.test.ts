import { describe, expect, it } from 'vitest';
import { opensQuotation } from '../../../src/moderation/text/opens-quotation.ts';

describe('opensQuotation', () => {
  it.each(['"Ice," he said.', '“Ice.”', '„Eis“', '« Glace »', '»Eis«', '‘Ice’', "'Ice'"])('is true of %s', (text) => {
    expect(opensQuotation(text)).toBe(true);
  });

  it.each(['', 'He said “ice”.', '”', ' "Ice"', '(“Ice”)'])('is false of %j', (text) => {
    expect(opensQuotation(text)).toBe(false);
  });
});
