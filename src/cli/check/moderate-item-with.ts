import { moderateWith, type RecogniserContext } from '../../index.ts';
import type { CheckedItem, CheckItem } from './check-item.ts';
import { refuseExcess } from './refuse-excess.ts';
import { toEngineFault } from './to-engine-fault.ts';

/** Moderates an article as `moderateItem` does, with the recogniser of names of `context`. */
export async function moderateItemWith(item: CheckItem, context: RecogniserContext): Promise<CheckedItem> {
  if ('fault' in item) return item;
  const { article } = item;
  const fault = refuseExcess(article);
  if (fault) return { fault };
  try {
    return { article, result: await moderateWith(article, context) };
  } catch (error) {
    return { fault: toEngineFault(article.id, error) };
  }
}
