/** Closed lists of the contract; a value outside its list is a fault of the extract. */

/** Levels of a region. Kelurahan and desa stand on one level; desa adat count as desa. */
export const wilayahLevels = ['kabupaten', 'kecamatan', 'desa', 'kelurahan'] as const;
/** An SKPD, or a unit below it (sub unit, UPTD). */
export const skpdLevels = ['skpd', 'unit'] as const;
/** Levels of the nomenclature, from the top. */
export const nomenklaturLevels = ['urusan', 'bidang', 'program', 'kegiatan', 'subkegiatan'] as const;
/** Levels of an account, from the top: `5`, `5.1`, `5.1.02`, `5.1.02.01`, `5.1.02.01.01`, `5.1.02.01.01.0024`. */
export const akunLevels = ['akun', 'kelompok', 'jenis', 'objek', 'rincian_objek', 'sub_rincian_objek'] as const;
/** Groups of funding sources. */
export const sumberDanaGroups = ['PAD', 'TKD', 'TRANSFER_DAERAH', 'LAIN', 'SILPA'] as const;
export type SumberDanaGroup = (typeof sumberDanaGroups)[number];
/** Tables whose delivery `cakupan` records. */
export const coveredTables = [
  'pagu',
  'realisasi',
  'rencana_kas',
  'kinerja',
  'keluaran',
  'komitmen',
  'kewajiban',
  'aturan_potong'
] as const;
/** What realisasi counts: payment orders, or accounted-for spending. */
export const realisasiBases = ['SP2D', 'SPJ'] as const;
/** Kinds of commitment; `utang` is an unpaid obligation of an earlier period. */
export const komitmenKinds = ['kontrak', 'spk', 'nphd', 'sk_penerima', 'utang'] as const;
/** Roles of a budget line in the cut model. */
export const lineRoles = ['langsung', 'penunjang', 'data', 'umum'] as const;
/** Bases of a regional figure: the budget, an allocation of the centre, or payments. */
export const apbdBases = ['apbd', 'alokasi', 'sp2d'] as const;
/** What an aid is counted in. */
export const aidUnits = ['orang', 'keluarga'] as const;
/** Which government runs an aid. */
export const aidProviders = ['pusat', 'provinsi', 'kabupaten', 'desa'] as const;
/** How an aid chooses: by desil, or by a category that desil does not know (disability, neglect, disaster). */
export const aidPopulations = ['desil', 'khusus'] as const;
/** Categories of persons that a registry may know beside desil; an aid of a category names one or several. */
export const aidCategories = [
  'disabilitas',
  'disabilitas_telantar',
  'lansia',
  'lansia_telantar',
  'anak_telantar',
  'gelandangan_pengemis'
] as const;
export type AidCategory = (typeof aidCategories)[number];
/** Whose freshness is measured: every family of the registry, or recipients only. */
export const freshnessGroups = ['semua', 'penerima'] as const;
/** `kode_bantuan` that stands for all aid merged into distinct families. */
export const allAid = 'SEMUA';

/** Counts of 1 to this number - 1 people or families are hidden in the public profile, unless the publisher hides more. */
export const smallestPublished = 10;
