import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type ActionFacts, DESK_ACTIONS, listActions } from '../../../src/service/review/list-actions.ts';
import { hasRole, type Person, ROLES, type Role } from '../../../src/service/review/person.ts';

const ME = 'per_me';
const OTHER = 'per_other';

const as = (role: Role): Person => ({ id: ME, tenant: null, role });
const facts = (more: Partial<ActionFacts> = {}): ActionFacts => ({
  ...{ review: 'flagged', isOpen: true, claimant: null, decidedBy: null, appealAgainst: null, appealedBy: null },
  ...more,
});

const MINE = ['release', 'skip', 'escalate', 'accept', 'reject', 'amend'];
const ALWAYS = ['note', 'propose_rule'];
const APPEAL = 'open_appeal';

interface Case {
  readonly what: string;
  readonly facts: Partial<ActionFacts>;
  readonly publisher?: readonly string[];
  readonly moderator: readonly string[];
  /** As the moderator's when absent; the admin's are the same. */
  readonly lead?: readonly string[];
}

const CASES: readonly Case[] = [
  { what: 'nobody has it', facts: {}, moderator: ['claim', ...ALWAYS] },
  { what: 'I have it', facts: { claimant: ME }, moderator: [...MINE, ...ALWAYS] },
  { what: 'another has it', facts: { claimant: OTHER }, moderator: ALWAYS },
  { what: 'it takes a lead', facts: { review: 'escalated' }, moderator: ALWAYS, lead: ['claim', ...ALWAYS] },
  {
    what: 'it takes a lead, and I have it',
    facts: { review: 'escalated', claimant: ME },
    moderator: ['release', 'skip', 'accept', 'reject', 'amend', ...ALWAYS],
  },
  { what: 'an appeal that nobody has', facts: { review: 'appealed', decidedBy: OTHER }, moderator: ['claim', ...ALWAYS] },
  { what: 'an appeal against myself', facts: { review: 'appealed', decidedBy: ME }, moderator: ALWAYS },
  { what: 'an appeal of my own', facts: { review: 'appealed', decidedBy: OTHER, appealedBy: ME }, moderator: ALWAYS },
  {
    what: 'an appeal against another, and I have it',
    facts: { review: 'appealed', claimant: ME, decidedBy: OTHER },
    moderator: ['release', 'skip', 'decide_appeal', 'amend', ...ALWAYS],
  },
  {
    what: 'an appeal against myself, and I have it',
    facts: { review: 'appealed', claimant: ME, decidedBy: ME },
    moderator: ['release', 'skip', ...ALWAYS],
  },
  {
    what: 'I have decided',
    facts: { review: 'decided', decidedBy: ME },
    publisher: [APPEAL],
    moderator: ['undo', ...ALWAYS, APPEAL],
  },
  {
    what: 'another has decided',
    facts: { review: 'decided', decidedBy: OTHER },
    publisher: [APPEAL],
    moderator: [...ALWAYS, APPEAL],
    lead: ['undo', ...ALWAYS, APPEAL],
  },
  {
    what: 'another has decided on an appeal against a third',
    facts: { review: 'decided', decidedBy: OTHER, appealAgainst: { by: 'per_third' } },
    moderator: ALWAYS,
    lead: ['undo', ...ALWAYS],
  },
  {
    what: 'another has decided on an appeal against me',
    facts: { review: 'decided', decidedBy: OTHER, appealAgainst: { by: ME } },
    moderator: ALWAYS,
  },
  { what: 'the machine has published it', facts: { review: 'none' }, publisher: [APPEAL], moderator: [...ALWAYS, APPEAL] },
  { what: 'it is under way, superseded or purged', facts: { isOpen: false, claimant: ME }, moderator: [] },
];

describe('what a person may do', () => {
  it.each(CASES)('$what', ({ facts: more, publisher = [], moderator, lead = moderator }) => {
    const actionsOf = (role: Role) => [...listActions(facts(more), as(role))].sort();
    expect(actionsOf('publisher')).toEqual([...publisher].sort());
    expect(actionsOf('moderator')).toEqual([...moderator].sort());
    for (const role of ['lead', 'admin'] as const) expect(actionsOf(role)).toEqual([...lead].sort());
  });

  it('names each action in some case, but for the one that goes with an offer', () => {
    const named = CASES.flatMap(({ publisher = [], moderator, lead = [] }) => [...publisher, ...moderator, ...lead]);
    expect([...new Set(named)].sort()).toEqual(DESK_ACTIONS.filter((action) => action !== 'check').sort());
  });

  it('grows with the role, names nothing twice, and never lets anybody act under the claim of another', () => {
    const anyFacts = fc.record({
      review: fc.constantFrom('none', 'flagged', 'escalated', 'appealed', 'decided'),
      isOpen: fc.boolean(),
      claimant: fc.constantFrom(null, ME, OTHER),
      decidedBy: fc.constantFrom(null, ME, OTHER),
      appealAgainst: fc.constantFrom(null, { by: null }, { by: ME }, { by: OTHER }),
      appealedBy: fc.constantFrom(null, ME, OTHER),
    });
    fc.assert(
      fc.property(anyFacts, fc.constantFrom(...ROLES), fc.constantFrom(...ROLES), (one, role, other) => {
        const actions = listActions(one, as(role));
        expect(new Set(actions).size).toBe(actions.length);
        if (one.claimant !== ME) expect(actions.filter((action) => MINE.includes(action))).toEqual([]);
        if (!hasRole(as(other), role)) return;
        expect(listActions(one, as(other))).toEqual(expect.arrayContaining([...actions]));
      }),
    );
  });
});
