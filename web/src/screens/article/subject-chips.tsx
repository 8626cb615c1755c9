import { useEffect, useRef, useState } from 'preact/hooks';
import type { Entity, Result, Topic } from '../../api/desk-types.ts';
import { say, sayNamed } from '../../messages/say.ts';
import type { Stretch } from './find-place.ts';

interface Props {
  readonly result: Result;
  readonly original: string;
  readonly canAmend: boolean;
  readonly onShow: (places: readonly Stretch[], name: string) => void;
  readonly onRejectEntity: (entity: Entity) => void;
}

const FEW = 6;

/** Where words stand in the original, the first few of them. */
function findWords(original: string, words: readonly string[]): readonly Stretch[] {
  const text = original.toLowerCase();
  return words.flatMap((word) => {
    const start = text.indexOf(word.toLowerCase());
    return start === -1 ? [] : [{ start, end: start + word.length }];
  });
}

interface EntityProps {
  readonly entity: Entity;
  readonly props: Props;
  /** Called with the place of a chip that is about to go. */
  readonly onGo: (place: number) => void;
}

function EntityChip({ entity, props, onGo }: EntityProps) {
  const { canAmend, onShow, onRejectEntity } = props;
  const places = entity.mentions.map(({ sourceStart: start, sourceEnd: end }) => ({ start, end }));
  return (
    <li class={`chip entity ${entity.type}`}>
      <button type="button" onClick={() => onShow(places, entity.name)} title={entity.roles.join(', ')}>
        <abbr title={sayNamed('entity', entity.type)}>{entity.type}</abbr>
        <bdi>{entity.name}</bdi>
        {places.length > 1 ? <span class="times">{say('why.times', { count: places.length })}</span> : null}
      </button>
      {canAmend ? (
        <button
          type="button"
          class="wrong"
          aria-label={say('chip.wrong', { name: entity.name })}
          onClick={({ currentTarget }) => {
            onGo([...(currentTarget.closest('ul')?.children ?? [])].findIndex((chip) => chip.contains(currentTarget)));
            onRejectEntity(entity);
          }}
        >
          <span aria-hidden="true">{'×'}</span>
        </button>
      ) : null}
    </li>
  );
}

function TopicChip({ topic, props: { original, onShow } }: { readonly topic: Topic; readonly props: Props }) {
  const places = findWords(
    original,
    topic.evidence.map(({ text }) => text),
  );
  return (
    <li class="chip topic">
      <button type="button" onClick={() => onShow(places, topic.label)} title={say('chip.topic', { score: topic.score })}>
        <bdi>{topic.label}</bdi>
      </button>
    </li>
  );
}

/** Who and what the article is about. A chip leads from mention to mention. */
export function SubjectChips(props: Props) {
  const { entities, topics } = props.result;
  const [isOpen, setOpen] = useState(false);
  const list = useRef<HTMLUListElement>(null);
  const gone = useRef(-1);
  useEffect(() => {
    const chips = list.current?.children;
    // Whoever took a chip away goes on with the one that stands there then.
    const isLost = gone.current >= 0 && document.activeElement === document.body;
    if (isLost && chips) chips[Math.min(gone.current, chips.length - 1)]?.querySelector('button')?.focus();
    gone.current = -1;
  }, [entities]);
  if (entities.length + topics.length === 0) return null;
  const most = [...entities].sort((a, b) => b.salience - a.salience);
  const shown = isOpen ? most : most.slice(0, FEW);
  const rest = most.length - FEW + Math.max(0, topics.length - 2);
  return (
    <ul ref={list} class="chips" aria-label={say('chip.label')}>
      {(isOpen ? topics : topics.slice(0, 2)).map((topic) => (
        <TopicChip key={topic.code} topic={topic} props={props} />
      ))}
      {shown.map((entity) => (
        <EntityChip
          key={`${entity.type} ${entity.name}`}
          entity={entity}
          props={props}
          onGo={(place) => (gone.current = place)}
        />
      ))}
      {rest > 0 ? (
        <li>
          <button type="button" class="plain link" aria-expanded={isOpen} onClick={() => setOpen(!isOpen)}>
            {isOpen ? say('chip.fewer') : say('chip.more', { count: rest })}
          </button>
        </li>
      ) : null}
    </ul>
  );
}
