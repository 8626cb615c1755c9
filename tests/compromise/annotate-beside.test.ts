import nlp from 'compromise';
import { expect, it } from 'vitest';
import { copydeskEntities } from '../../src/compromise/copydesk-entities.ts';
import { annotate } from '../../src/index.ts';

const TEXT =
  'Ada Quill left Aldane for the Ministry of Ferries in March. Maria Lopez and Dr. Tolle of the Merrow Group paid $5 million.\n\n' +
  'The FBI and John Smith’s crew met in Washington, D.C., where Quill said: “May is late.”';

it('annotate is not changed by the plugin, which may share compromise with it', () => {
  const before = JSON.stringify(annotate(TEXT));
  nlp.extend(copydeskEntities);
  expect(JSON.stringify(annotate(TEXT))).toBe(before);
});
