/** A point in degrees: latitude north of the equator, longitude east of Greenwich. */
export interface Degrees {
  lintang: number;
  bujur: number;
}

/** The box that Indonesia lies in. Its latitudes are no longitudes of it, so two numbers that were exchanged show themselves. */
const box = { south: -11.5, north: 6.5, west: 94.5, east: 141.5 };

/** A latitude and a longitude, exchanged where only that puts them in Indonesia; `none` where neither way does. */
export function swappedDegrees(lintang: number, bujur: number): (Degrees & { swapped: boolean }) | 'none' {
  if (isInside(lintang, bujur)) return { lintang, bujur, swapped: false };
  return isInside(bujur, lintang) ? { lintang: bujur, bujur: lintang, swapped: true } : 'none';
}

function isInside(lintang: number, bujur: number): boolean {
  return lintang >= box.south && lintang <= box.north && bujur >= box.west && bujur <= box.east;
}
