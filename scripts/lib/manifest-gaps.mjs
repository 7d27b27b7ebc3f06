/** Members that Lit and the platform define; an element that overrides them need not explain them again. */
const KNOWN = new Set([
  'attributeChangedCallback',
  'connectedCallback',
  'createRenderRoot',
  'disconnectedCallback',
  'firstUpdated',
  'render',
  'requestUpdate',
  'shouldUpdate',
  'update',
  'updated',
  'willUpdate',
]);

/**
 * What a custom-elements manifest leaves unexplained, one line each: an element without a summary; a public member,
 * attribute, event, slot, part, property or state without a sentence. The docs' tables are made from these.
 */
export function gapsOf(manifest) {
  const declarations = manifest.modules.flatMap((module) => module.declarations ?? []);
  return declarations.filter(({ tagName }) => tagName !== undefined).flatMap(gapsOfElement);
}

/** Tags that a manifest lists, sorted. */
export function tagsOf(manifest) {
  const declarations = manifest.modules.flatMap((module) => module.declarations ?? []);
  return declarations.flatMap(({ tagName }) => tagName ?? []).sort();
}

function gapsOfElement(element) {
  const { tagName } = element;
  const members = (element.members ?? []).filter(
    ({ name, privacy, static: isStatic }) =>
      (privacy ?? 'public') === 'public' && !isStatic && !/^[_#]/.test(name) && !KNOWN.has(name),
  );
  const named = [
    ['member', members],
    ['attribute', (element.attributes ?? []).filter(({ fieldName }) => fieldName === undefined)],
    ['event', element.events],
    ['slot', element.slots],
    ['part', element.cssParts],
    ['property', element.cssProperties],
    ['state', element.cssStates],
  ];
  const gaps = named.flatMap(([kind, list]) =>
    (list ?? [])
      .filter(({ description }) => !description)
      .map(({ name }) => `${tagName}: ${kind} "${name}" has no sentence`),
  );
  return element.summary || element.description ? gaps : [`${tagName}: no summary`, ...gaps];
}
