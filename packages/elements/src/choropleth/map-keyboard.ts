import type { Direction } from '@zicht-op/core/geo/neighbours.js';
import { foldText } from '@zicht-op/core/picture/find-regions.js';

const ARROWS: Readonly<Record<string, Direction>> = {
  ArrowUp: 'up',
  ArrowDown: 'down',
  ArrowLeft: 'left',
  ArrowRight: 'right',
};

/** Letters typed within this time of each other are one word, as in a native list. */
const TYPE_AHEAD_MS = 1000;

export interface MapKeyboardOptions {
  /** Shape the cursor is on, or -1. */
  readonly current: () => number;
  /** The shape to begin with. */
  readonly first: () => number;
  /** A promise of it where that takes a while. */
  readonly neighbour: (shape: number, direction: Direction) => number | Promise<number>;
  /** Names of the shapes that can be reached, in alphabetical order. */
  readonly names: () => readonly { readonly shape: number; readonly name: string }[];
  readonly move: (shape: number) => void;
  readonly choose: (shape: number, add: boolean) => void;
  readonly zoom: (steps: number) => void;
  readonly reset: () => void;
  /** Shows the areas inside the one the cursor is on. */
  readonly into: (shape: number) => void;
  /** Shows the areas around again. */
  readonly out: () => void;
  readonly leave: () => void;
  /** A key that leads nowhere: no area that way, no name that begins so. */
  readonly nowhere: () => void;
}

/** Keys of the map: one tab stop, arrows to the neighbour in that direction, letters to a name, Enter to select. */
export class MapKeyboard {
  readonly #options: MapKeyboardOptions;
  #typed = '';
  #typedAt = 0;

  constructor(options: MapKeyboardOptions) {
    this.#options = options;
  }

  /** Handles a key; what isn't ours is left to the page. */
  handle(event: KeyboardEvent): void {
    if (event.altKey || ((event.ctrlKey || event.metaKey) && event.key !== 'Enter')) return;
    if (!this.#act(event)) return;
    event.preventDefault();
    event.stopPropagation();
  }

  #act(event: KeyboardEvent): boolean {
    const options = this.#options;
    const current = options.current();
    const direction = ARROWS[event.key];
    if (direction) this.#step(current, direction);
    else if (event.key === ' ' && this.#isTyping(event)) this.#type(' ', event.timeStamp);
    else if (event.key === 'Enter' || event.key === ' ')
      this.#choose(current, event.ctrlKey || event.metaKey || event.shiftKey);
    else if (event.key === '+' || event.key === '=') options.zoom(1);
    else if (event.key === '-') options.zoom(-1);
    else if (event.key === 'Home') options.reset();
    else if (event.key === 'PageDown') options.into(current);
    else if (event.key === 'PageUp') options.out();
    else if (event.key === 'Escape' && current >= 0) options.leave();
    else if (event.key.length === 1 && /[\p{L}\p{N}'’]/u.test(event.key)) this.#type(event.key, event.timeStamp);
    else return false;
    return true;
  }

  #step(current: number, direction: Direction): void {
    const to = current < 0 ? this.#options.first() : this.#options.neighbour(current, direction);
    if (typeof to === 'number') this.#go(to);
    else void to.then((shape) => this.#go(shape));
  }

  #go(shape: number): void {
    if (shape >= 0) this.#options.move(shape);
    else this.#options.nowhere();
  }

  #choose(current: number, add: boolean): void {
    if (current < 0) this.#go(this.#options.first());
    else this.#options.choose(current, add);
  }

  #isTyping(event: KeyboardEvent): boolean {
    return this.#typed !== '' && event.timeStamp - this.#typedAt < TYPE_AHEAD_MS;
  }

  /**
   * The next name that begins with what was typed, else the next with a word that does ("Wijk 22 Rivierenwijk"); one
   * letter again and again walks through all with that letter.
   */
  #type(letter: string, at: number): void {
    const isNew = at - this.#typedAt >= TYPE_AHEAD_MS;
    this.#typed = isNew ? foldText(letter) : this.#typed + foldText(letter);
    this.#typedAt = at;
    const isRepeat = this.#typed.length > 1 && [...this.#typed].every((one) => one === this.#typed[0]);
    const text = isRepeat ? this.#typed[0] : this.#typed;
    const names = this.#options.names();
    const from = names.findIndex(({ shape }) => shape === this.#options.current());
    const start = text.length === 1 ? from + 1 : Math.max(from, 0);
    const inOrder = names.map((_, step) => names[(start + step) % names.length]);
    const found =
      inOrder.find(({ name }) => foldText(name).startsWith(text)) ??
      inOrder.find(({ name }) =>
        foldText(name)
          .split(/[\s('’-]+/)
          .some((word) => word.startsWith(text)),
      );
    this.#go(found?.shape ?? -1);
  }
}
