import { disembunyikan, idBerkas, kodeBantuan, kodeWilayah, kolomTersembunyi, tahun, vintase } from './shared';
import { contractTable } from './table';
import { freshnessGroups } from './values';

const source = 'Daftar penerima (BNBA) dan registri (DTSEN), dihitung pengimpor';

/** A nullable count of families or persons; null where hidden or not known. */
function count(id: string, en: string) {
  return { type: 'INTEGER?', unit: 'penerima', description: { id, en } } as const;
}

/** A nullable sum of rupiah; null where hidden or not known. */
function rupiah(id: string, en: string) {
  return { type: 'DECIMAL(20,2)?', unit: 'rupiah', description: { id, en } } as const;
}

const keluarga = {
  type: 'INTEGER?',
  unit: 'keluarga',
  description: {
    id: 'Keluarga; kosong bila disembunyikan atau tidak diketahui.',
    en: 'Families; null where hidden or not known.'
  }
} as const;

const perRegion = {
  id: 'Satu baris tiap wilayah pada tiap tingkat, dihitung sebelum disembunyikan: kueri membaca tingkat yang ditampilkan, tidak menjumlahkan kode_wilayah.',
  en: 'One row for each region at each level, counted before hiding: a query reads the level it shows and never adds over kode_wilayah.'
};

/** Versions of the registry that the extract holds. */
export const vintaseTable = contractTable({
  name: 'vintase',
  title: { id: 'Vintase registri', en: 'Vintages of the registry' },
  description: {
    id: 'Satu baris tiap versi registri: nama daftarnya dan sejak kapan berlaku. Daftar penerima dibandingkan dengan vintase yang berlaku pada tanggal daftar itu.',
    en: 'One row for each version of the registry: its name and the date from which it holds. A list of recipients is compared with the vintage that held at its date.'
  },
  source: 'DTSEN (dahulu DTKS)',
  key: ['vintase'],
  columns: {
    vintase,
    registri: {
      type: 'VARCHAR',
      description: { id: 'Nama registri: DTSEN atau DTKS.', en: 'Name of the registry: DTSEN or DTKS.' }
    },
    berlaku_sejak: {
      type: 'DATE',
      description: { id: 'Hari pertama vintase ini berlaku.', en: 'First day on which this vintage holds.' }
    },
    id_berkas: idBerkas
  }
});

/** Families and persons of the registry by desil. */
export const registri = contractTable({
  name: 'registri',
  title: { id: 'Registri', en: 'Registry' },
  description: { id: `Isi registri menurut desil. ${perRegion.id}`, en: `The registry by desil. ${perRegion.en}` },
  source: 'DTSEN (dahulu DTKS)',
  key: ['vintase', 'kode_wilayah', 'desil'],
  columns: {
    vintase,
    kode_wilayah: kodeWilayah,
    desil: {
      type: 'INTEGER?',
      description: {
        id: 'Desil nasional 1 sampai 10; kosong bila belum ditentukan.',
        en: 'National desil 1 to 10; null where not yet decided.'
      }
    },
    keluarga,
    jiwa: {
      type: 'INTEGER?',
      unit: 'orang',
      description: {
        id: 'Orang; kosong bila disembunyikan atau tidak diketahui.',
        en: 'Persons; null where hidden or not known.'
      }
    },
    disembunyikan,
    id_berkas: idBerkas
  }
});

/** How old the registry's entries are. */
export const kesegaran = contractTable({
  name: 'kesegaran',
  title: { id: 'Kesegaran registri', en: 'Freshness of the registry' },
  description: {
    id: `Umur pembaruan data keluarga. ${perRegion.id}`,
    en: `Age of the families' last update. ${perRegion.en}`
  },
  source: 'DTSEN (dahulu DTKS)',
  key: ['vintase', 'kode_wilayah', 'kelompok'],
  columns: {
    vintase,
    kode_wilayah: kodeWilayah,
    kelompok: {
      type: 'VARCHAR',
      values: freshnessGroups,
      description: { id: 'Semua keluarga, atau penerima saja.', en: 'Every family, or recipients only.' }
    },
    per_tanggal: {
      type: 'DATE',
      description: { id: 'Tanggal acuan umur data.', en: 'Date that the ages are counted to.' }
    },
    keluarga,
    segar_12_bulan: {
      type: 'INTEGER?',
      unit: 'keluarga',
      description: {
        id: 'Keluarga yang diperbarui paling lama 365 hari sebelum tanggal acuan.',
        en: 'Families updated at most 365 days before the as-of date.'
      }
    },
    tanpa_tanggal: {
      type: 'INTEGER?',
      unit: 'keluarga',
      description: { id: 'Keluarga tanpa tanggal pembaruan.', en: 'Families without a date.' }
    },
    tanggal_depan: {
      type: 'INTEGER?',
      unit: 'keluarga',
      description: {
        id: 'Keluarga bertanggal sesudah tanggal acuan: salah data.',
        en: 'Families dated after the as-of date: an error.'
      }
    },
    umur_median_hari: {
      type: 'DOUBLE?',
      unit: 'hari',
      description: { id: 'Median umur pembaruan keluarga bertanggal.', en: 'Median age of dated families.' }
    },
    umur_p90_hari: {
      type: 'DOUBLE?',
      unit: 'hari',
      description: {
        id: 'Persentil ke-90 umur pembaruan keluarga bertanggal.',
        en: '90th percentile of the age of dated families.'
      }
    },
    disembunyikan,
    kolom_tersembunyi: kolomTersembunyi,
    id_berkas: idBerkas
  }
});

/** Recipients against the registry: the classes every targeting measure is made from. */
export const sasaran = contractTable({
  name: 'sasaran',
  title: { id: 'Kecocokan sasaran', en: 'Targeting' },
  description: {
    id: `Penerima dibandingkan dengan registri, dalam satuan bantuan itu. Mengukur kecocokan dengan DTSEN satu vintase, bukan kemiskinan. ${perRegion.id}`,
    en: `Recipients against the registry, in the unit of the aid. Measures agreement with one vintage of DTSEN, not poverty. ${perRegion.en}`
  },
  source,
  key: ['tahun', 'periode', 'kode_bantuan', 'vintase', 'kode_wilayah'],
  columns: {
    tahun,
    periode: {
      type: 'VARCHAR',
      description: { id: 'Tahun (2025) atau bulan (2025-03).', en: 'A year (2025) or a month (2025-03).' }
    },
    kode_bantuan: kodeBantuan,
    vintase,
    kode_wilayah: kodeWilayah,
    tanggal_daftar: {
      type: 'DATE?',
      description: {
        id: 'Tanggal daftar penerima ditetapkan (yang terakhir pada periode itu); vintase yang berlaku pada tanggal itu yang dipakai.',
        en: 'Date on which the list was decided (the last of the period); the vintage that held on it is used.'
      }
    },
    penerima: count(
      'Semua penerima: layak, tidak layak, tanpa desil, dan tidak tercatat, masing-masing sekali.',
      'All recipients: eligible, not eligible, without a desil and not in the registry, each once.'
    ),
    layak: count(
      'Penerima yang desilnya (atau kategorinya) layak (TP).',
      'Recipients whose desil (or category) is eligible (TP).'
    ),
    tidak_layak: count(
      'Penerima di luar desil (atau kategori) layak (FP).',
      'Recipients outside the eligible desil (or category) (FP).'
    ),
    desil_kosong: count(
      'Penerima tercatat yang desilnya (atau kategorinya) belum ditentukan (U_r).',
      'Recipients in the registry whose desil (or category) is not decided (U_r).'
    ),
    tidak_tercatat: count(
      'Penerima yang tidak ditemukan di registri (M).',
      'Recipients not found in the registry (M).'
    ),
    layak_terlewat: count(
      'Layak tetapi belum terjangkau (FN); kosong bila populasinya kategori yang tidak dimuat registri di seluruh wilayah itu.',
      'Eligible but not reached (FN); null where the population is a category that the registry does not know in all of the region.'
    ),
    tidak_layak_di_luar: count('Tidak layak dan bukan penerima (TN).', 'Neither eligible nor recipient (TN).'),
    desil_kosong_di_luar: count(
      'Bukan penerima, desil belum ditentukan (U_n).',
      'No recipient, desil undecided (U_n).'
    ),
    baris_ganda: {
      type: 'INTEGER?',
      unit: 'baris',
      description: { id: 'Baris lebih atas penerima yang sama.', en: 'Extra rows of the same recipient.' }
    },
    rupiah_layak: rupiah('Dibayarkan kepada penerima layak.', 'Paid to eligible recipients.'),
    rupiah_tidak_layak: rupiah(
      'Dibayarkan kepada penerima di luar desil layak.',
      'Paid to recipients outside the eligible desil.'
    ),
    rupiah_tak_diketahui: rupiah(
      'Dibayarkan kepada penerima tanpa desil atau tidak tercatat.',
      'Paid to recipients without a desil or not in the registry.'
    ),
    rupiah_ganda: rupiah('Dibayarkan atas baris ganda.', 'Paid on extra rows.'),
    disembunyikan,
    kolom_tersembunyi: kolomTersembunyi,
    id_berkas: idBerkas
  }
});

/** Who is registered and who receives, by desil. */
export const sasaranDesil = contractTable({
  name: 'sasaran_desil',
  title: { id: 'Penerima menurut desil', en: 'Recipients by desil' },
  description: {
    id: `Terdaftar dan penerima menurut desil. ${perRegion.id}`,
    en: `Registered and receiving, by desil. ${perRegion.en}`
  },
  source,
  key: ['tahun', 'kode_bantuan', 'vintase', 'kode_wilayah', 'desil'],
  columns: {
    tahun,
    kode_bantuan: kodeBantuan,
    vintase,
    kode_wilayah: kodeWilayah,
    desil: { type: 'INTEGER', description: { id: 'Desil nasional, 1 sampai 10.', en: 'National desil, 1 to 10.' } },
    terdaftar: count('Tercatat di registri pada desil ini.', 'In the registry at this desil.'),
    penerima: count('Penerima pada desil ini.', 'Recipients at this desil.'),
    rupiah: rupiah('Dibayarkan pada desil ini.', 'Paid at this desil.'),
    disembunyikan,
    kolom_tersembunyi: kolomTersembunyi,
    id_berkas: idBerkas
  }
});

/** How many aid programmes families receive. */
export const tumpangTindih = contractTable({
  name: 'tumpang_tindih',
  title: { id: 'Jumlah bantuan tiap keluarga', en: 'Aid per family' },
  description: {
    id: `Keluarga menurut banyaknya bantuan yang diterima. ${perRegion.id}`,
    en: `Families by the number of aid programmes they receive. ${perRegion.en}`
  },
  source,
  key: ['tahun', 'vintase', 'kode_wilayah', 'jumlah_bantuan'],
  columns: {
    tahun,
    vintase,
    kode_wilayah: kodeWilayah,
    jumlah_bantuan: {
      type: 'INTEGER',
      unit: 'bantuan',
      description: { id: 'Banyaknya bantuan: 0, 1, ….', en: 'Number of programmes: 0, 1, ….' }
    },
    keluarga,
    disembunyikan,
    id_berkas: idBerkas
  }
});

/** Families that receive two given aid programmes. */
export const pasanganBantuan = contractTable({
  name: 'pasangan_bantuan',
  title: { id: 'Pasangan bantuan', en: 'Pairs of aid' },
  description: {
    id: `Keluarga yang menerima kedua bantuan, tiap pasangan sekali. ${perRegion.id}`,
    en: `Families receiving both, each pair once. ${perRegion.en}`
  },
  source,
  key: ['tahun', 'kode_wilayah', 'kode_bantuan', 'kode_bantuan_lain'],
  columns: {
    tahun,
    kode_wilayah: kodeWilayah,
    kode_bantuan: kodeBantuan,
    kode_bantuan_lain: {
      type: 'VARCHAR',
      description: {
        id: 'Bantuan kedua; kodenya sesudah yang pertama menurut abjad.',
        en: 'The other aid; its code sorts after the first.'
      }
    },
    keluarga,
    disembunyikan,
    id_berkas: idBerkas
  }
});
