// Which markers a view of the map shows: places that stand alone, and groups of those that would cover each other. Ten
// thousand places are grouped in some hundredths of a second, and a view asks for a few dozen markers.

import Supercluster from "supercluster";

export const ZOOM_MAX = 18;
const RAYON = 60; // pixels between two markers, about

/**
 * Points ([{ lieu, point: [latitude, longitude] }], `lieu` a rank) in groups. `vue([west, south, east, north], zoom)` gives
 * [{ cle, point, n, lieux() }]: how many points and whose; `eclate` is the zoom at which a group falls apart, beyond
 * ZOOM_MAX where it never does.
 */
export function groupes(points) {
  const index = new Supercluster({ radius: RAYON, maxZoom: ZOOM_MAX });
  index.load(points.map(({ lieu, point: [lat, lon] }, rang) => ({ type: "Feature", properties: { lieu, rang }, geometry: { type: "Point", coordinates: [lon, lat] } })));
  return {
    vue: (bornes, zoom) =>
      index.getClusters(bornes, zoom).map(({ geometry: { coordinates }, properties: { cluster, cluster_id: id, point_count: n, lieu, rang } }) => ({
        cle: cluster ? `g${id}` : `p${rang}`,
        point: [coordinates[1], coordinates[0]],
        n: cluster ? n : 1,
        rang,
        lieux: () => (cluster ? [...new Set(index.getLeaves(id, Infinity).map(({ properties }) => properties.lieu))] : [lieu]),
        eclate: cluster ? index.getClusterExpansionZoom(id) : Infinity,
      })),
  };
}
