import { describe, expect, it } from 'vitest';
import { joinRules, type LearnedRule, loadLearnedRule, loadRuleset } from '../../../src/index.ts';
import type { Person } from '../../../src/service/review/person.ts';
import { moveRule } from '../../../src/service/rules/move-rule.ts';
import { proposeRule } from '../../../src/service/rules/propose-rule.ts';
import { readRule } from '../../../src/service/rules/read-rule.ts';
import { readResult } from '../../../src/service/store/read-result.ts';
import { expectLogContract, openTestDesk, untilOver } from '../open-test-desk.ts';
import { availableModes, createPlace } from '../test-place.ts';

const BASE = loadRuleset();
const LEAD: Person = { id: 'per_lead', tenant: null, role: 'lead' };
const STORY = 'The harbour council of Merrow met at noon on Monday to hear what the pilots wanted.';
const RULE: Omit<LearnedRule, 'version'> = {
  ...{ name: 'cheap-kettles', kind: 'spam_insert', form: 'phrase', text: 'cheap kettles for all' },
  ...{ scope: 'block', anchor: 'anywhere', maxWords: 30, message: 'adverts for kettles' },
  examples: { match: ['Cheap kettles for all!'], allow: ['The council bought kettles.'] },
};
const FROM = { articleId: 'art_1', revision: 1, start: 0, end: 5 };

describe.each(availableModes().filter((mode) => mode !== 'embedded'))('in the mode %s', (mode) => {
  it('workers have a rule with the next article after another process has made it active, and never after it was retired', async () => {
    const place = await createPlace(mode);
    const [first, second] = [await openTestDesk(place, ['relay', 'worker']), await openTestDesk(place, ['worker'])];
    const { pool } = first;
    let count = 0;
    // Two of them take turns as they come.
    const rulesetsOf = async () => {
      const accepted = await Promise.all(
        Array.from({ length: 6 }, () =>
          first.accept({ id: `a${count++}`, source: `s${count}`, text: `${STORY}\n\nNumber ${count}.` }),
        ),
      );
      const rulesets = new Set<string>();
      for (const { article } of accepted) {
        await untilOver(pool, article.key);
        rulesets.add(JSON.parse((await readResult(pool, article.key)) ?? '{}').provenance.ruleset);
      }
      return [...rulesets];
    };
    const desk = { pool, log: () => undefined };
    const { id } = await proposeRule(desk, LEAD, 'default', { rule: RULE, from: FROM }, BASE);
    await moveRule(desk, LEAD, 'default', { id, move: 'rule.shadowed' }, BASE);
    expect(await rulesetsOf()).toEqual([BASE.version]);
    await moveRule(desk, LEAD, 'default', { id, move: 'rule.activated' }, BASE);
    const { rule } = await readRule(pool, 'default', id);
    expect(await rulesetsOf()).toEqual([joinRules(BASE, [loadLearnedRule(rule, BASE)]).version]);
    await moveRule(desk, LEAD, 'default', { id, move: 'rule.retired' }, BASE);
    expect(await rulesetsOf()).toEqual([BASE.version]);
    await second.close();
    await first.close();
    expectLogContract(place);
    await place.remove();
  }, 200_000);
});
