import type { LearnedRule } from '../../index.ts';
import type { SqlSession } from '../store/sql-pool.ts';

/** The revision of an article that a text is from. */
export interface ExampleOrigin {
  readonly articleId: string;
  readonly revision: number;
}

type Examples = LearnedRule['examples'];

interface Row {
  readonly list: keyof Examples;
  readonly content: string;
  readonly article_id: string | null;
  readonly revision: number | null;
}

const INSERT = `INSERT INTO copydesk.rule_examples (rule, list, place, content, tenant, article_id, revision)
  SELECT $1, e.list, e.place, e.content, $2, e.article_id, e.revision
    FROM json_to_recordset($3::json) AS e (list text, place integer, content text, article_id text, revision integer)`;

/** Puts these examples in the place of those of a rule. Texts that it had keep the article they are from; new ones are from `origin`. */
export async function writeExamples(
  session: SqlSession,
  { rule, tenant, examples }: { readonly rule: string; readonly tenant: string; readonly examples: Examples },
  origin: ExampleOrigin | undefined,
): Promise<void> {
  const { rows: known } = await session.query<Row>(
    'DELETE FROM copydesk.rule_examples WHERE rule = $1 RETURNING list, content, article_id, revision',
    [rule],
  );
  const from = { article_id: origin?.articleId ?? null, revision: origin?.revision ?? null };
  const rows = (['match', 'allow'] as const).flatMap((list) =>
    examples[list].map((text, place) => {
      const content = JSON.stringify(text);
      const { article_id, revision } = known.find((one) => one.content === content) ?? from;
      return { list, place, content, article_id, revision };
    }),
  );
  await session.query(INSERT, [rule, tenant, JSON.stringify(rows)]);
}
