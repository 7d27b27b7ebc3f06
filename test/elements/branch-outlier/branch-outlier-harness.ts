import { fixture, html } from '@open-wc/testing';
import type { ZoBranchOutlier } from '@zicht-op/elements/branch-outlier/zo-branch-outlier.js';
import '@zicht-op/elements/branch-outlier/define.js';
import { textOf } from '../support/choropleth-harness.js';

/** Knows the shadow DOM of the analysis, so that tests say what a user sees and does. */
export class BranchOutlierHarness {
  readonly element: ZoBranchOutlier;

  constructor(element: ZoBranchOutlier) {
    this.element = element;
  }

  get root(): ShadowRoot {
    return this.element.shadowRoot as ShadowRoot;
  }

  get chart(): HTMLElement {
    return this.root.querySelector('.chart') as HTMLElement;
  }

  get summary(): string {
    return textOf(this.root.querySelector('[part~="summary"]'));
  }

  get bandText(): string {
    return textOf(this.root.querySelector('[part~="band"]'));
  }

  get error(): string {
    return textOf(this.root.querySelector('[part~="error"]'));
  }

  get tooltip(): string {
    const tooltip = this.root.querySelector<HTMLElement>('.tooltip');
    return tooltip && !tooltip.hidden ? textOf(tooltip) : '';
  }

  get spoken(): string {
    return textOf(this.root.querySelector('.scatter-panel [aria-live]'));
  }

  get selection(): string {
    return textOf(this.root.querySelector('[part~="selection"]'));
  }

  /** Names beside the points that are selected. */
  get namesInChart(): string[] {
    return [...this.root.querySelectorAll('.chart .selected .point-name')].map(textOf);
  }

  get tickTexts(): string[] {
    return [...this.root.querySelectorAll('.chart .tick')].map(textOf);
  }

  get tabs(): HTMLButtonElement[] {
    return [...this.root.querySelectorAll<HTMLButtonElement>('[role="tab"]')];
  }

  /** Labels of the panels one can see. */
  get visiblePanels(): string[] {
    const panels = [...this.root.querySelectorAll<HTMLElement>('.panel')].filter((panel) => panel.offsetHeight > 0);
    return panels.map((panel) => panel.id.replace('panel-', ''));
  }

  items(side: 'above' | 'below'): HTMLButtonElement[] {
    return [...this.root.querySelectorAll<HTMLButtonElement>(`[part~="deviations-${side}"] .deviation`)];
  }

  names(side: 'above' | 'below'): string[] {
    return this.items(side).map((item) => textOf(item.querySelector('.name')));
  }

  button(label: string): HTMLButtonElement {
    const buttons = [...this.root.querySelectorAll('button')];
    const found = buttons.find((button) => [textOf(button), button.getAttribute('aria-label')].includes(label));
    if (!found) throw new Error(`no button "${label}"`);
    return found;
  }

  async press(label: string): Promise<void> {
    this.button(label).click();
    await this.settle();
  }

  async choose(part: string, value: string): Promise<void> {
    const select = this.root.querySelector(`[part~="${part}"] select`) as HTMLSelectElement;
    select.value = value;
    select.dispatchEvent(new Event('change', { bubbles: true }));
    await this.settle();
  }

  /** Where a region's point stands on the page: in the ring that is drawn around it once it is pointed at. */
  async placeOf(code: string): Promise<{ x: number; y: number }> {
    const before = this.element.selected;
    this.element.selected = code;
    await this.settle();
    const ring = this.root.querySelector('.chart .ring');
    if (!ring) throw new Error(`${code} has no point`);
    const { left, top, width, height } = ring.getBoundingClientRect();
    this.element.selected = before;
    await this.settle();
    return { x: left + width / 2, y: top + height / 2 };
  }

  async pointAt(code: string): Promise<void> {
    const { x, y } = await this.placeOf(code);
    this.chart.dispatchEvent(
      new PointerEvent('pointermove', { clientX: x, clientY: y, bubbles: true, composed: true }),
    );
    await this.settle();
  }

  async leave(): Promise<void> {
    this.chart.dispatchEvent(new PointerEvent('pointerleave'));
    await this.settle();
  }

  async click(code: string, more: MouseEventInit = {}): Promise<void> {
    const { x, y } = await this.placeOf(code);
    this.chart.dispatchEvent(
      new MouseEvent('click', { clientX: x, clientY: y, bubbles: true, composed: true, ...more }),
    );
    await this.settle();
  }

  async settle(): Promise<void> {
    await this.element.ready;
    await this.element.updateComplete;
  }
}

/** An analysis with these properties, when it is ready. */
export async function branchOutlier(properties: Readonly<Record<string, unknown>> = {}): Promise<BranchOutlierHarness> {
  const element = await fixture<ZoBranchOutlier>(html`<zo-branch-outlier></zo-branch-outlier>`);
  Object.assign(element, properties);
  const harness = new BranchOutlierHarness(element);
  await harness.settle();
  return harness;
}

/** Waits until something holds that the browser decides the moment of: a size, something that comes into sight. */
export async function until(holds: () => boolean): Promise<void> {
  const deadline = performance.now() + 8000;
  while (!holds()) {
    if (performance.now() > deadline) throw new Error('it never came about');
    await new Promise(requestAnimationFrame);
  }
}
