import { expect, it } from 'vitest';
import { loadRuleset, moderate } from '../../../src/index.ts';

it('removes two hundred thousand copies of a paragraph without running out of stack', { timeout: 120_000 }, () => {
  const paragraph = 'The council met at noon to hear what the pilots wanted.';
  const text = `${paragraph}\n\n`.repeat(200_000);
  const result = moderate({ id: 'many', text }, { ruleset: loadRuleset() });
  expect(result.text).toBe(paragraph);
  expect(result.findings).toHaveLength(199_999);
});
