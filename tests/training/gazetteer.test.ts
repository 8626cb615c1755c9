import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import gazetteer from '../../models/gazetteer.json' with { type: 'json' };
import { GAZETTEER_INPUTS } from '../../training/gazetteer/gazetteer-inputs.ts';

const readme = readFileSync(new URL('../../models/README.md', import.meta.url), 'utf8');

describe('the gazetteer', () => {
  it('was made of the inputs that its script states', () => {
    expect(gazetteer.inputs).toEqual(GAZETTEER_INPUTS);
  });

  it.each(GAZETTEER_INPUTS)('names the licence of $name in the README', ({ name, version, licence }) => {
    expect(readme).toContain(`| ${name} | ${version} | ${licence} |`);
  });

  it('is no larger than it may be', () => {
    expect(readFileSync(new URL('../../models/gazetteer.json', import.meta.url)).length).toBeLessThan(1_500_000);
  });
});
