import type { SourceElement } from './source-tree.ts';

/** The value of an attribute as written, or nothing. */
export function readAttribute(element: SourceElement, name: string): string | undefined {
  return element.attributes.find((attribute) => attribute.name === name)?.value;
}
