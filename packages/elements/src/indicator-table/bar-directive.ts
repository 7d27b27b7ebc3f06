import { noChange } from 'lit';
import { Directive, PartType, directive, type ElementPart, type PartInfo } from 'lit/directive.js';
import type { BarScale } from './bar-scale.js';

const percent = (fraction: number): string => `${Math.round(fraction * 1000) / 10}%`;

/**
 * Draws the bar of a figure: where it starts and ends, as custom properties set through the object model, as policies that
 * forbid style attributes allow. A cell without a figure has neither property: there is nothing to read from it.
 */
class BarDirective extends Directive {
  #drawn: string | null = null;

  constructor(part: PartInfo) {
    super(part);
    if (part.type !== PartType.ELEMENT) throw new TypeError('a bar belongs to an element');
  }

  render(_scale: BarScale | null, _value: number): unknown {
    return noChange;
  }

  override update(part: ElementPart, [scale, value]: [BarScale | null, number]): unknown {
    const bar = scale === null || Number.isNaN(value) ? null : scale.bar(value);
    const wanted = bar === null ? null : `${percent(bar.start)} ${percent(bar.start + bar.size)}`;
    if (wanted === this.#drawn) return noChange;
    this.#drawn = wanted;
    const { style } = part.element as HTMLElement;
    const [start, end] = wanted?.split(' ') ?? ['', ''];
    style.setProperty('--zo-bar-start', start);
    style.setProperty('--zo-bar-end', end);
    return noChange;
  }
}

/** `value` NaN or a scale of null: no bar. */
export const bar = directive(BarDirective);
