import type { Meta, StoryObj } from '@storybook/web-components-vite';
import { html, type TemplateResult } from 'lit';
import { makeCountry } from '@zicht-op/voorbeeldland/small.js';
import '@zicht-op/elements/choropleth/define.js';
import '@zicht-op/elements/layer/define.js';

interface Args {
  readonly position: 'above' | 'below';
  readonly opacity: number;
  readonly label: string;
  readonly colour: string;
}

const meta: Meta<Args> = {
  title: 'Elementen/zo-layer',
  component: 'zo-layer',
  args: { position: 'above', opacity: 1, label: 'Eigen laag', colour: '' },
  argTypes: {
    position: { control: 'inline-radio', options: ['above', 'below'] },
    opacity: { control: { type: 'range', min: 0, max: 1, step: 0.1 } },
    colour: { control: 'color' },
  },
};

export default meta;

type Story = StoryObj<Args>;

const country = makeCountry({ gemeenten: 16 });
const data = country.jongeAanwas('gemeente');
const shapes = country.boundaries('gemeente');

/** In the address itself: no story asks for anything elsewhere. */
const addressOf = (json: unknown): string => `data:application/geo+json,${encodeURIComponent(JSON.stringify(json))}`;

type Place = readonly [longitude: number, latitude: number];

const collection = (...geometries: readonly unknown[]) => ({
  type: 'FeatureCollection',
  features: geometries.map((geometry) => ({ type: 'Feature', properties: {}, geometry })),
});

const PLACES: readonly Place[] = [
  [2.6, 55.7],
  [3.1, 55.9],
  [2.9, 55.5],
  [2.4, 55.6],
];

const points = collection(...PLACES.map((coordinates) => ({ type: 'Point', coordinates })));
const line = collection({ type: 'LineString', coordinates: PLACES });
const area = collection({ type: 'Polygon', coordinates: [[...PLACES, PLACES[0]]] });

const layer = (args: Args, src: string, type = ''): TemplateResult =>
  html`<zo-layer
    src=${src}
    type=${type}
    position=${args.position}
    opacity=${args.opacity}
    label=${args.label}
    colour=${args.colour}
  ></zo-layer>`;

const mapWith = (...layers: readonly TemplateResult[]): TemplateResult =>
  html`<zo-choropleth level="gemeente" .data=${data} .boundariesData=${shapes}>${layers}</zo-choropleth>`;

const storyOf = (json: unknown, args: Partial<Args> = {}): Story => ({
  args,
  render: (all) => mapWith(layer(all, addressOf(json))),
});

export const Punten: Story = storyOf(points, { label: 'Meldpunten' });

export const Lijn: Story = storyOf(line, { label: 'Route', colour: '#7a2f5f' });

export const Vlak: Story = storyOf(area, { label: 'Project', opacity: 0.6 });

/** Below the regions: it shows where there are none. */
export const Onder: Story = storyOf(area, { label: 'Omgeving', position: 'below' });

export const Meerdere: Story = {
  render: (args) =>
    mapWith(
      layer({ ...args, label: 'Meldpunten' }, addressOf(points)),
      layer({ ...args, label: 'Route', colour: '#7a2f5f' }, addressOf(line)),
      layer({ ...args, label: 'Project', opacity: 0.4 }, addressOf(area)),
    ),
};

export const ZonderNaam: Story = storyOf(points, { label: '' });

/** Nothing is drawn, the map stays as it is, and the host hears of it by `zo-error`. */
export const Mislukt: Story = {
  render: (args) => mapWith(layer(args, 'data:application/json,{"dit":"is geen GeoJSON"}')),
};
