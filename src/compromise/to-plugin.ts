import type { Plugin } from 'compromise/misc';
import type { CompromiseView, CompromiseWorld } from './compromise-types.ts';
import { extendView, type ViewClass } from './extend-view.ts';
import { type NamingOptions, nameTerms, tagNames } from './name-terms.ts';
import { prepareWorld, type TagSink } from './prepare-world.ts';

/** True while a recogniser is at work: ours may use the same compromise, and is not to be asked about its own questions. */
let isRecognising = false;

function nameOnce(view: CompromiseView, options: NamingOptions): void {
  if (isRecognising) return;
  isRecognising = true;
  try {
    nameTerms(view, options);
  } finally {
    isRecognising = false;
  }
}

/** The plugin that finds names as `options` say. */
export function toPlugin(options: NamingOptions): Plugin {
  return {
    hooks: ['copydeskEntities'],
    compute: {
      copydeskEntities: (view: CompromiseView) => nameOnce(view, options),
      copydeskTags: (view: CompromiseView) => tagNames(view, options),
    },
    // Foreign data: compromise hands over its insides without types.
    api: (view: unknown) => extendView(view as ViewClass, options),
    mutate: (world: unknown, nlp?: unknown) => prepareWorld(world as CompromiseWorld, nlp as TagSink),
  };
}
