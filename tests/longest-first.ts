import { BaseSequencer, type TestSpecification } from 'vitest/node';

/** Files that take a minute and more, most of it waiting: begun last, they would be what the whole run waits for. */
const LONGEST = [
  'service/kill.test.ts',
  'docs/operators.test.ts',
  'service/store/upgrade/upgrade.test.ts',
  'docs/readme.test.ts',
  'service/delivery/starving.test.ts',
  'service/processing/large-pages.test.ts',
  'service/processing/changed-rules.test.ts',
  'service/api/problems.test.ts',
  'browser/desk/access.test.ts',
  'service/delivery/deliver.test.ts',
  'service/api/submit.test.ts',
  'cli/serve.test.ts',
  'rules/mutation.test.ts',
  'browser/desk/appeal.test.ts',
];

/** Zero for a file that is not among them. */
function rankOf({ moduleId }: TestSpecification): number {
  const at = LONGEST.findIndex((file) => moduleId.endsWith(`/tests/${file}`));
  return at < 0 ? 0 : at - LONGEST.length;
}

/** The longest files first, then the others in Vitest's own order. */
export class LongestFirst extends BaseSequencer {
  override async sort(files: TestSpecification[]): Promise<TestSpecification[]> {
    const sorted = await super.sort(files);
    return sorted.toSorted((a, b) => rankOf(a) - rankOf(b));
  }
}
