import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { loadRuleset, moderate } from '../../src/index.ts';
import { FEATURES } from '../../src/moderation/detect/garbage/features.ts';
import { INPUTS } from '../../training/token-model/inputs.ts';
import { randomSource } from '../../training/token-model/random-source.ts';

interface Model {
  readonly inputs: readonly unknown[];
  readonly features?: readonly string[];
}

const FOLDER = new URL('../../models/', import.meta.url);
const readModel = (name: string): Model => JSON.parse(readFileSync(new URL(name, FOLDER), 'utf8'));
const readme = readFileSync(new URL('README.md', FOLDER), 'utf8');

describe('the token model', () => {
  it.each(['token-ngrams.json', 'token-weights.json'])('%s was made of the inputs that its script states', (name) => {
    expect(readModel(name).inputs).toEqual(INPUTS);
  });

  it('has a weight for each feature that is measured', () => {
    expect(readModel('token-weights.json').features).toEqual(FEATURES);
  });

  it.each(INPUTS)('names the licence of $name in the README', ({ name, version, licence }) => {
    expect(readme).toContain(`| ${name} | ${version} | ${licence} |`);
  });

  it('states its version with each result', () => {
    const { provenance } = moderate({ id: 'a', text: 'The ferries were late.' }, { ruleset: loadRuleset() });
    expect(provenance.models.garbage).toMatch(/^tokens-\d+$/u);
  });

  it('comes out the same from the same seed', () => {
    const draw = (): readonly number[] => {
      const random = randomSource(7);
      return Array.from({ length: 5 }, () => random.between(0, 99));
    };
    expect(draw()).toEqual(draw());
  });
});
