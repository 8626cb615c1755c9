import type { RuleDetail } from '../../api/desk-types.ts';
import { say, sayNamed } from '../../messages/say.ts';
import { writeRoute } from '../../model/route.ts';

type Hit = RuleDetail['hits'][number];

/** Words around a place, as people read them: of an HTML article they come with its tags. */
const withoutTags = (text: string) => text.replaceAll(/<\/?[a-z][^<>]*>/giu, ' ').replaceAll(/\s+/gu, ' ');

function HitItem({ hit }: { readonly hit: Hit }) {
  const { id, revision, title, snippet, before, after, flips } = hit;
  return (
    <li class="hit">
      <a href={writeRoute('article', id, { rev: `${revision}` })}>
        <bdi>{title || say('article.untitled')}</bdi>
      </a>
      {before && after && flips ? (
        <span class="flip">
          {say('rule.flips', { before: sayNamed('value', before.outcome), after: sayNamed('value', after.outcome) })}
        </span>
      ) : null}
      <p dir="auto" class="snippet">
        {snippet ? (
          <>
            {withoutTags(snippet.before)}
            <mark>{withoutTags(snippet.text)}</mark>
            {withoutTags(snippet.after)}
          </>
        ) : (
          <span class="quiet">{say('rule.gone')}</span>
        )}
      </p>
    </li>
  );
}

/** Places that a rule found. */
export function RuleHits({ name, hits }: { readonly name: string; readonly hits: readonly Hit[] }) {
  if (hits.length === 0) return null;
  return (
    <section class="card">
      <h2>{name}</h2>
      <ol class="hits">
        {hits.map((hit) => (
          <HitItem key={`${hit.id} ${hit.revision} ${hit.start}`} hit={hit} />
        ))}
      </ol>
    </section>
  );
}
