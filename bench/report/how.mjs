/** How it is measured, for the document. */
export const HOW = `## How it is measured

- **The same for all.** Loopback server, gzip, no cache; a bundle per page by esbuild, minified. A browser context of its own for each load. The map has the same size in CSS pixels on every page; our element is larger by what stands around its map, and every page's viewport is as large as our element. Every page fetches one CSV and one TopoJSON and shows five quantiles in the same colours with white borders of half a pixel.
- **Correct.** Samples lie at least two pixels inside an area, chosen from a fixed seed by a point-in-polygon test of the benchmark's own. 98 of 100 must have their class's colour in the page's own drawing at the very moment it says "painted" (not for GL), on a screenshot after it, both again for other figures, and on a screenshot after moving; as many must be named rightly by hover. What isn't right can't win.
- **Navigation to painted**: until the library says that it is done, its canvases are forced out by reading a pixel, and three frames with something to paint have passed. Frames aren't held to 60 a second, so that nothing is rounded up.
- **Long tasks**: tasks of over 50 ms on the main thread until then, as the browser tells them; shorter ones count as none.
- **New figures**: from asking for the other indicator until it stands on the screen in the same way; four times per load.
- **Moving**: 2.5 s of dragging with 60 mouse moves a second, then ten turns of the wheel, as input events of the browser, at 60 frames a second. Frame times are those of \`requestAnimationFrame\`; a dropped frame is a slot of a sixtieth of a second without one, of about 260. How sharp a map is while it moves isn't measured. "Tasks while moving" is the main thread's time in that while.
- **Hover**: the library's own hit test at the samples, without the event around it; the clock ticks in 5 µs. Leaflet SVG, Plot and eurostat-map leave it to the browser.
- **Memory**: after garbage collection, in a browser of its own, after loading and showing other figures twice. Heap is JavaScript's and the DOM's on the main thread, buffers its array buffers. Paths, SVG layout, canvases and the GPU process are in none of the two; canvases, paths and layout are in "process": anonymous and shared memory of the renderer process.
- **DOM nodes**: elements in the map's element, those in shadow roots too.
- **Bytes**: script and shapes as they came over the wire until the page had painted.
- **CPU four times slower** is the browser's own throttling; DPR 2 and the width of a phone are emulated.

## How each peer is set up

- **Leaflet**: \`L.geoJSON\` with a style function, as in its choropleth tutorial, on the default renderer (SVG) and with \`preferCanvas\`; \`topojson.feature\` before it.
- **d3-geo**: a \`Path2D\` per area from \`geoPath\`, filled and stroked on one canvas; d3-zoom redraws. Hover: boxes, then \`isPointInPath\`.
- **OpenLayers**: \`VectorImageLayer\` with \`imageRatio: 2\` as in its example, its own TopoJSON format, a style per class shared by all features.
- **MapLibre GL**: a GeoJSON source with \`promoteId\`, a fill and a line layer, classes by feature state; its worker as a module of its own, as its package has it.
- **ECharts**: \`registerMap\`, a map series with \`roam\`, classes by a piecewise visual map; only the modules it needs; no animation.
- **Observable Plot**: \`Plot.geo\` with a threshold scale; a new figure for new figures, as it has no other way. It can't be panned or zoomed.
- **eurostat-map**: own shapes by \`geometries\` with \`statisticalRegions\` and a \`projectionFunction\`, own figures by \`statData().setData\`, thresholds; no transition. Its package is one file with everything in it.`;
