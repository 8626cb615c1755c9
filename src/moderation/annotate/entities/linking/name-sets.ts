import type { Gender, NameForm } from './name-form.ts';

/** Forms in disjoint sets, each with a root (union and find). */
export class NameSets {
  readonly #parents = new Map<NameForm, NameForm>();
  /** By root, where another form of the set than the root tells it. */
  readonly #genders = new Map<NameForm, Gender>();

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

  /** What is known of the person whom a form and those in its set name. */
  genderOf(form: NameForm): Gender | undefined {
    const root = this.find(form);
    return root.gender ?? this.#genders.get(root);
  }

  /** Makes one set of the sets of two forms; the root of `full` is its root. */
  join(short: NameForm, full: NameForm): void {
    const [from, to] = [this.find(short), this.find(full)];
    if (from === to) return;
    const gender = this.genderOf(to) ?? this.genderOf(from);
    if (gender) this.#genders.set(to, gender);
    this.#parents.set(from, to);
  }
}
