import type { FileSettings } from '$lib/source/layout';
import type { Period } from '$lib/source/period';
import type { SheetVintage } from './sheet';
import { dayIn, listPeriodIn, registryIn, vintageIn } from './time';

/**
 * The period of a list: tepat.json, else titles, sheet and file name, earlier ones trusted more. `byStage` is true where a stage of
 * payment was read as a quarter.
 */
export function listPeriod(texts: readonly string[], settings: FileSettings): { period: Period; byStage: boolean } {
  const given = /^(\d{4})(?:-(\d\d))?$/.exec(settings.periode ?? '');
  const nothing: Period = { tahun: null, bulan: null, sejakBulan: null, sifat: null, tahap: null };
  if (given) {
    const bulan = given[2] === undefined ? null : Number(given[2]);
    return { period: { ...nothing, tahun: Number(given[1]), bulan }, byStage: false };
  }
  const all = texts.map(listPeriodIn);
  const timed = all.find(({ bulan }) => bulan !== null);
  const tahun = settings.tahun ?? timed?.tahun ?? all.find((each) => each.tahun !== null)?.tahun ?? null;
  if (settings.bulan !== undefined) return { period: { ...nothing, tahun, bulan: settings.bulan }, byStage: false };
  const { bulan = null, sejakBulan = null, sifat = null, byStage = false } = timed ?? {};
  return { period: { ...nothing, tahun, bulan, sejakBulan, sifat }, byStage };
}

/** The day a list was decided: tepat.json, else the first day that a title, the sheet or the file name writes out; null where none does. */
export function listDay(texts: readonly string[], { tanggal_daftar: given }: FileSettings): string | null {
  return given ?? texts.map((text) => dayIn(text.replace(/_/g, ' '))).find((day) => day !== null) ?? null;
}

/** The version of a registry: tepat.json, else titles, sheet and file name; null where none says a quarter or a month. */
export function sheetVintage(texts: readonly string[], settings: FileSettings): SheetVintage | null {
  const said = settings.vintase === undefined ? vintageOf(texts) : vintageIn(settings.vintase);
  if (said === null) return null;
  const registri = registryIn(texts.join(' '), Number(said.kode.slice(0, 4)));
  return { ...said, registri, berlakuSejak: settings.berlaku_sejak ?? said.berlakuSejak };
}

function vintageOf(texts: readonly string[]): SheetVintage | null {
  return texts.map(vintageIn).find((vintage) => vintage !== null) ?? vintageIn(texts.join(' '));
}
