import type { InputHTMLAttributes } from 'preact';

interface Props
  extends Pick<InputHTMLAttributes, 'required' | 'autofocus' | 'pattern' | 'title' | 'maxLength' | 'size' | 'autoComplete'> {
  readonly label: string;
  readonly value: string;
  readonly onValue: (value: string) => void;
}

/** A line of text to fill in, below its name. */
export function TextField({ label, onValue, ...input }: Props) {
  return (
    <label class="field">
      <span>{label}</span>
      <input type="text" {...input} onInput={({ currentTarget }) => onValue(currentTarget.value)} />
    </label>
  );
}
