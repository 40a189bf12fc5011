import { bantuan, bantuanBelanja } from './aid';
import { batasWilayah } from './boundary';
import { keluaran, kinerja, pagu, realisasi, rencanaKas } from './budget';
import { apbdDaerah, aturanPotong, kewajiban, komitmen } from './commitment';
import { angkaTerbit } from './published';
import { akun, berkas, cakupan, indikator, nomenklatur, skpd, sumberDana, wilayah } from './reference';
import { kesegaran, pasanganBantuan, registri, sasaran, sasaranDesil, tumpangTindih, vintaseTable } from './targeting';

/** Version of the extract contract. A change of a name, type, unit or key raises it; a new table or column does not. */
export const contractVersion = 1;

/** Every table of the contract by name, in the order in which they are listed and written: reference, budget, targeting. */
export const tables = {
  wilayah,
  skpd,
  nomenklatur,
  akun,
  sumber_dana: sumberDana,
  berkas,
  cakupan,
  indikator,
  angka_terbit: angkaTerbit,
  pagu,
  realisasi,
  rencana_kas: rencanaKas,
  kinerja,
  keluaran,
  komitmen,
  kewajiban,
  aturan_potong: aturanPotong,
  apbd_daerah: apbdDaerah,
  bantuan,
  bantuan_belanja: bantuanBelanja,
  vintase: vintaseTable,
  registri,
  kesegaran,
  sasaran,
  sasaran_desil: sasaranDesil,
  tumpang_tindih: tumpangTindih,
  pasangan_bantuan: pasanganBantuan,
  batas_wilayah: batasWilayah
} as const;

/** Name of a table of the contract. */
export type TableName = keyof typeof tables;

/** True when `name` is a table of the contract. */
export function isTableName(name: string): name is TableName {
  return Object.hasOwn(tables, name);
}
