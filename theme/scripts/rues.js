// Streets from a PMTiles file, loaded by the map when somebody asks for them (components/plan/tuiles.js).

import { leafletLayer, PmtilesSource } from "protomaps-leaflet";

/** A layer of the streets that the file holds; rejected where the file cannot be read. */
window.carteRues(async (L, adresse, { langue, sombre }) => {
  const source = new PmtilesSource(adresse, true).p;
  const { maxZoom } = await source.getHeader();
  window.L = L; // where protomaps-leaflet looks for it
  return leafletLayer({ url: source, maxDataZoom: maxZoom, flavor: sombre ? "dark" : "light", lang: langue, attribution: "Protomaps" });
});
