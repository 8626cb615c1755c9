import { readFileSync } from 'node:fs';
import { expect, it } from 'vitest';
import { ACTS, DEFAULT_KEYS } from '../../web/src/keys/key-map.ts';
import { messages } from '../../web/src/messages/en.ts';

const page = readFileSync(new URL('../../docs/moderators.md', import.meta.url), 'utf8');

it('docs/moderators.md lists the keys of the desk, and what the page says they do', () => {
  const rows = [...page.matchAll(/^\| `(.)` \| (.+) \|$/gmu)].map(([, key, does]) => [key, does]);
  expect(rows).toEqual(ACTS.map((act) => [DEFAULT_KEYS[act], messages[`act.${act}`]]));
});
