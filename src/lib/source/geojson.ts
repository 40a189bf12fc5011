import { type Degrees, swappedDegrees } from './degrees';
import { plainHeader } from './flatTable';
import { emptyRead, type FileSettings, type Layout, type PlaceFact, type Reject, type SheetRead } from './layout';
import { readPeriod } from './period';
import { holdsPoint, innerPoint, type Polygon } from './polygon';
import { limited, type Problem } from './problem';
import type { Text } from '$lib/text/language';

/** Boundaries as a layout, for reports: GeoJSON is no sheet, so no sheet is ever recognised as one. See `readGeoJson`. */
export const batasWilayah: Layout = {
  name: 'batas-wilayah',
  title: { id: 'batas atau titik wilayah (GeoJSON)', en: 'boundaries or points of regions (GeoJSON)' },
  recognise: () => null,
  read: (sheet, context) => emptyRead(batasWilayah.name, sheet, context, readPeriod(context.file))
};

/** Whether bytes are JSON that says it is GeoJSON within its first kilobytes. */
export function isGeoJson(bytes: Uint8Array): boolean {
  const head = new TextDecoder().decode(bytes.subarray(0, 4096)).replace(/^[\ufeff\s]+/, '');
  return head.startsWith('{') && /"type"\s*:\s*"(FeatureCollection|Feature)"|"features"\s*:\s*\[/.test(head);
}

/** A feature as far as it is used. */
interface Feature {
  properties?: Readonly<Record<string, unknown>> | null;
  geometry?: { type?: string; coordinates?: unknown; geometries?: unknown } | null;
}

/**
 * Boundaries or points of regions: for each feature the region as its properties write it, its label point and its polygons in degrees, and
 * what the file says of its own origin. A label point outside its polygon is replaced by an inner one; longitude and latitude that were exchanged are put right. Both are reported.
 */
export function readGeoJson(bytes: Uint8Array, file: string, settings: FileSettings = {}): SheetRead | Problem {
  let given: unknown;
  try {
    given = JSON.parse(new TextDecoder('utf-8').decode(bytes).replace(/^\ufeff/, ''));
  } catch {
    return brokenFile(file);
  }
  const features = featuresOf(given);
  const name = textOf((given as { name?: unknown }).name) ?? 'geojson';
  const sheet = { name, hidden: false, rows: [] };
  const result = batasWilayah.read(sheet, { file, settings, recognition: { score: 1, header: 0 } });
  const sumber = originOf(given);
  for (const [index, feature] of features.entries()) takeFeature(feature, { row: index + 1, sumber }, result);
  result.problems.push(...whatWasMended(result));
  return { ...result, problems: limited(result.problems) };
}

function featuresOf(given: unknown): Feature[] {
  const { features, type } = (given ?? {}) as { features?: unknown; type?: unknown };
  if (type === 'Feature') return [given as Feature];
  return Array.isArray(features)
    ? features.filter((one): one is Feature => typeof one === 'object' && one !== null)
    : [];
}

/** What a file writes about where it comes from, in the members that are usual for it; null where there are none. */
function originOf(given: unknown): string | null {
  const { metadata, ...members } = (given ?? {}) as Record<string, unknown>;
  const all = { ...members, ...(typeof metadata === 'object' && metadata !== null ? metadata : {}) };
  const texts = ['sumber', 'source', 'attribution', 'copyright', 'lisensi', 'license', 'licence'].flatMap((name) => {
    const text = textOf((all as Record<string, unknown>)[name]);
    return text === null ? [] : [text.replace(/\s+/g, ' ').slice(0, 120)];
  });
  return texts.length === 0 ? null : [...new Set(texts)].join('; ');
}

interface Taken {
  row: number;
  sumber: string | null;
}

function takeFeature({ properties, geometry }: Feature, { row, sumber }: Taken, result: SheetRead): void {
  const origin = { file: result.file, sheet: result.sheet, row };
  const given = new Map(
    Object.entries(properties ?? {}).flatMap(([key, value]) => {
      const text = textOf(value);
      return text === null ? [] : [[plainHeader(key), text] as const];
    })
  );
  const place = placeOf(given);
  const cells = [place.kode ?? null, place.kabupaten ?? null, place.kecamatan ?? null, place.desa ?? null];
  const reject = (reason: Text, fix: Text): void => {
    const left: Reject = { origin, reason, cells, rupiah: {} };
    result.rejects.push(left);
    result.problems.push({ kind: 'reject', code: 'geojson', place: origin, message: reason, fix });
  };
  if (Object.keys(place).length === 0) return reject(noName, noNameFix);
  const shape = shapeOf(geometry ?? null);
  const point = labelPoint(given, shape);
  if (point === null) return reject(noPoint, noPointFix);
  result.used.push({ row, cells, rupiah: {} });
  const values = { dapil: null, kelas_sebanding: null, ...point, sumber };
  const batas = shape.polygons.length === 0 ? {} : { batas: shape.polygons };
  result.places.push({ table: 'wilayah', place, values, origin, ...batas });
}

const codeNames = [
  'kode',
  'kode_wilayah',
  'kode_desa',
  'kode_kemendagri',
  'kd_desa',
  'kode_kel',
  'kode_kelurahan',
  'iddesa',
  'kdepum',
  'kode_kec'
];
const desaNames = [
  'nama',
  'nama_desa',
  'desa',
  'kelurahan',
  'desa_kelurahan',
  'namobj',
  'nmdesa',
  'wadmkd',
  'village',
  'nama_kel'
];
const kecamatanNames = ['kecamatan', 'nama_kec', 'nama_kecamatan', 'nmkec', 'wadmkc', 'district'];
const kabupatenNames = ['kabupaten', 'nama_kab', 'nama_kabupaten', 'nmkab', 'wadmkk', 'regency'];

/** What the properties call the region. A code of three parts is a kecamatan's, whose name then is no desa's. */
function placeOf(given: ReadonlyMap<string, string>): PlaceFact['place'] {
  const first = (names: readonly string[]): string | undefined =>
    names.map((name) => given.get(name)).find((text) => text !== undefined);
  const place = { kode: first(codeNames), kabupaten: first(kabupatenNames), kecamatan: first(kecamatanNames) };
  const desa = first(desaNames);
  const known = Object.fromEntries(Object.entries(place).filter(([, text]) => text !== undefined));
  const isDesa = !/^\d\d\.?\d\d(\.?\d\d)?$/.test(place.kode ?? '');
  return desa === undefined || !isDesa ? known : { ...known, desa };
}

/** What a feature says of its label point, and whether it was put right. */
interface LabelPoint extends Degrees {
  /** Whether the point is known to lie in the region's own polygon; null where there is no polygon. */
  di_dalam: boolean | null;
  /** The file's own point lay outside and was replaced. */
  dipindah: boolean;
  ditukar: boolean;
  [column: string]: number | boolean | null;
}

function labelPoint(given: ReadonlyMap<string, string>, shape: Shape): LabelPoint | null {
  const own = ownPoint(given) ?? shape.point;
  const polygons = shape.polygons;
  if (polygons.length === 0) return own && { ...own, di_dalam: null, dipindah: false };
  const inside = own !== null && polygons.some((polygon) => holdsPoint(polygon, { x: own.bujur, y: own.lintang }));
  if (own !== null && inside) return { ...own, ditukar: own.ditukar || shape.ditukar, di_dalam: true, dipindah: false };
  const inner = innerPoint(polygons);
  if (inner === null) return own && { ...own, di_dalam: false, dipindah: false };
  const found = { lintang: round(inner.y), bujur: round(inner.x) };
  return { ...found, di_dalam: true, dipindah: own !== null, ditukar: shape.ditukar };
}

/** Degrees to about a metre. */
function round(degrees: number): number {
  return Math.round(degrees * 1e5) / 1e5;
}

function ownPoint(given: ReadonlyMap<string, string>): (Degrees & { ditukar: boolean }) | null {
  const number = (names: readonly string[]): number | null => {
    const text = names.map((name) => given.get(name)).find((one) => one !== undefined);
    return text !== undefined && /^-?\d+([.,]\d+)?$/.test(text) ? Number(text.replace(',', '.')) : null;
  };
  const lintang = number(['lat', 'latitude', 'lintang', 'label_y']);
  const bujur = number(['lng', 'lon', 'long', 'longitude', 'bujur', 'label_x']);
  return lintang === null || bujur === null ? null : degreesOf(lintang, bujur);
}

function degreesOf(lintang: number, bujur: number): (Degrees & { ditukar: boolean }) | null {
  const read = swappedDegrees(lintang, bujur);
  return read === 'none' ? null : { lintang: read.lintang, bujur: read.bujur, ditukar: read.swapped };
}

/** Polygons and the point of a geometry, in degrees within Indonesia. */
interface Shape {
  polygons: Polygon[];
  point: (Degrees & { ditukar: boolean }) | null;
  ditukar: boolean;
}

/** What is elsewhere, or no degrees, is nothing. */
function shapeOf(geometry: NonNullable<Feature['geometry']> | null): Shape {
  const { type, coordinates } = geometry ?? {};
  if (type === 'Point' && isPair(coordinates)) {
    const point = degreesOf(coordinates[1], coordinates[0]);
    return { polygons: [], point, ditukar: point?.ditukar ?? false };
  }
  const given =
    type === 'Polygon' ? [coordinates] : type === 'MultiPolygon' && Array.isArray(coordinates) ? coordinates : [];
  const polygons = given.filter(isPolygon);
  const corner = polygons[0]?.[0]?.[0];
  const read = corner === undefined ? 'none' : swappedDegrees(corner[1], corner[0]);
  if (read === 'none') return { polygons: [], point: null, ditukar: false };
  const upright = read.swapped
    ? polygons.map((rings) => rings.map((ring) => ring.map(([x, y]) => [y, x] as const)))
    : polygons;
  // one corner elsewhere makes the whole boundary one that nobody can draw
  const isHere = upright.every((rings) =>
    rings.every((ring) => ring.every(([x, y]) => isUpright(swappedDegrees(y, x))))
  );
  return isHere
    ? { polygons: upright, point: null, ditukar: read.swapped }
    : { polygons: [], point: null, ditukar: false };
}

function isUpright(read: ReturnType<typeof swappedDegrees>): boolean {
  return read !== 'none' && !read.swapped;
}

function isPair(value: unknown): value is readonly [number, number] {
  return (
    Array.isArray(value) &&
    value.length >= 2 &&
    value.slice(0, 2).every((one) => typeof one === 'number' && Number.isFinite(one))
  );
}

function isPolygon(value: unknown): value is Polygon {
  return (
    Array.isArray(value) &&
    value.length > 0 &&
    value.every((ring) => Array.isArray(ring) && ring.length >= 3 && ring.every(isPair))
  );
}

function textOf(value: unknown): string | null {
  return typeof value === 'string' || typeof value === 'number' ? String(value).trim() || null : null;
}

function whatWasMended({ file, sheet, places }: SheetRead): Problem[] {
  const count = (name: string): number => places.filter(({ values }) => values[name] === true).length;
  const place = { file, sheet };
  const [moved, swapped] = [count('dipindah'), count('ditukar')];
  const out: Problem[] = [];
  if (moved > 0)
    out.push({
      kind: 'decision',
      code: 'label-point',
      place,
      message: {
        id: `${moved} titik label berada di luar poligonnya; dipakai titik di dalamnya.`,
        en: `${moved} label points lie outside their polygon; a point inside is used.`
      }
    });
  if (swapped > 0) out.push(swappedWarning(place, swapped));
  return out;
}

/** Latitude and longitude stood in each other's place. */
export function swappedWarning(place: Problem['place'], count: number): Problem {
  return {
    kind: 'warning',
    code: 'lat-lng',
    place,
    message: {
      id: `lintang dan bujur tertukar pada ${count} wilayah; ditukar kembali.`,
      en: `latitude and longitude are exchanged for ${count} regions; put back.`
    }
  };
}

const noName: Text = { id: 'fitur tanpa kode dan nama wilayah.', en: 'a feature without code and name of a region.' };
const noNameFix: Text = { id: 'Beri properti "kode" dan "nama".', en: 'Give it properties "kode" and "nama".' };
const noPoint: Text = {
  id: 'tidak ada poligon atau titik dalam derajat di Indonesia.',
  en: 'there is no polygon or point in degrees within Indonesia.'
};
const noPointFix: Text = {
  id: 'Ekspor ulang dalam WGS 84 (EPSG:4326), bujur lalu lintang.',
  en: 'Export again in WGS 84 (EPSG:4326), longitude before latitude.'
};

function brokenFile(file: string): Problem {
  return {
    kind: 'reject',
    code: 'geojson',
    place: { file },
    message: { id: 'GeoJSON ini terpotong atau rusak.', en: 'this GeoJSON is cut off or damaged.' },
    fix: { id: 'Salin atau ekspor ulang.', en: 'Copy or export it again.' }
  };
}
