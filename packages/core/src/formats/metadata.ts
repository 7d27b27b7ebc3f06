import {
  dimension,
  type Dataset,
  type DatasetMeta,
  type Dimension,
  type Indicator,
  type Release,
  type Source,
} from '../model/dataset.js';
import { csvwColumn, csvwTableOf, naturalTexts, readCsvw } from './csvw.js';
import { firstText, isObject, isoDate, linkOf, member, objectAt, textAt, type JsonObject } from './json-access.js';
import { profileOf, readIndicatorProfile, readNotes, readProfile, readSources, readUnit } from './profile.js';

const NO_RELEASE: Release = { publisher: '', id: '', modified: '', licence: '', rules: [], boundaryYear: null };

/** The members that have something to say; an empty text or list doesn't wipe out what was known. */
function filled(meta: Partial<DatasetMeta>): Partial<DatasetMeta> {
  const isFilled = (value: unknown) =>
    value !== '' && value !== undefined && !(Array.isArray(value) && value.length === 0);
  return Object.fromEntries(Object.entries(meta).filter(([, value]) => isFilled(value)));
}

const withIndicators = (dataset: Dataset, change: (indicator: Indicator) => Partial<Indicator>): Dataset => {
  const indicators = dataset.indicators.map((indicator) => ({ ...indicator, ...change(indicator) }));
  const { id, label, codes } = dataset.metric;
  return {
    ...dataset,
    indicators,
    metric: dimension(
      id,
      label,
      codes,
      indicators.map((one) => one.label),
    ),
  };
};

/** A unit over the one that is known: decimals that were observed stay where none are said. */
function unitOver(indicator: Indicator, said: unknown): Partial<Indicator> {
  const unit = readUnit(said);
  return unit ? { unit: { ...unit, decimals: unit.decimals ?? indicator.unit.decimals } } : {};
}

/** Labels and units from a JSON-stat-like `dimension` object, for the dimensions and indicators of the same ids. */
function applyDimensions(dataset: Dataset, described: JsonObject): Dataset {
  const relabel = (known: Dimension): Dimension => {
    const labels = objectAt(objectAt(objectAt(described, known.id), 'category'), 'label');
    const label = textAt(objectAt(described, known.id), 'label') || known.label;
    return dimension(
      known.id,
      label,
      known.codes,
      known.codes.map((code, i) => textAt(labels, code) || known.labels[i]),
    );
  };
  const categories = Object.keys(described).map((id) => objectAt(objectAt(described, id), 'category'));
  const relabelled: Dataset = {
    ...dataset,
    geo: relabel(dataset.geo),
    time: relabel(dataset.time),
    breakdowns: dataset.breakdowns.map(relabel),
  };
  return withIndicators(relabelled, (indicator) => {
    const own = categories.find((category) => member(objectAt(category, 'unit'), indicator.id) !== undefined);
    const named = categories.find((category) => textAt(objectAt(category, 'label'), indicator.id) !== '');
    return {
      ...(named && { label: textAt(objectAt(named, 'label'), indicator.id) }),
      ...(own && unitOver(indicator, member(objectAt(own, 'unit'), indicator.id))),
    };
  });
}

/** The profile, in `extension["zicht-op"]` or with its members at the top. */
function applyProfile(dataset: Dataset, metadata: JsonObject): Dataset {
  const nested = profileOf(metadata);
  const meta: Partial<DatasetMeta> = {
    label: textAt(metadata, 'label'),
    notes: readNotes(metadata),
    sources: readSources(member(metadata, 'source')),
    updated: isoDate(member(metadata, 'updated')),
    ...readProfile(metadata),
    ...readProfile(nested),
  };
  const described = applyDimensions({ ...dataset, ...filled(meta) }, objectAt(metadata, 'dimension'));
  return withIndicators(described, (indicator) => {
    const said = [objectAt(metadata, 'indicators'), objectAt(nested, 'indicators')].map((list) =>
      member(list, indicator.id),
    );
    return said.reduce<Partial<Indicator>>((known, one) => {
      const { unit: _, ...rest } = readIndicatorProfile(one);
      return { ...known, ...rest, ...unitOver(indicator, member(one, 'unit')) };
    }, {});
  });
}

/** Sources in CSVW's Dublin Core: a text, an address, or an object with either. */
function readCsvwSources(input: unknown): Source[] {
  return (Array.isArray(input) ? input : [input]).flatMap((raw) => {
    const address = firstText(raw, '@id', 'href', 'schema:url') || (isObject(raw) ? '' : (naturalTexts(raw)[0] ?? ''));
    const href = /^https?:/i.test(address) ? linkOf(address) : null;
    const label = firstText(raw, 'dc:title', 'schema:name', 'label') || address;
    return label ? [{ label, href }] : [];
  });
}

/** Member of a table under one of the prefixes that Dublin Core goes by. */
const dublinCore = (table: JsonObject, name: string): unknown =>
  member(table, `dc:${name}`) ?? member(table, `dcterms:${name}`) ?? member(table, `schema:${name}`);

const firstNatural = (input: unknown): string =>
  firstText(input, '@id', 'schema:name', 'foaf:name', 'label') || (naturalTexts(input)[0] ?? '');

function readCsvwMeta(table: JsonObject, known: Release | null): Partial<DatasetMeta> {
  const licence = firstNatural(dublinCore(table, 'license') ?? dublinCore(table, 'licence'));
  const publisher = firstNatural(dublinCore(table, 'publisher'));
  const modified = isoDate(dublinCore(table, 'modified'));
  const release = {
    ...(known ?? NO_RELEASE),
    ...(licence && { licence }),
    ...(publisher && { publisher }),
    ...(modified && { modified }),
  };
  return filled({
    label: naturalTexts(dublinCore(table, 'title'))[0] ?? '',
    notes: naturalTexts(member(table, 'notes')),
    sources: readCsvwSources(dublinCore(table, 'source')),
    updated: modified,
    ...((licence || publisher || modified) && { release }),
  });
}

/** CSVW table metadata: titles and descriptions of columns, and what Dublin Core says of the table. */
function applyCsvw(dataset: Dataset, metadata: JsonObject, table: JsonObject): Dataset {
  const csvw = readCsvw(metadata);
  const described = { ...dataset, ...readCsvwMeta(table, dataset.release) };
  return withIndicators(described, ({ id, label, description }) => {
    const column = csvwColumn(csvw, id);
    return { label: column?.label || label, description: column?.description || description };
  });
}

/**
 * A dataset with what its metadata say laid over it: CSVW table metadata, metadata of the profile (as an extension or with
 * its members at the top, `indicators` by id, `dimension` with labels and units), or both in one document. Figures stay as
 * they are; what is of a wrong type is ignored, and so is a document that is no object. Doing it twice changes nothing.
 */
export function applyMetadata(dataset: Dataset, metadata: unknown): Dataset {
  if (!isObject(metadata)) return dataset;
  const table = csvwTableOf(metadata);
  return applyProfile(table ? applyCsvw(dataset, metadata, table) : dataset, metadata);
}
