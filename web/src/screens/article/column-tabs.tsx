import { useApp } from '../../app-context.ts';
import { say } from '../../messages/say.ts';

const COLUMNS = ['original', 'cleaned', 'findings'] as const;
export type Column = (typeof COLUMNS)[number];

interface Props {
  readonly column: Column;
  readonly columns?: readonly Column[];
  readonly onColumn: (column: Column) => void;
  readonly isHtml: boolean;
}

/** Chooses the column that a narrow screen shows, and how the text is veiled. */
export function ColumnTabs({ column, columns = COLUMNS, onColumn, isHtml }: Props) {
  const { preferences, setPreferences } = useApp();
  const { isBlurred, isGrey, isMarkupShown } = preferences;
  return (
    <div class="view-bar">
      <fieldset class="column-tabs">
        <legend class="unseen">{say('column.label')}</legend>
        {columns.map((name) => (
          <button key={name} type="button" aria-pressed={name === column} onClick={() => onColumn(name)}>
            {say(`column.${name}`)}
          </button>
        ))}
      </fieldset>
      <fieldset class="veils">
        <legend class="unseen">{say('veil.label')}</legend>
        {isHtml ? (
          <button
            type="button"
            class="toggle"
            aria-pressed={isMarkupShown}
            onClick={() => setPreferences({ isMarkupShown: !isMarkupShown })}
          >
            {say('veil.markup')}
          </button>
        ) : null}
        <button type="button" class="toggle" aria-pressed={isBlurred} onClick={() => setPreferences({ isBlurred: !isBlurred })}>
          {say('veil.blur')}
        </button>
        <button type="button" class="toggle" aria-pressed={isGrey} onClick={() => setPreferences({ isGrey: !isGrey })}>
          {say('veil.grey')}
        </button>
      </fieldset>
    </div>
  );
}
