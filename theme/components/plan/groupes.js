// Which markers a view of the map shows: places that stand alone, and groups of those that would cover each other. Ten
// thousand places are grouped in some hundredths of a second, and a view asks for a few dozen markers.

import Supercluster from "supercluster";

export const ZOOM_MAX = 17; // closer, the simplified borders of the ground are coarse
const RAYON = 60; // pixels between two markers, about

/**
 * Points ([{ lieu, point: [latitude, longitude], ouvert }], `lieu` a rank) in groups. `vue([west, south, east, north],
 * zoom)` gives [{ cle, point, n, ouverts, lieux() }]: how many points, how many of them open, and whose; `rang` is that of
 * a point alone; `eclate` the zoom at which a group falls apart, beyond ZOOM_MAX where it never does.
 */
export function groupes(points) {
  const index = new Supercluster({
    radius: RAYON, maxZoom: ZOOM_MAX,
    map: ({ ouvert }) => ({ ouverts: ouvert ? 1 : 0 }),
    reduce: (somme, { ouverts }) => { somme.ouverts += ouverts; },
  });
  index.load(points.map(({ lieu, ouvert, point: [lat, lon] }, rang) => ({ type: "Feature", properties: { lieu, ouvert, rang }, geometry: { type: "Point", coordinates: [lon, lat] } })));

  function groupe({ geometry: { coordinates }, properties: { cluster, cluster_id: id, point_count: n, ouverts, lieu, ouvert, rang } }) {
    const point = [coordinates[1], coordinates[0]];
    if (!cluster) return { cle: `p${rang}`, point, n: 1, ouverts: ouvert ? 1 : 0, rang, eclate: Infinity, lieux: () => [lieu] };
    const lieux = () => [...new Set(index.getLeaves(id, Infinity).map(({ properties }) => properties.lieu))];
    return { cle: `g${id}`, point, n, ouverts, eclate: index.getClusterExpansionZoom(id), lieux };
  }

  return { vue: (bornes, zoom) => index.getClusters(bornes, zoom).map(groupe) };
}
