/** What linked widgets share. Undefined: nobody has said anything; empty: said to be none. */
export interface SharedValues {
  indicator?: string;
  period?: string;
  level?: string;
  within?: string;
  filter?: string;
  /** Region codes, space separated. */
  selected?: string;
}

export type SharedField = keyof SharedValues;

/** What changed: a field of `SharedValues`, or the region pointed at. */
export type GroupListener = (change: SharedField | 'hover') => void;

/**
 * The shared state of one group of widgets. A value object with listeners: widgets read it and ask for a change, they
 * never call each other.
 *
 * What authors wrote on the members are start values, used by members that say nothing themselves; the first one written
 * counts. What is set later, by a visitor or a host, holds for all.
 */
export class GroupState {
  readonly #start: SharedValues = {};
  readonly #set: SharedValues = {};
  readonly #listeners = new Set<GroupListener>();
  #hover: string | null = null;

  /** The value in force for a member that wrote `own` (empty: nothing written). */
  valueFor(field: SharedField, own: string): string {
    return this.#set[field] ?? (own || (this.#start[field] ?? ''));
  }

  /** What was set after the start, or undefined. */
  get(field: SharedField): string | undefined {
    return this.#set[field];
  }

  offerStart(field: SharedField, value: string): void {
    if (value && this.#start[field] === undefined) {
      this.#start[field] = value;
      this.#tell(field);
    }
  }

  set(field: SharedField, value: string): void {
    if (this.#set[field] === value) return;
    this.#set[field] = value;
    this.#tell(field);
  }

  /** Region code pointed at in any member, or null. */
  get hover(): string | null {
    return this.#hover;
  }

  setHover(region: string | null): void {
    if (this.#hover === region) return;
    this.#hover = region;
    this.#tell('hover');
  }

  subscribe(listener: GroupListener): () => void {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  }

  #tell(change: SharedField | 'hover'): void {
    for (const listener of [...this.#listeners]) listener(change);
  }
}

const byName = new Map<string, GroupState>();
const byElement = new WeakMap<Element, GroupState>();

/** The nearest `zo-group` around an element, also through shadow roots; it need not be defined yet. */
function enclosingGroup(element: Element): Element | null {
  for (let at: Element | null = element; at;) {
    const found: Element | null = at.closest('zo-group');
    if (found) return found;
    const root: Node = at.getRootNode();
    at = root instanceof ShadowRoot ? root.host : null;
  }
  return null;
}

/** The group of an element: by name where one is given, else that of the `zo-group` around it, else one of its own. */
export function groupOf(element: Element, name: string): GroupState {
  if (name) {
    const known = byName.get(name) ?? new GroupState();
    byName.set(name, known);
    return known;
  }
  const key = enclosingGroup(element) ?? element;
  const known = byElement.get(key) ?? new GroupState();
  byElement.set(key, known);
  return known;
}
