import { toGeoJsonGeometry } from '../../geo/to-geojson.js';
import type { Boundaries } from '../../model/boundaries.js';
import type { Row } from '../rows.js';
import { sourceLine, sourcesOf, type ExportContext } from './context.js';

/** Six decimals of a degree are some ten centimetres. RFC 7946, section 11.2. */
const DECIMALS = 6;

function propertiesOf(row: Row, { indicators }: ExportContext) {
  const { region, name, level, period, indicator, text, kind, marks, class: classNumber } = row;
  const own = {
    code: region,
    name,
    level,
    period,
    indicator: indicators.get(indicator)?.label ?? indicator,
    text,
    kind,
    marks,
  };
  return kind === 'value' ? { ...own, class: classNumber, value: row.value } : { ...own, class: null };
}

/**
 * The rows as GeoJSON (RFC 7946), a feature for each with its shape; a row whose region has none gets a geometry of null.
 * Only a row of kind `value` has a member `value`. What goes for all figures (source and caution) stands beside the
 * features. Without rows there are no features.
 */
export function toGeoJson(rows: readonly Row[], boundaries: Boundaries, context: ExportContext): unknown {
  const { indicators, meta } = context;
  const shapeOf = new Map(boundaries.codes.map((code, shape) => [code, shape]));
  const shown = [...new Set(rows.map(({ indicator }) => indicator))].map((id) => indicators.get(id));
  const sources = new Set(shown.map((indicator) => sourceLine(sourcesOf(indicator, meta))));
  const cautions = new Set(shown.map((indicator) => indicator?.caution ?? ''));
  const features = rows.map((row) => {
    const shape = shapeOf.get(row.region);
    return {
      type: 'Feature',
      id: row.region,
      geometry: shape === undefined ? null : toGeoJsonGeometry(boundaries, shape, DECIMALS),
      properties: propertiesOf(row, context),
    };
  });
  const about = [...sources, boundaries.attribution].filter(Boolean).join('; ');
  return { type: 'FeatureCollection', features, source: about, caution: [...cautions].filter(Boolean).join('\n') };
}
