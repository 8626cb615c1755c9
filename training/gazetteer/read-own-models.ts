import organisations from '../../models/organisations.json' with { type: 'json' };
import otherNames from '../../models/other-names.json' with { type: 'json' };
import people from '../../models/people.json' with { type: 'json' };
import places from '../../models/places.json' with { type: 'json' };
import type { NameSource } from './name-source.ts';

/** Names in the word lists of `models/` that were written for Copydesk. */
export function readOwnModels(): readonly NameSource[] {
  return [
    { classes: ['region'], names: places.known, weak: true },
    { classes: ['body'], names: organisations.known },
    { classes: ['people'], names: otherNames.peoples },
    { classes: ['given'], names: people.givenNames },
    { classes: ['person'], names: people.known },
    { classes: ['role'], names: people.roles },
  ];
}
