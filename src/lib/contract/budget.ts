import {
  bulan,
  bulanKeadaan,
  idBerkas,
  kodeAkun,
  kodeSkpd,
  kodeSubkegiatan,
  kodeSumberDana,
  sejakBulan,
  tahap,
  tahun,
  urutanTahap
} from './shared';
import { contractTable } from './table';
import { realisasiBases } from './values';

/** Appropriations: every stage is a whole snapshot of one SKPD. */
export const pagu = contractTable({
  name: 'pagu',
  title: { id: 'Pagu', en: 'Appropriations' },
  description: {
    id: 'Satu baris tiap rekening dan sumber dana pada satu tahap. Tahap adalah gambaran utuh satu SKPD: antar tahap tidak dijumlahkan. Tiap rekening seluruhnya menyebut sumber dana, atau satu baris tanpa sumber dana.',
    en: 'One row for each account and funding source of a stage. A stage is a whole snapshot of one SKPD: stages are never added up. For each account either every row names a source, or one row names none.'
  },
  source: 'SIPD: LRA, pagu, rincian belanja',
  key: ['tahun', 'kode_skpd', 'urutan_tahap', 'kode_subkegiatan', 'kode_akun', 'kode_sumber_dana'],
  columns: {
    tahun,
    kode_skpd: kodeSkpd,
    tahap,
    urutan_tahap: urutanTahap,
    berlaku_bulan: {
      type: 'INTEGER',
      unit: 'bulan',
      description: { id: 'Bulan pertama tahap ini berlaku.', en: 'First month in which the stage is in force.' }
    },
    sah: {
      type: 'BOOLEAN',
      description: {
        id: 'Benar bila sudah ditetapkan; salah bagi rancangan.',
        en: 'True once enacted; false for a draft.'
      }
    },
    disimpulkan: {
      type: 'BOOLEAN',
      description: {
        id: 'Benar bila tahap disimpulkan dari pagu yang berubah antar bulan, tidak disebut berkas.',
        en: 'True where the stage was inferred from a pagu that changed between months, not named by a file.'
      }
    },
    kode_subkegiatan: kodeSubkegiatan,
    kode_akun: kodeAkun,
    kode_sumber_dana: kodeSumberDana,
    pagu: {
      type: 'DECIMAL(20,2)',
      unit: 'rupiah',
      description: { id: 'Pagu setahun pada tahap ini.', en: 'Appropriation of the year at this stage.' }
    },
    diblokir: {
      type: 'DECIMAL(20,2)?',
      unit: 'rupiah',
      description: {
        id: 'Bagian pagu yang diblokir; kosong bila tidak diketahui.',
        en: 'Part of the pagu that is blocked; null where not known.'
      }
    },
    id_berkas: idBerkas
  }
});

/** Spending of a span of months; corrections may be negative. */
export const realisasi = contractTable({
  name: 'realisasi',
  title: { id: 'Realisasi', en: 'Spending' },
  description: {
    id: 'Satu baris tiap rekening dan rentang bulan (sejak_bulan sampai bulan). Rentang satu rekening tidak bertumpang tindih, sehingga boleh dijumlahkan; koreksi dapat negatif.',
    en: 'One row for each account and span of months (sejak_bulan to bulan). Spans of one account do not overlap, so they may be added up; corrections may be negative.'
  },
  source: 'SIPD: LRA, realisasi',
  key: ['tahun', 'kode_skpd', 'kode_subkegiatan', 'kode_akun', 'sejak_bulan', 'bulan'],
  columns: {
    tahun,
    sejak_bulan: sejakBulan,
    bulan,
    kode_skpd: kodeSkpd,
    kode_subkegiatan: kodeSubkegiatan,
    kode_akun: kodeAkun,
    realisasi: {
      type: 'DECIMAL(20,2)',
      unit: 'rupiah',
      description: {
        id: 'Realisasi dalam rentang bulan itu, bukan kumulatif setahun.',
        en: 'Spending within the span, not cumulative from January.'
      }
    },
    basis: {
      type: 'VARCHAR?',
      values: realisasiBases,
      description: {
        id: 'Dasar pencatatan; kosong bila berkas tidak menyebut.',
        en: 'Basis of recording; null where the file does not say.'
      }
    },
    id_berkas: idBerkas
  }
});

/** Cash plan by month, for each stage that has one. */
export const rencanaKas = contractTable({
  name: 'rencana_kas',
  title: { id: 'Rencana kas', en: 'Cash plan' },
  description: {
    id: 'Satu baris tiap rekening, tahap, dan rentang bulan anggaran kas (RAK). Antar tahap tidak dijumlahkan.',
    en: 'One row for each account, stage and span of months of the cash plan (RAK). Stages are never added up.'
  },
  source: 'SIPD: RAK',
  key: ['tahun', 'kode_skpd', 'urutan_tahap', 'kode_subkegiatan', 'kode_akun', 'sejak_bulan', 'bulan'],
  columns: {
    tahun,
    tahap,
    urutan_tahap: urutanTahap,
    sejak_bulan: sejakBulan,
    bulan,
    kode_skpd: kodeSkpd,
    kode_subkegiatan: kodeSubkegiatan,
    kode_akun: kodeAkun,
    rencana: {
      type: 'DECIMAL(20,2)',
      unit: 'rupiah',
      description: {
        id: 'Rencana pengeluaran kas dalam rentang bulan itu.',
        en: 'Cash planned to be spent within the span.'
      }
    },
    id_berkas: idBerkas
  }
});

/** Physical progress with its problem and follow-up. */
export const kinerja = contractTable({
  name: 'kinerja',
  title: { id: 'Kinerja fisik', en: 'Physical progress' },
  description: {
    id: 'Satu baris tiap sub kegiatan dan bulan laporan (RFK).',
    en: 'One row for each sub kegiatan and month reported (RFK).'
  },
  source: 'RFK',
  key: ['tahun', 'kode_skpd', 'kode_subkegiatan', 'bulan'],
  columns: {
    tahun,
    bulan: bulanKeadaan,
    kode_skpd: kodeSkpd,
    kode_subkegiatan: kodeSubkegiatan,
    fisik: {
      type: 'DOUBLE?',
      unit: 'rasio',
      description: {
        id: 'Kemajuan fisik kumulatif sejak Januari, 1 = selesai; kosong bila tidak dilaporkan.',
        en: 'Physical progress since January, 1 = complete; null where not reported.'
      }
    },
    masalah: { type: 'VARCHAR?', description: { id: 'Permasalahan, teks bebas.', en: 'Problem, free text.' } },
    tindak_lanjut: { type: 'VARCHAR?', description: { id: 'Tindak lanjut, teks bebas.', en: 'Follow-up, free text.' } },
    id_berkas: idBerkas
  },
  internalOnly: ['masalah', 'tindak_lanjut']
});

/** Outputs: target and achievement. */
export const keluaran = contractTable({
  name: 'keluaran',
  title: { id: 'Keluaran', en: 'Outputs' },
  description: {
    id: 'Satu baris tiap indikator keluaran sub kegiatan dan bulan; capaian kumulatif sejak Januari.',
    en: 'One row for each output indicator of a sub kegiatan and month; achievement counts from January.'
  },
  source: 'Laporan keluaran SKPD',
  key: ['tahun', 'kode_skpd', 'kode_subkegiatan', 'urutan', 'bulan'],
  columns: {
    tahun,
    bulan: bulanKeadaan,
    kode_skpd: kodeSkpd,
    kode_subkegiatan: kodeSubkegiatan,
    urutan: {
      type: 'INTEGER',
      description: {
        id: 'Nomor urut indikator dalam sub kegiatan; 1 adalah indikator utama.',
        en: 'Number of the indicator within the sub kegiatan; 1 is the main one.'
      }
    },
    indikator: {
      type: 'VARCHAR',
      description: { id: 'Nama indikator keluaran.', en: 'Name of the output indicator.' }
    },
    satuan: {
      type: 'VARCHAR',
      description: { id: 'Satuan target dan capaian.', en: 'Unit of target and achievement.' }
    },
    target: {
      type: 'DOUBLE?',
      description: {
        id: 'Target setahun dalam satuannya; kosong bila tidak ditetapkan.',
        en: 'Target of the year in its unit; null where none was set.'
      }
    },
    capaian: {
      type: 'DOUBLE?',
      description: {
        id: 'Capaian sejak Januari sampai bulan itu; kosong bila tidak dilaporkan.',
        en: 'Achieved from January to the month; null where not reported.'
      }
    },
    id_berkas: idBerkas
  }
});
