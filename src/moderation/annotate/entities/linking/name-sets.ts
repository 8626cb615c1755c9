import type { NameForm } from './name-form.ts';

/** Forms in disjoint sets, each with a root (union and find). */
export class NameSets {
  readonly #parents = new Map<NameForm, NameForm>();

  /** The root of the set of a form. */
  find(form: NameForm): NameForm {
    let root = form;
    for (let next = this.#parents.get(root); next; next = this.#parents.get(root)) root = next;
    for (let at = form; at !== root; ) {
      const next = this.#parents.get(at) ?? root;
      this.#parents.set(at, root);
      at = next;
    }
    return root;
  }

  /** Makes one set of the sets of two forms; the root of `full` is its root. */
  join(short: NameForm, full: NameForm): void {
    const [from, to] = [this.find(short), this.find(full)];
    if (from !== to) this.#parents.set(from, to);
  }
}
