import type { DeadLetters } from '../../service/delivery/list-dead.ts';
import { alignColumns } from '../align-columns.ts';
import { describeAge } from '../describe-age.ts';

/** Ids of publishers may hold anything but control characters, and be long. */
function shorten(text: string): string {
  return text.length > 40 ? `${text.slice(0, 39)}…` : text;
}

/** Dead letters as a table, and how many more there are. */
export function drawDead({ letters, total }: DeadLetters, now: Date): string {
  if (total === 0) return 'Nothing is dead.\n';
  const lines = alignColumns([
    ['id', 'why', 'since', 'tries', 'tenant', 'source', 'article'],
    ...letters.map(({ id, code, since, attempts, tenant, source, externalId, revision }) => [
      ...[id, code, describeAge((now.getTime() - since.getTime()) / 1000), `${attempts}`, tenant],
      ...[shorten(source) || '-', `${shorten(externalId)}, revision ${revision}`],
    ]),
  ]);
  const more = total > letters.length ? `… and ${total - letters.length} more; --limit shows them.\n` : '';
  return `${lines.join('\n')}\n${more}`;
}
