import { SHOWN_TITLE } from '../store/shown-title.ts';
import type { SqlSession } from '../store/sql-pool.ts';
import type { ArticlePlace } from './backtest-report.ts';

/** A place with the words around it, read now. */
export interface ShownPlace<Place extends ArticlePlace> {
  readonly place: Place;
  readonly title: string;
  /** Null when the content of the article is gone, and when the articles before it were too long to read this one too. */
  readonly snippet: { readonly before: string; readonly text: string; readonly after: string } | null;
}

/** UTF-16 code units that are shown of a place, and beside it. */
const MOST_TEXT = 600;
const AROUND = 80;
/** UTF-16 code units of the articles that are opened for one answer, but for the last. */
const MOST_OPENED = 4_000_000;

interface Row {
  readonly place: number;
  readonly title: string;
  /** There are characters of two code units, each with U+0001 behind it. */
  readonly is_aligned: boolean;
  readonly before: string | null;
  readonly text: string | null;
  readonly after: string | null;
}

/** What PostgreSQL unpacks from no JSON text, NUL and half surrogate pairs, is shown as U+FFFD. First each backslash is written so that none ends in one. */
const UNPACKED = `(CASE WHEN position('\\u' in a.input) > 0
    THEN regexp_replace(replace(a.input, '\\\\', '\\u005c'), '\\\\u(?:0000|d[89a-f][0-9a-f]{2})', '\\ufffd', 'g') ELSE a.input END)::json ->> 'text'`;

/**
 * The database cuts the words out, so that no article leaves it. It counts characters where offsets count UTF-16 code units: behind each character
 * that has two of them, U+0001 takes the place of the second.
 */
const READ = `WITH places AS (
    SELECT * FROM jsonb_to_recordset($2::jsonb) AS p(place integer, id text, revision integer, "from" integer, start integer, until integer, "end" integer)
  ), opened AS (
    SELECT a.article_id, a.revision, ${SHOWN_TITLE}, a.purged, a.characters, a.input, sum(a.characters) OVER (ORDER BY k.first) AS sum
      FROM (SELECT id, revision, min(place) AS first FROM places GROUP BY id, revision) k
      JOIN copydesk.articles a ON a.tenant = $1 AND a.article_id = k.id AND a.revision = k.revision
  ), unpacked AS MATERIALIZED (
    SELECT article_id, revision, title, characters,
           CASE WHEN NOT purged AND sum - characters < ${MOST_OPENED} THEN ${UNPACKED} END AS text FROM opened a
  ), aligned AS MATERIALIZED (
    SELECT article_id, revision, title, char_length(text) <> characters AS is_aligned, CASE WHEN char_length(text) = characters THEN text
           ELSE regexp_replace(text, '([\\U00010000-\\U0010FFFF])', E'\\\\1\\x01', 'g') END AS text FROM unpacked
  )
  SELECT p.place, t.title, t.is_aligned, substr(t.text, p."from" + 1, p.start - p."from") AS before, substr(t.text, p.start + 1, p.until - p.start) AS text,
         substr(t.text, p.until + 1, p."end" - p.until) AS after
    FROM places p JOIN aligned t ON t.article_id = p.id AND t.revision = p.revision`;

/** The second half of a pair, where the first one is not there, or was cut off just before. */
const SECOND_HALF = '\x01';
const PAIR = /([\u{10000}-\u{10FFFF}]).?/gsu;
const endsInPair = (text: string) => /[\u{10000}-\u{10FFFF}]$/u.test(text);

/** Without half pairs. `isLate`: the text begins within a pair. */
function unalign(text: string, isLate: boolean): string {
  const whole = isLate && text.startsWith(SECOND_HALF) ? text.slice(1) : text;
  return (endsInPair(whole) ? whole.replace(/.$/u, '') : whole).replace(PAIR, '$1');
}

function toSnippet({ is_aligned: isAligned, before, text, after }: Row): ShownPlace<ArticlePlace>['snippet'] {
  if (before === null || text === null || after === null) return null;
  if (!isAligned) return { before, text, after };
  return { before: unalign(before, true), text: unalign(text, false), after: unalign(after, endsInPair(text)) };
}

/** Places of a tenant's articles with their texts, in the same order. */
export async function readPlaces<Place extends ArticlePlace>(
  session: SqlSession,
  tenant: string,
  places: readonly Place[],
): Promise<readonly ShownPlace<Place>[]> {
  if (places.length === 0) return [];
  const asked = places.map(({ articleId: id, revision, start, end }, place) => {
    const until = Math.min(end, start + MOST_TEXT);
    return { place, id, revision, from: Math.max(0, start - AROUND), start, until, end: until + AROUND };
  });
  const { rows } = await session.query<Row>(READ, [tenant, JSON.stringify(asked)]);
  const known = new Map(rows.map((row) => [row.place, row]));
  return places.map((place, at) => {
    const row = known.get(at);
    return { place, title: row?.title ?? '', snippet: row ? toSnippet(row) : null };
  });
}
