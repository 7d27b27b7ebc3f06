// The host's own map, with its own Leaflet, as it was before the element came.
window.ownLeaflet = window.L;
window.ownMap = window.L.map('own-map', { attributionControl: false, zoomControl: false, inertia: false }).setView(
  [52, 5],
  8,
);
