// The part of TopoJSON that boundaries use; the packages carry no types of their own.

/** Rings of a polygon by their arcs: an index, or its complement where the arc runs backwards. */
interface TopologyObject {
  type: 'MultiPolygon';
  arcs: number[][][];
}
/** Polygons whose shared borders are one and the same arc. */
interface Topology {
  objects: { wilayah: { type: 'GeometryCollection'; geometries: TopologyObject[] } };
  arcs: [x: number, y: number, weight?: number][][];
}
type Rings = [x: number, y: number][][];

declare module 'topojson-server' {
  export function topology(objects: {
    wilayah: { type: 'GeometryCollection'; geometries: { type: 'MultiPolygon'; coordinates: Rings[] }[] };
  }): Topology;
}
declare module 'topojson-simplify' {
  export function presimplify(topology: Topology): Topology;
  export function quantile(topology: Topology, share: number): number | undefined;
  export function simplify(topology: Topology, leastWeight: number): Topology;
}
declare module 'topojson-client' {
  export function feature(topology: Topology, object: TopologyObject): { geometry: { coordinates: Rings[] } };
  export function merge(topology: Topology, objects: TopologyObject[]): { coordinates: Rings[] };
}
