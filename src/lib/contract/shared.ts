import type { Column } from './define';

// Columns that several tables share, so that one name has one meaning.

export const tahun = {
  type: 'INTEGER',
  unit: 'tahun',
  description: { id: 'Tahun anggaran.', en: 'Budget year.' }
} as const satisfies Column;

export const bulan = {
  type: 'INTEGER',
  unit: 'bulan',
  description: { id: 'Bulan terakhir yang dicakup baris ini, 1 sampai 12.', en: 'Last month the row covers, 1 to 12.' }
} as const satisfies Column;

export const bulanKeadaan = {
  type: 'INTEGER',
  unit: 'bulan',
  description: {
    id: 'Keadaan pada akhir bulan ini, 1 sampai 12; antar bulan tidak dijumlahkan.',
    en: 'State at the end of this month, 1 to 12; not added up over months.'
  }
} as const satisfies Column;

export const sejakBulan = {
  type: 'INTEGER',
  unit: 'bulan',
  description: {
    id: 'Bulan pertama yang dicakup; sama dengan bulan bila angkanya satu bulan saja.',
    en: 'First month the row covers; equal to bulan when the figure is of one month.'
  }
} as const satisfies Column;

export const kodeSkpd = {
  type: 'VARCHAR',
  description: {
    id: 'Kode unit terdalam yang disebut berkas: unit SKPD, atau SKPD-nya.',
    en: 'Code of the deepest unit the file names: the unit of an SKPD, or the SKPD.'
  }
} as const satisfies Column;

export const kodeSubkegiatan = {
  type: 'VARCHAR',
  description: {
    id: 'Kode sub kegiatan dalam bentuk SIPD, mis. 1.06.04.2.01.0001; 0 bila ekspor tidak menyebut sub kegiatan. Kode yang sama dapat berganti arti antar tahun.',
    en: 'Sub kegiatan code as SIPD prints it, e.g. 1.06.04.2.01.0001; 0 where the export names none. The same code may change meaning between years.'
  }
} as const satisfies Column;

export const kodeAkun = {
  type: 'VARCHAR',
  description: {
    id: 'Kode rekening terdalam yang disebut berkas, biasanya enam tingkat, mis. 5.1.02.01.01.0024.',
    en: 'Deepest account the file names, usually six levels, e.g. 5.1.02.01.01.0024.'
  }
} as const satisfies Column;

export const kodeSumberDana = {
  type: 'VARCHAR?',
  description: {
    id: 'Kode sumber dana; kosong bila berkas tidak menyebut sumber dana.',
    en: 'Code of the funding source; null where the file names none.'
  }
} as const satisfies Column;

export const tahap = {
  type: 'VARCHAR',
  description: {
    id: 'Tahap anggaran: murni, pergeseran-1, …, perubahan, pergeseran-setelah-perubahan-1, ….',
    en: 'Budget stage: murni (original), pergeseran-1 (reallocation), …, perubahan (amended), pergeseran-setelah-perubahan-1, ….'
  }
} as const satisfies Column;

export const urutanTahap = {
  type: 'INTEGER',
  description: {
    id: 'Urutan tahap dalam setahun: murni 0, pergeseran-n 10n, perubahan 1000, sesudahnya 1000 + 10n.',
    en: 'Order of the stage in its year: murni 0, pergeseran-n 10n, perubahan 1000, later 1000 + 10n.'
  }
} as const satisfies Column;

export const idBerkas = {
  type: 'VARCHAR',
  description: {
    id: 'Berkas asal angka ini, lihat tabel berkas; berkas berisi data orang dikumpulkan dalam satu entri.',
    en: 'File the figure comes from, see table berkas; files about people share one pooled entry.'
  }
} as const satisfies Column;

export const kodeWilayah = {
  type: 'VARCHAR',
  description: {
    id: 'Kode Kemendagri dengan titik: kabupaten 64.02, kecamatan 64.02.06, desa/kelurahan 64.02.06.1001.',
    en: 'Kemendagri code with dots: kabupaten 64.02, kecamatan 64.02.06, desa or kelurahan 64.02.06.1001.'
  }
} as const satisfies Column;

export const kodeBantuan = {
  type: 'VARCHAR',
  description: {
    id: 'Kode bantuan; SEMUA berarti semua bantuan, keluarga yang sama dihitung sekali.',
    en: 'Code of the aid; SEMUA means all aid, each family counted once.'
  }
} as const satisfies Column;

export const vintase = {
  type: 'VARCHAR',
  description: {
    id: 'Versi registri (DTSEN) yang dipakai, mis. 2025-T3 untuk triwulan III 2025.',
    en: 'Version of the registry (DTSEN) used, e.g. 2025-T3 for the third quarter of 2025.'
  }
} as const satisfies Column;

export const disembunyikan = {
  type: 'BOOLEAN',
  description: {
    id: 'Benar bila angka baris ini disembunyikan untuk melindungi orang; tersembunyi bukan nol dan bukan tidak ada.',
    en: 'True where the figures of the row are hidden to protect people; hidden is neither zero nor missing.'
  }
} as const satisfies Column;

export const kolomTersembunyi = {
  type: 'VARCHAR[]',
  description: {
    id: 'Nama kolom yang angkanya disembunyikan pada baris ini, terurut; kolom lain yang kosong memang tidak ada angkanya.',
    en: 'Names of the columns hidden in this row, sorted; any other null column has no figure.'
  }
} as const satisfies Column;

/** Code columns of the reference tables that are given per year. */
export const perYear = {
  tahun,
  kode: {
    type: 'VARCHAR',
    description: { id: 'Kode resmi dalam bentuk baku.', en: 'Official code in its normal form.' }
  },
  nama: { type: 'VARCHAR', description: { id: 'Nama resmi pada tahun itu.', en: 'Official name in that year.' } }
} as const satisfies Record<string, Column>;

export const kodeInduk = {
  type: 'VARCHAR?',
  description: {
    id: 'Kode satu tingkat di atasnya; kosong pada tingkat teratas.',
    en: 'Code one level up; null at the top.'
  }
} as const satisfies Column;

export const kodeTetap = {
  type: 'VARCHAR?',
  description: {
    id: 'Identitas yang sama antar tahun: induk dan nama sama, tunggal dua arah; kosong berarti jangan dihubungkan antar tahun.',
    en: 'Identity across years: same parent and same name, unique both ways; null means never join across years.'
  }
} as const satisfies Column;
