import type { Ref } from 'preact';
import { useEffect, useState } from 'preact/hooks';
import { say } from '../../messages/say.ts';
import { KeyCap } from '../../parts/key-cap.tsx';

interface Props {
  readonly field: Ref<HTMLInputElement>;
  readonly query: string;
  readonly onSearch: (query: string) => void;
}

/** Searches titles and texts. */
export function SearchField({ field, query, onSearch }: Props) {
  const [text, setText] = useState(query);
  // The filters may be changed elsewhere.
  useEffect(() => setText(query), [query]);
  const search = (event: Event) => {
    event.preventDefault();
    onSearch(text.trim());
  };
  return (
    <search>
      <form class="search" onSubmit={search}>
        <label>
          <span class="unseen">{say('search.label')}</span>
          <input
            ref={field}
            type="search"
            dir="auto"
            placeholder={say('search.label')}
            value={text}
            onInput={({ currentTarget }) => setText(currentTarget.value)}
            onKeyDown={(event) => {
              if (event.key === 'Escape') event.currentTarget.blur();
            }}
          />
        </label>
        <KeyCap act="search" />
      </form>
    </search>
  );
}
