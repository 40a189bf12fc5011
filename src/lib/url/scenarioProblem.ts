/** What was found wrong with a link or a file of scenarios; the words are the page's. Values of the reader are cut to 40 characters. */
export type ScenarioProblem =
  /** A value that cannot be read; what stood there before stays. `di` is a parameter or a path such as `skenario[0].isi.mulai`. */
  | { kode: 'tak_terbaca'; di: string; nilai: string; contoh: string }
  /** A file without this part; the page's own is taken. */
  | { kode: 'kurang'; di: string; contoh: string }
  /** A part that a scenario does not have; it is ignored. */
  | { kode: 'tak_dikenal'; di: string }
  /** A main parameter was changed after the link was made; the changed one holds. */
  | { kode: 'diubah'; di: string; dari: string; menjadi: string }
  /** The packed part of a link was cut off or altered; only the main parameters hold. */
  | { kode: 'rusak' }
  /** Made in another version of the format; of a link the main parameters hold, of a file what can be read. */
  | { kode: 'versi'; versi: string }
  /** Decisions on lines the data do not hold; `potongan` is what was cut there by hand, rupiah. Ids only where a file names them. */
  | { kode: 'baris_tak_ada'; jumlah: number; potongan: number; baris: readonly string[] }
  /** Decisions of a link that fit several lines, and are left out. */
  | { kode: 'baris_ganda'; jumlah: number }
  | { kode: 'sumber_tak_ada'; sumber: string }
  | { kode: 'tahun_tak_ada'; tahun: number; dipakai: number }
  /** More than may be read; the rest is left out. */
  | { kode: 'terlalu_banyak'; di: string; batas: number }
  /** No file of scenarios at all: no JSON, another kind of JSON, too big, or without a scenario. */
  | { kode: 'bukan_berkas'; sebab: 'json' | 'jenis' | 'besar' | 'kosong' };

/** Takes a problem that was found. */
export type Report = (problem: ScenarioProblem) => void;

/** A value as a problem shows it: at most 40 characters; lists and objects, which may be of any depth, by their kind. */
export function shown(value: unknown): string {
  if (typeof value === 'object' && value !== null) return Array.isArray(value) ? '[…]' : '{…}';
  const text = String(value);
  return text.length > 40 ? `${text.slice(0, 39)}…` : text;
}
