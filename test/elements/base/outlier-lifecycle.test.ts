import type { ZoBranchOutlier } from '@zicht-op/elements/branch-outlier/zo-branch-outlier.js';
import '@zicht-op/elements/branch-outlier/define.js';
import { expect, fixture, html } from '@open-wc/testing';
import { branchBoundaries, branchDataset } from '../../../stories/branch-outlier-fixtures.js';
import { listening } from './widgets.js';

it('a branch analysis that left the page and came back hears its map’s pointer once', async () => {
  await listening(async () => {
    const element = await fixture<ZoBranchOutlier>(html`<zo-branch-outlier></zo-branch-outlier>`);
    element.style.setProperty('width', '1280px');
    Object.assign(element, { data: branchDataset(), boundariesData: branchBoundaries(), level: 'gemeente' });
    await element.ready;
    const home = element.parentElement as Element;
    const regions = () => element.shadowRoot?.querySelector('.zo-regions canvas') ?? null;
    const drawn = async () => {
      while (!regions()) await new Promise((resolve) => requestAnimationFrame(resolve));
    };
    home.scrollIntoView();
    (element.shadowRoot?.querySelector('[part~="map"]') ?? element).scrollIntoView();
    await drawn();
    element.remove();
    await Promise.resolve();
    home.append(element);
    await element.ready;
    (element.shadowRoot?.querySelector('[part~="map"]') ?? element).scrollIntoView();
    await drawn();
    const told: (string | null)[] = [];
    element.addEventListener('zo-hover', ({ detail }) => told.push(detail.region));
    const container = regions()?.closest('.leaflet-container') as HTMLElement;
    const { left, top, width, height } = container.getBoundingClientRect();
    const where = { clientX: left + width / 2, clientY: top + height / 2, bubbles: true, composed: true };
    container.dispatchEvent(new PointerEvent('pointermove', where));
    expect(told).to.have.length(1);
  });
});
