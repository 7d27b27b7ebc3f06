/**
 * What is changed in Leaflet 1.9.4 on the way in: `file` (below leaflet/src), the text found, its replacement, and why.
 * Each `find` must occur exactly once in its file, so that another version of Leaflet can't slip through half patched.
 */
export const patches = [
  {
    why: 'the probe assigns a string to innerHTML at import, which Trusted Types refuses',
    file: 'core/Browser.js',
    find: `var inlineSvg = !!svg && (function () {
	var div = document.createElement('div');
	div.innerHTML = '<svg/>';
	return (div.firstChild && div.firstChild.namespaceURI) === 'http://www.w3.org/2000/svg';
})();`,
    replace: 'var inlineSvg = true;',
  },
  {
    why: 'as above; VML left with Internet Explorer 8',
    file: 'core/Browser.js',
    find: `var vml = !svg && (function () {
	try {
		var div = document.createElement('div');
		div.innerHTML = '<v:shape adj="1"/>';

		var shape = div.firstChild;
		shape.style.behavior = 'url(#default#VML)';

		return shape && (typeof shape.adj === 'object');

	} catch (e) {
		return false;
	}
}());`,
    replace: 'var vml = false;',
  },
  {
    why: "a page's own Leaflet settings are not ours",
    file: 'core/Browser.js',
    find: '!window.L_DISABLE_3D && ',
    replace: '',
  },
  {
    why: "a page's own Leaflet settings are not ours",
    file: 'core/Browser.js',
    find: '!window.L_NO_TOUCH && ',
    replace: '',
  },
  {
    why: "reads the page's global L for a warning about Leaflet 0.7",
    file: 'core/Class.js',
    find: `checkDeprecatedMixinEvents(props.includes);`,
    replace: '',
  },
  {
    why:
      'listeners on shared targets (window, document) are keyed by these numbers, so two copies of Leaflet on one page ' +
      'that both count from 0 lose each other’s resize and keys',
    file: 'core/Util.js',
    find: 'export var lastId = 0;',
    replace: 'export var lastId = Math.floor((1 + Math.random()) * 0x8000000000) * 1024;',
  },
  {
    why: 'only the canvas renderer is kept',
    file: 'layer/vector/Renderer.getRenderer.js',
    find: `import {svg} from './SVG';\n`,
    replace: '',
  },
  {
    why: 'only the canvas renderer is kept',
    file: 'layer/vector/Renderer.getRenderer.js',
    find: 'return (this.options.preferCanvas && canvas(options)) || svg(options);',
    replace: 'return canvas(options);',
  },
  {
    why: 'a point without pointToLayer becomes a circle: the default marker needs pictures and a style sheet in the document',
    file: 'layer/GeoJSON.js',
    find: `import {Marker} from './marker/Marker';`,
    replace: `import {CircleMarker as Marker} from './vector/CircleMarker';`,
  },
];

/** The text of one of Leaflet's files, `name` below leaflet/src, with its patches. Throws where one doesn't fit exactly once. */
export function patch(name, source) {
  // Leaflet's files come with either line end.
  let text = source.replaceAll('\r\n', '\n');
  for (const { file, find, replace } of patches) {
    if (file !== name) continue;
    const parts = text.split(find);
    if (parts.length !== 2) throw new Error(`${parts.length - 1} matches in leaflet/src/${name} for: ${find}`);
    text = parts.join(replace);
  }
  return text;
}
