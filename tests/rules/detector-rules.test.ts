import { readdirSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import { moderate } from '../../src/index.ts';
import { detectorRules as table } from '../../src/moderation/detect/detector-rules.ts';
import { detectors } from '../../src/moderation/detect/detectors.ts';
import { readRulebook } from '../../src/rules/read-rulebook.ts';
import { readGoldenArticles } from '../golden/read-golden-articles.ts';

const FOLDERS = ['detect', 'read'].map((name) => fileURLToPath(new URL(`../../src/moderation/${name}/`, import.meta.url)));
const LITERAL = /['`]([a-z$][a-z${}-]*\.[a-z$][A-Za-z${}.-]*@\d+)['`]/gu;

/** Rule names as they stand in the sources of detectors; `${...}` in one stands for anything. */
function readNames(): readonly string[] {
  const files = FOLDERS.flatMap((folder) =>
    readdirSync(folder, { recursive: true, encoding: 'utf8' }).map((file) => folder + file),
  );
  const sources = files.filter((file) => file.endsWith('.ts') && !file.endsWith('detector-rules.ts'));
  return sources.flatMap((file) => [...readFileSync(file, 'utf8').matchAll(LITERAL)].map(([, name = '']) => name));
}

function toPattern(name: string): RegExp {
  const parts = name.split(/\$\{[^}]*\}/u).map((part) => part.replaceAll('.', '\\.'));
  return new RegExp(`^${parts.join('[a-z-]+')}$`, 'u');
}

describe('detectorRules', () => {
  const { detectorRules, ruleset } = readRulebook();
  const names = readNames();
  const ids = detectorRules.map(({ id }) => id);

  it('lists every rule that a detector has in its code (state what is missing under `rules` of its detector)', () => {
    expect(names.length).toBeGreaterThan(20);
    expect(names.filter((name) => !ids.some((id) => toPattern(name).test(id)))).toEqual([]);
  });

  it('lists none that is not there (take it out of its detector or of detector-rules.ts)', () => {
    expect(ids.filter((id) => !names.some((name) => toPattern(name).test(id)))).toEqual([]);
    expect(ids).toHaveLength(new Set(ids).size);
  });

  it('names detectors that there are', () => {
    const known = detectors.map(({ name }) => name);
    expect(table.filter(({ detector }) => !known.includes(detector))).toEqual([]);
  });

  it('gives the kind of each as its findings do', () => {
    const found = readGoldenArticles().flatMap(
      ({ original, format }) => moderate({ id: 'a', text: original, format }, { ruleset }).findings,
    );
    const kinds = new Map(detectorRules.map(({ id, kind }) => [id, kind]));
    const known = found.filter(({ rule }) => kinds.has(rule));
    expect(known.length).toBeGreaterThan(10);
    for (const { rule, kind } of known) expect({ rule, kind }).toEqual({ rule, kind: kinds.get(rule) });
  });
});
