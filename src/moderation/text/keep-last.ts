/**
 * Remembers what was made last of some inputs, `count` of them, those that are asked for again the longest. `make` must be pure, and
 * give the same for inputs that are the same.
 */
export function keepLast<Input, Output>(
  count: number,
  isSame: (known: Input, input: Input) => boolean,
  make: (input: Input) => Output,
): (input: Input) => Output {
  let kept: readonly { readonly input: Input; readonly output: Output }[] = [];
  return (input) => {
    const known = kept.find((one) => isSame(one.input, input)) ?? { input, output: make(input) };
    kept = [known, ...kept.filter((one) => one !== known)].slice(0, count);
    return known.output;
  };
}
