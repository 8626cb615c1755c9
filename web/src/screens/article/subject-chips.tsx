import { useEffect, useRef, useState } from 'preact/hooks';
import type { DeskArticle, Entity, Result, Topic } from '../../api/desk-types.ts';
import { say, sayNamed } from '../../messages/say.ts';
import type { Stretch } from './find-place.ts';

interface Props {
  readonly result: Result;
  readonly amendments: DeskArticle['amendments'];
  readonly original: string;
  readonly canAmend: boolean;
  readonly onShow: (places: readonly Stretch[], name: string) => void;
  readonly onRejectEntity: (entity: Entity) => void;
  readonly onRejectTopic: (topic: Topic) => void;
  readonly onPutBack: (amendments: readonly string[]) => void;
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

function WrongButton({ name, onWrong }: { readonly name: string; readonly onWrong: () => void }) {
  return (
    <button type="button" class="wrong" aria-label={say('chip.wrong', { name })} onClick={onWrong}>
      <span aria-hidden="true">{'×'}</span>
    </button>
  );
}

function EntityChip({ entity, props }: { readonly entity: Entity; readonly props: Props }) {
  const { canAmend, onShow, onRejectEntity } = props;
  const places = entity.mentions.map(({ sourceStart: start, sourceEnd: end }) => ({ start, end }));
  return (
    <li class={`chip entity ${entity.type}`}>
      <button type="button" onClick={() => onShow(places, entity.name)} title={entity.roles.join(', ')}>
        <abbr title={sayNamed('entity', entity.type)}>{entity.type}</abbr>
        <bdi>{entity.name}</bdi>
        {places.length > 1 ? <span class="times">{say('why.times', { count: places.length })}</span> : null}
      </button>
      {canAmend ? <WrongButton name={entity.name} onWrong={() => onRejectEntity(entity)} /> : null}
    </li>
  );
}

function TopicChip({ topic, props }: { readonly topic: Topic; readonly props: Props }) {
  const { original, canAmend, onShow, onRejectTopic } = props;
  const places = findWords(
    original,
    topic.evidence.map(({ text }) => text),
  );
  return (
    <li class="chip topic">
      <button type="button" onClick={() => onShow(places, topic.label)} title={say('chip.topic', { score: topic.score })}>
        <bdi>{topic.label}</bdi>
      </button>
      {canAmend ? <WrongButton name={topic.label} onWrong={() => onRejectTopic(topic)} /> : null}
    </li>
  );
}

/** What was marked as wrong, with the amendments that say so. */
interface Gone {
  readonly key: string;
  readonly name: string;
  readonly ids: readonly string[];
}

function listGone({ amendments, result }: Props): readonly Gone[] {
  const labels = new Map(result.amendments?.map(({ id, label }) => [id, label]));
  const gone = new Map<string, Gone>();
  for (const { id, amendment } of amendments) {
    const isTopic = amendment?.kind === 'reject_topic';
    if (!isTopic && !(amendment?.kind === 'reject_entity' && 'name' in amendment)) continue;
    const key = isTopic ? amendment.code : `${amendment.type} ${amendment.name}`;
    const name = isTopic ? (labels.get(id) ?? amendment.code) : amendment.name;
    gone.set(key, { key, name, ids: [...(gone.get(key)?.ids ?? []), id] });
  }
  return [...gone.values()];
}

/** A button of its own, so that it never does something else than it says under somebody's finger. */
function GoneChip({ gone: { name, ids }, props }: { readonly gone: Gone; readonly props: Props }) {
  return (
    <li class="chip gone">
      <s>
        <bdi>{name}</bdi>
      </s>
      <span class="unseen">{say('chip.gone')}</span>
      {props.canAmend ? (
        <button type="button" class="wrong" aria-label={say('chip.back', { name })} onClick={() => props.onPutBack(ids)}>
          <span aria-hidden="true">{'↶'}</span>
        </button>
      ) : null}
    </li>
  );
}

/** Whoever marks a chip by the keyboard goes on with the one that stands there when the chip has gone. */
function useKeptFocus() {
  const list = useRef<HTMLUListElement>(null);
  const place = useRef(-1);
  useEffect(() => {
    const chips = list.current?.children;
    if (place.current < 0 || !chips || document.activeElement !== document.body) return;
    chips[Math.min(place.current, chips.length - 1)]?.querySelector('button')?.focus();
    place.current = -1;
  });
  const onClick = ({ target }: Event) => {
    const chip = target instanceof Element && target.closest('.wrong') ? target.closest('li') : null;
    place.current = chip ? [...(list.current?.children ?? [])].indexOf(chip) : -1;
  };
  const onFocusOut = ({ relatedTarget }: FocusEvent) => {
    if (relatedTarget !== null) place.current = -1;
  };
  return { ref: list, onClick, onFocusOut };
}

/** Who and what the article is about. A chip leads from mention to mention; what was marked as wrong can be put back. */
export function SubjectChips(props: Props) {
  const { entities, topics } = props.result;
  const [isOpen, setOpen] = useState(false);
  const focus = useKeptFocus();
  const gone = listGone(props);
  if (entities.length + topics.length + gone.length === 0) return null;
  const most = [...entities].sort((a, b) => b.salience - a.salience);
  const shown = isOpen ? most : most.slice(0, FEW);
  const rest = Math.max(0, most.length - FEW) + Math.max(0, topics.length - 2);
  return (
    <ul class="chips" aria-label={say('chip.label')} {...focus}>
      {(isOpen ? topics : topics.slice(0, 2)).map((topic) => (
        <TopicChip key={topic.code} topic={topic} props={props} />
      ))}
      {shown.map((entity) => (
        <EntityChip key={`${entity.type} ${entity.name}`} entity={entity} props={props} />
      ))}
      {gone.map((one) => (
        <GoneChip key={one.key} gone={one} props={props} />
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
