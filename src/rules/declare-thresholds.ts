import type { Declared } from './declared.ts';
import type { LocatedRuleFile } from './read-rule-file.ts';

/** The thresholds in all files, in their order. */
export function declareThresholds(files: readonly LocatedRuleFile[]): readonly Declared<number>[] {
  return files.flatMap(({ file, content, lineOf }) =>
    (content.thresholds ?? []).map(({ name, value }, index) => ({
      name,
      value,
      file,
      line: lineOf(['thresholds', index, 'name']),
    })),
  );
}
