import { desk } from '../../api/desk.ts';
import type { Amendment, Entity, Finding, Topic } from '../../api/desk-types.ts';
import { useApp } from '../../app-context.ts';
import { say } from '../../messages/say.ts';
import { type FindingGroup, isCut } from '../../model/group-findings.ts';
import type { Stretch } from './find-place.ts';
import type { OpenArticle } from './use-article.ts';

type Kind = Extract<Amendment, { kind: 'reclassify' }>['to'];

/** Changes to what the machine made of an article. Each is kept at once, and can be taken back. */
export interface Amends {
  readonly restore: (group: FindingGroup) => Promise<unknown>;
  readonly withdraw: (group: FindingGroup) => Promise<void>;
  readonly reclassify: (group: FindingGroup, to: string) => Promise<unknown>;
  readonly remove: (stretches: readonly Stretch[]) => Promise<void>;
  /** Answers whether the text was kept. */
  readonly replace: (stretch: Stretch, text: string) => Promise<boolean>;
  readonly rejectEntity: (entity: Entity) => Promise<unknown>;
  readonly rejectTopic: (topic: Topic) => Promise<unknown>;
  /** Takes changes back by their ids. */
  readonly putBack: (amendments: readonly string[]) => Promise<void>;
}

const spanOf = ({ start, end }: Stretch) => ({ start, end });

/** A finding that only points at something has nothing to restore: it is marked as no fault. */
function toRestore(finding: Finding): Amendment {
  const { rule } = finding;
  return isCut(finding) ? { kind: 'restore', ...spanOf(finding) } : { kind: 'reclassify', ...spanOf(finding), rule, to: 'fine' };
}

export function useAmends({ act, article, failed }: OpenArticle): Amends {
  const { announce, notify } = useApp();
  const amend = async (amendments: readonly Amendment[], done: string) => {
    const after = await act((hold) => desk.amend(hold, amendments));
    const before = new Set(article?.amendments.map(({ id }) => id));
    const isWithout = after?.result?.amendments?.some(({ id, effect }) => !before.has(id) && effect === 'none');
    if (after && isWithout) {
      failed.current = true;
      notify(say('amend.without'), 'bad');
    } else if (after) announce(done);
    return after !== undefined;
  };
  const putBack = async (amendments: readonly string[]) => {
    if (await act((hold) => desk.withdraw(hold, amendments))) announce(say('amend.withdrawn'));
  };
  return {
    restore: (group) => amend(group.findings.map(toRestore), say('amend.restored')),
    reclassify: (group, to) =>
      amend(
        group.findings.map((finding) => ({ kind: 'reclassify', ...spanOf(finding), rule: finding.rule, to: to as Kind })),
        say('amend.reclassified'),
      ),
    withdraw: (group) => putBack([...new Set(group.findings.flatMap(({ amended }) => amended?.by ?? []))]),
    remove: async (stretches) => {
      const isDone = await amend(
        stretches.map((one) => ({ kind: 'remove', ...spanOf(one) })),
        say('amend.removed'),
      );
      // Else the next act would be about what is not there any more.
      if (isDone) document.getSelection()?.removeAllRanges();
    },
    replace: (stretch, text) => amend([{ kind: 'replace', ...spanOf(stretch), text }], say('amend.edited')),
    rejectEntity: ({ name, type }) => amend([{ kind: 'reject_entity', name, type }], say('amend.entity', { name })),
    rejectTopic: ({ code, label }) => amend([{ kind: 'reject_topic', code }], say('amend.entity', { name: label })),
    putBack,
  };
}
