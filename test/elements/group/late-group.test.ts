import { expect, fixture, html } from '@open-wc/testing';
import type { ZoIndicatorTable } from '@zicht-op/elements/indicator-table/zo-indicator-table.js';
import '@zicht-op/elements/indicator-table/define.js';
import { dataset, row } from '../base/widgets.js';

// In a file of its own: here nobody has defined the group yet.

it('a zo-group that is defined late, or never, links its widgets all the same', async () => {
  expect(customElements.get('zo-group')).to.equal(undefined);
  const place = await fixture(
    html`<zo-group>
      <zo-indicator-table period="2022"></zo-indicator-table>
      <zo-indicator-table></zo-indicator-table>
    </zo-group>`,
  );
  const [one, two] = [...place.querySelectorAll<ZoIndicatorTable>('zo-indicator-table')];
  for (const widget of [one, two]) widget.data = dataset({ a: { '2022': row(1, 2, 3), '2023': row(4, 5, 6) } });
  await Promise.all([one.ready, two.ready]);
  expect(two.period).to.equal('2022');
  await import('@zicht-op/elements/group/define.js');
  one.period = '2023';
  await Promise.all([one.ready, two.ready]);
  expect(two.period).to.equal('2023');
  expect(getComputedStyle(place).display).to.equal('contents');
});
