import { fixture, html } from '@open-wc/testing';
import type { ZoChoropleth } from '@zicht-op/elements/choropleth/zo-choropleth.js';
import '@zicht-op/elements/choropleth/define.js';
import '@zicht-op/elements/layer/define.js';

/** Knows the shadow DOM of the map, so that tests say what a user sees and does. */
export class ChoroplethHarness {
  readonly element: ZoChoropleth;

  constructor(element: ZoChoropleth) {
    this.element = element;
  }

  get root(): ShadowRoot {
    return this.element.shadowRoot as ShadowRoot;
  }

  get map(): HTMLElement {
    return this.root.querySelector('.map') as HTMLElement;
  }

  get title(): string {
    return textOf(this.root.querySelector('[part~="title"]'));
  }

  get legend(): string[] {
    return [...this.root.querySelectorAll('.legend .entry')].map(textOf);
  }

  /** Colours of the classes in the legend, from low to high. */
  get legendColours(): string[] {
    const swatches = [...this.root.querySelectorAll<HTMLElement>('.legend span.swatch')];
    return swatches.map((swatch) => getComputedStyle(swatch).backgroundColor).reverse();
  }

  get tooltip(): string {
    const tooltip = this.root.querySelector<HTMLElement>('.tooltip');
    return tooltip && !tooltip.hidden ? textOf(tooltip) : '';
  }

  get spoken(): string {
    return [...this.root.querySelectorAll('.stage > [role="status"]')].map(textOf).join(' ').trim();
  }

  /** The same with every sign, also those that only make a sentence another one. */
  get spokenExactly(): string {
    return this.root.querySelector('.stage > [role="status"]')?.textContent ?? '';
  }

  /** What a visitor's own change was answered with. */
  get answer(): string {
    return textOf(this.root.querySelector('.frame > [role="status"]'));
  }

  get error(): string {
    return textOf(this.root.querySelector('[part~="error"]'));
  }

  get chosen(): string {
    return textOf(this.root.querySelector('[part~="chosen"]'));
  }

  button(label: string): HTMLButtonElement {
    const buttons = [...this.root.querySelectorAll('button')];
    const found = buttons.find((button) => [textOf(button), button.getAttribute('aria-label')].includes(label));
    if (!found) throw new Error(`no button "${label}"`);
    return found;
  }

  select(part: string): HTMLSelectElement {
    return this.root.querySelector(`[part~="${part}"] select`) as HTMLSelectElement;
  }

  async choose(part: string, value: string): Promise<void> {
    const select = this.select(part);
    select.value = value;
    select.dispatchEvent(new Event('change', { bubbles: true }));
    await this.element.ready;
  }

  /** Place of a point of the earth on the page. */
  clientPoint([longitude, latitude]: readonly [number, number]): { x: number; y: number } {
    const { map } = this.element;
    if (!map) throw new Error('there is no map yet');
    const { x, y } = map.latLngToContainerPoint([latitude, longitude]);
    const { left, top } = this.map.getBoundingClientRect();
    return { x: left + x, y: top + y };
  }

  /** Of the regions on screen: their areas, and the outlines above. */
  get canvases(): HTMLCanvasElement[] {
    const canvases = this.root.querySelectorAll<HTMLCanvasElement>('.zo-regions canvas');
    return [...canvases].filter((canvas) => getComputedStyle(canvas).visibility === 'visible');
  }

  /** Colour painted at a point of the earth, as `rgb(r, g, b)`. */
  colourAt(place: readonly [number, number]): string {
    const [canvas] = this.canvases;
    const { left, top, width } = canvas.getBoundingClientRect();
    const { x, y } = this.clientPoint(place);
    const ratio = canvas.width / width;
    const context = canvas.getContext('2d') as CanvasRenderingContext2D;
    const [r, g, b, a] = context.getImageData(Math.floor((x - left) * ratio), Math.floor((y - top) * ratio), 1, 1).data;
    return a === 255 ? `rgb(${r}, ${g}, ${b})` : `transparent ${a}`;
  }

  /** True where the outline of a region pointed at or selected runs. */
  outlineAt(place: readonly [number, number]): boolean {
    const [, canvas] = this.canvases;
    const { left, top, width } = canvas.getBoundingClientRect();
    const { x, y } = this.clientPoint(place);
    const ratio = canvas.width / width;
    const context = canvas.getContext('2d') as CanvasRenderingContext2D;
    return context.getImageData(Math.floor((x - left) * ratio), Math.floor((y - top) * ratio), 1, 1).data[3] > 0;
  }

  async point(place: readonly [number, number]): Promise<void> {
    const { x, y } = this.clientPoint(place);
    const options = { clientX: x, clientY: y, bubbles: true, composed: true, pointerType: 'mouse' };
    this.map.dispatchEvent(new PointerEvent('pointermove', options));
    await this.element.updateComplete;
  }

  async click(place: readonly [number, number], more: MouseEventInit = {}): Promise<void> {
    const { x, y } = this.clientPoint(place);
    const options = { clientX: x, clientY: y, bubbles: true, composed: true, detail: 1, ...more };
    for (const type of ['mousedown', 'mouseup', 'click']) this.map.dispatchEvent(new MouseEvent(type, options));
    await this.element.updateComplete;
  }

  async press(...keys: string[]): Promise<void> {
    this.map.focus();
    // What an arrow needs comes with the focus, in a turn of its own.
    await import('@zicht-op/core/geo/neighbours.js');
    await new Promise((resolve) => setTimeout(resolve));
    for (const key of keys) {
      this.map.dispatchEvent(new KeyboardEvent('keydown', { key, bubbles: true, composed: true, cancelable: true }));
      await this.element.updateComplete;
    }
  }
}

/** A map with these properties, when it is ready. */
export async function choropleth(properties: Readonly<Record<string, unknown>> = {}): Promise<ChoroplethHarness> {
  const element = await fixture<ZoChoropleth>(html`<zo-choropleth></zo-choropleth>`);
  Object.assign(element, properties);
  await element.ready;
  return new ChoroplethHarness(element);
}

export const textOf = (element: Element | null): string => element?.textContent?.replace(/\s+/g, ' ').trim() ?? '';
