import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { nameOldNode } from '../../src/cli/name-old-node.ts';

describe('nameOldNode', () => {
  it.each(['20.20.2', '22.17.1', '9.0.0', '22.2.0'])('tells of %s', (version) => {
    expect(nameOldNode(version)).toContain(version);
  });

  it.each(['22.18.0', '22.20.1', '24.0.0', '26.1.0-nightly'])('has nothing against %s', (version) => {
    expect(nameOldNode(version)).toBe(undefined);
  });

  it('says what package.json says', () => {
    const { engines } = JSON.parse(readFileSync(new URL('../../package.json', import.meta.url), 'utf8'));
    expect(`copydesk needs Node ${engines.node.replace('>=', '')} or newer`).toBe(nameOldNode('20.0.0')?.split(',')[0]);
  });
});
