// A page with a Leaflet map of its own, as its makers write it: `L` is theirs, from their own script.
import { choroplethLayer } from '/zicht-op-leaflet.js';

const { L } = window;
const map = L.map('kaart', { minZoom: 4, maxZoom: 13, zoomSnap: 0.25 }).setView([55.7, 3.1], 7);

// Below: the host's own tiles, here drawn on the spot instead of fetched.
const Paper = L.GridLayer.extend({
  createTile() {
    const { x, y } = this.getTileSize();
    const tile = L.DomUtil.create('canvas', 'leaflet-tile');
    tile.width = x;
    tile.height = y;
    const paper = tile.getContext('2d');
    paper.fillStyle = '#e9f0f4';
    paper.fillRect(0, 0, x, y);
    paper.strokeStyle = '#c3d3de';
    for (let at = 0.5; at < x; at += 32) {
      paper.lineWidth = at < 1 ? 2 : 0.5;
      paper.beginPath();
      paper.moveTo(at, 0);
      paper.lineTo(at, y);
      paper.moveTo(0, at);
      paper.lineTo(x, at);
      paper.stroke();
    }
    return tile;
  },
});
const tiles = new Paper({ attribution: 'Ondergrond: verzonnen' }).addTo(map);

// Between: the published figures.
const figures = choroplethLayer(L, {
  src: 'voorbeeldland/jonge-aanwas-{level}.json',
  levels: 'gemeente wijk buurt',
  level: 'gemeente',
  opacity: 0.85,
}).addTo(map);

// Above: the host's own routes and points.
const layerFrom = async (address, options) => L.geoJSON(await (await fetch(address)).json(), options).addTo(map);
const textOf = (feature) => {
  const text = document.createElement('span');
  text.textContent = feature.properties.soort;
  return text;
};
const pin = L.icon({ iconUrl: '/leaflet/images/marker-icon.png', iconSize: [15, 25], iconAnchor: [7, 25] });
const [routes, points] = await Promise.all([
  layerFrom('lagen/vaarroute.geojson', {
    style: { color: '#0b5c8a', weight: 4, dashArray: '8 6' },
    interactive: false,
  }),
  layerFrom('lagen/meldpunten.geojson', {
    pointToLayer: (feature, place) => L.marker(place, { icon: pin, alt: feature.properties.soort }),
    onEachFeature: (feature, point) => point.bindPopup(textOf(feature)),
  }),
]);

// Switching and fading.
L.control.layers({}, { Ondergrond: tiles, Cijfers: figures, Vaarroutes: routes, Meldpunten: points }).addTo(map);
const fade = L.control({ position: 'topright' });
fade.onAdd = () => {
  const label = L.DomUtil.create('label', 'opacity-control');
  const slider = document.createElement('input');
  Object.assign(slider, { type: 'range', min: 0, max: 100, value: 85 });
  slider.addEventListener('input', () => figures.setOpacity(slider.valueAsNumber / 100));
  label.append('Dekking', slider);
  L.DomEvent.disableClickPropagation(label);
  return label;
};
fade.addTo(map);

// What the host writes beside its map. Names and words are text, never markup.
const byId = (id) => document.getElementById(id);

function showRegion(code) {
  const row = code ? figures.rowOf(code) : null;
  byId('naam').textContent = row ? row.name : 'Nog geen gebied gekozen';
  byId('cijfer').textContent = row ? row.text : '';
  byId('gebied').value = row ? code : '';
}

function showLegend() {
  const { indicator, classes, missing } = figures.legend();
  const entry = (text, swatch) => {
    const item = document.createElement('li');
    item.append(swatch, text);
    return item;
  };
  const plain = (colour) => {
    const swatch = document.createElement('i');
    swatch.style.backgroundColor = colour;
    return swatch;
  };
  const hatched = (paint) => {
    const swatch = document.createElement('canvas');
    Object.assign(swatch, { width: 56, height: 36 });
    paint(swatch);
    return swatch;
  };
  byId('indicator').textContent = indicator;
  byId('legenda').replaceChildren(
    ...classes.map(({ text, colour }) => entry(text, plain(colour))).reverse(),
    ...missing.map(({ text, paint }) => entry(text, hatched(paint))),
  );
}

function listRegions() {
  const rows = figures.toRows().sort((one, other) => one.name.localeCompare(other.name, 'nl'));
  byId('gebied').replaceChildren(
    new Option('Kies een gebied', ''),
    ...rows.map(({ name, region }) => new Option(name, region)),
  );
}

function showAll() {
  showLegend();
  listRegions();
  showRegion(figures.selected);
}

figures.on('zo-select', ({ regions }) => showRegion(regions[0]));
byId('gebied').addEventListener('change', ({ target }) => {
  figures.select(target.value).zoomTo(target.value);
  showRegion(target.value);
});
byId('niveau').addEventListener('change', async ({ target }) => {
  await figures.set({ level: target.value, selected: '' }).ready;
  showAll();
});

await figures.ready;
map.fitBounds(figures.getBounds());
showAll();
