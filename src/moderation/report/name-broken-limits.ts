import { LIMIT_COMPONENT, type Quality } from '../model/moderated-article.ts';

/** Signals beyond their published limit, each with its value: "gopher.words 34". */
export function nameBrokenLimits({ components, signals }: Quality): readonly string[] {
  return components
    .filter(({ name }) => name.startsWith(LIMIT_COMPONENT))
    .map(({ name }) => name.slice(LIMIT_COMPONENT.length))
    .map((signal) => `${signal} ${signals[signal] ?? 0}`);
}
