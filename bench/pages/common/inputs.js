import { csvParse } from 'd3-dsv';
import { feature } from 'topojson-client';
import { COLOURS, MISSING, classOf, quantiles } from '../../classes.mjs';

const query = new URLSearchParams(location.search);
const ask = (name) => fetch(query.get(name));

/** The indicator to begin with. */
export const indicator = query.get('indicator');

/** The figures of the file, per indicator: `value(code)` and `style(code)` (class, -1 for none), and the class boundaries. */
export async function readFigures() {
  const rows = csvParse(await (await ask('figures')).text());
  return (name) => {
    const values = new Map(rows.filter((row) => row[name] !== '').map((row) => [row.code, Number(row[name])]));
    const breaks = quantiles(values.values());
    const style = (code) => (values.has(code) ? classOf(values.get(code), breaks) : -1);
    return { breaks, value: (code) => values.get(code), style, colour: (code) => COLOURS[style(code)] ?? MISSING };
  };
}

/** The file as it is. */
export const readTopology = async () => (await ask('shapes')).json();

/** The level's areas as GeoJSON, as the documentation of topojson-client has it. */
export const readFeatures = async () => {
  const topology = await readTopology();
  return feature(topology, topology.objects[query.get('object')]);
};

export const codeOf = ({ properties }) => properties.statcode;
export const mapElement = document.querySelector('#map');

/** A place in the map element as a place on the page, and the other way round. */
export function inMap() {
  const { left, top } = mapElement.getBoundingClientRect();
  return { toPage: ([x, y]) => [left + x, top + y], toMap: (x, y) => [x - left, y - top] };
}
