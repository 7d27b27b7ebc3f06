import { noChange } from 'lit';
import { Directive, directive, type ElementPart } from 'lit/directive.js';

/** Height of an element in pixels, set through the object model. */
class SpacerDirective extends Directive {
  #height: number | null = null;

  render(_height: number): unknown {
    return noChange;
  }

  override update(part: ElementPart, [height]: [number]): unknown {
    if (height !== this.#height) (part.element as HTMLElement).style.setProperty('height', `${height}px`);
    this.#height = height;
    return noChange;
  }
}

export const spacer = directive(SpacerDirective);
