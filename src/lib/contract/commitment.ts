import { budgetBlocks, componentKeys, regionalSourceNames } from './component';
import {
  bulanKeadaan,
  idBerkas,
  kodeAkun,
  kodeSkpd,
  kodeSubkegiatan,
  kodeSumberDana,
  kodeWilayah,
  tahap,
  tahun
} from './shared';
import { contractTable } from './table';
import { apbdBases, komitmenKinds, lineRoles } from './values';

/** Contracts and unpaid obligations as they stand at the end of a month. */
export const komitmen = contractTable({
  name: 'komitmen',
  title: { id: 'Kontrak dan utang', en: 'Commitments' },
  description: {
    id: 'Satu baris tiap rekening, sumber dana, dan jenis ikatan: jumlah semua kontrak atau utang sejenis pada akhir bulan. Daftar berjalan: bulan terakhir yang berlaku, antar bulan tidak dijumlahkan.',
    en: 'One row for each account, source and kind: the sum of all contracts or debts of that kind at the end of the month. A running list: the latest month holds, months are never added up.'
  },
  source: 'Daftar kontrak SKPD',
  key: ['tahun', 'bulan', 'kode_skpd', 'kode_subkegiatan', 'kode_akun', 'kode_sumber_dana', 'jenis'],
  columns: {
    tahun,
    bulan: bulanKeadaan,
    kode_skpd: kodeSkpd,
    kode_subkegiatan: kodeSubkegiatan,
    kode_akun: kodeAkun,
    kode_sumber_dana: kodeSumberDana,
    jenis: {
      type: 'VARCHAR',
      values: komitmenKinds,
      description: {
        id: 'Jenis ikatan; utang adalah kewajiban tahun lalu yang belum dibayar.',
        en: 'Kind of commitment; utang is an unpaid obligation of an earlier year.'
      }
    },
    nilai: { type: 'DECIMAL(20,2)', unit: 'rupiah', description: { id: 'Nilai ikatan.', en: 'Value committed.' } },
    terbayar: {
      type: 'DECIMAL(20,2)?',
      unit: 'rupiah',
      description: {
        id: 'Yang sudah dibayar atas ikatan itu; kosong bila salah satunya tidak diketahui.',
        en: 'Paid on it so far; null where that is not known for each of them.'
      }
    },
    id_berkas: idBerkas
  }
});

/** Spending that recurs each month and cannot be put off. */
export const kewajiban = contractTable({
  name: 'kewajiban',
  title: { id: 'Kewajiban rutin', en: 'Recurring obligations' },
  description: {
    id: 'Satu baris tiap kewajiban suatu rekening, menurut bulan terakhir dan jumlahnya: gaji, honorarium, langganan, gaji ke-13. Kewajiban satu rekening boleh dijumlahkan.',
    en: 'One row for each obligation of an account, by its last month and amount: pay, honoraria, subscriptions, 13th-month pay. Those of one account may be added up.'
  },
  source: 'Daftar kewajiban SKPD',
  key: ['tahun', 'kode_skpd', 'kode_subkegiatan', 'kode_akun', 'sampai_bulan', 'per_bulan'],
  columns: {
    tahun,
    kode_skpd: kodeSkpd,
    kode_subkegiatan: kodeSubkegiatan,
    kode_akun: kodeAkun,
    per_bulan: {
      type: 'DECIMAL(20,2)',
      unit: 'rupiah',
      description: { id: 'Jumlah yang jatuh tempo tiap bulan.', en: 'Amount due each month.' }
    },
    sampai_bulan: {
      type: 'INTEGER',
      unit: 'bulan',
      description: { id: 'Bulan terakhir kewajiban itu.', en: 'Last month in which it is due.' }
    },
    id_berkas: idBerkas
  }
});

/** Rules for the cut model, set by the agency. */
export const aturanPotong = contractTable({
  name: 'aturan_potong',
  title: { id: 'Aturan pemotongan', en: 'Rules for cuts' },
  description: {
    id: 'Satu baris tiap sub kegiatan dan kelompok rekening: perannya, dan batas pemotongannya.',
    en: 'One row for each sub kegiatan and account group: its role, and how far it may be cut.'
  },
  source: 'Ditetapkan SKPD; lihat kolom dasar',
  key: ['tahun', 'kode_skpd', 'kode_subkegiatan', 'kelompok_akun'],
  columns: {
    tahun,
    kode_skpd: kodeSkpd,
    kode_subkegiatan: kodeSubkegiatan,
    kelompok_akun: {
      type: 'VARCHAR',
      description: {
        id: 'Awalan kode rekening yang dicakup aturan ini, mis. 5.1.02.01.',
        en: 'Prefix of the accounts the rule covers, e.g. 5.1.02.01.'
      }
    },
    peran: {
      type: 'VARCHAR',
      values: lineRoles,
      description: {
        id: 'Peran baris: bantuan langsung, penunjang, data, atau umum.',
        en: 'Role of the line: the aid itself, its delivery, data, or general.'
      }
    },
    batas: {
      type: 'DOUBLE?',
      unit: 'rasio',
      description: {
        id: 'Bagian pagu yang paling banyak boleh dipotong; kosong berarti tanpa batas sendiri.',
        en: 'Largest share of the pagu that may be cut; null means no limit of its own.'
      }
    },
    prioritas: {
      type: 'INTEGER?',
      description: {
        id: 'Kelas prioritas, 1 dilindungi paling akhir dipotong; kosong bila belum ditetapkan.',
        en: 'Priority class, 1 is cut last; null where none was set.'
      }
    },
    templat: {
      type: 'DOUBLE?',
      unit: 'rasio',
      description: {
        id: 'Bagian yang dipotong menurut templat rekening; kosong bila tidak ada di templat.',
        en: 'Share the account template cuts; null where the template does not name it.'
      }
    },
    satuan_potong: {
      type: 'DECIMAL(20,2)?',
      unit: 'rupiah',
      description: {
        id: 'Kelipatan pemotongan bila barangnya utuh, mis. harga satu kursi roda; kosong bila bebas.',
        en: 'Step of a cut where things come whole, e.g. the price of one wheelchair; null where any amount will do.'
      }
    },
    dasar: {
      type: 'VARCHAR',
      description: {
        id: 'Dasar aturan: peraturan, keputusan, atau usulan.',
        en: 'Ground of the rule: regulation, decision or proposal.'
      }
    },
    id_berkas: idBerkas
  }
});

/** The whole budget of a regency by component. */
export const apbdDaerah = contractTable({
  name: 'apbd_daerah',
  title: { id: 'APBD daerah', en: 'Regional budget' },
  description: {
    id: 'Satu baris tiap komponen terdalam yang diberikan satu sumber. Hanya daun; tidak dijumlahkan antar sumber, basis, tahap, atau sampai_bulan.',
    en: 'One row for each deepest component one source gives. Leaves only; never added over sumber, basis, tahap or sampai_bulan.'
  },
  source: 'Portal DJPK, LRA daerah, APBD per rekening; lihat kolom sumber',
  key: [
    'tahun',
    'kode_wilayah',
    'sumber',
    'basis',
    'tahap',
    'sampai_bulan',
    'jenis',
    'komponen',
    'kode_akun',
    'subkomponen'
  ],
  columns: {
    tahun,
    kode_wilayah: kodeWilayah,
    tahap: {
      ...tahap,
      type: 'VARCHAR?',
      description: {
        id: 'Tahap anggaran; kosong bila sumber tidak menyebut.',
        en: 'Budget stage; null where the source does not say.'
      }
    },
    sampai_bulan: {
      type: 'INTEGER',
      unit: 'bulan',
      description: {
        id: 'Realisasi kumulatif Januari sampai bulan ini; 12 untuk angka setahun.',
        en: 'Realised from January to this month; 12 for a figure of the year.'
      }
    },
    jenis: { type: 'VARCHAR', values: budgetBlocks, description: { id: 'Blok APBD.', en: 'Block of the budget.' } },
    komponen: {
      type: 'VARCHAR',
      values: componentKeys,
      description: {
        id: 'Komponen dari daftar tertutup, sama artinya pada semua tahun.',
        en: 'Component of the closed list, with one meaning in every year.'
      }
    },
    subkomponen: {
      type: 'VARCHAR?',
      description: {
        id: 'Nama rincian menurut sumber; kosong bila komponennya tidak dirinci, dan bagi sisa komponen yang hanya sebagian dirinci.',
        en: 'Name of the detail as the source gives it; null where there is none, and for the rest of a component itemised only in part.'
      }
    },
    kode_akun: {
      type: 'VARCHAR?',
      description: {
        id: 'Kode rekening menurut sumber, pada tingkat yang diberikan; kosong bila sumber hanya memberi nama.',
        en: 'Account as the source gives it, at its level; null where the source gives names only.'
      }
    },
    anggaran: {
      type: 'DECIMAL(20,2)?',
      unit: 'rupiah',
      description: { id: 'Anggaran; kosong bila tidak diberikan.', en: 'Budgeted; null where not given.' }
    },
    realisasi: {
      type: 'DECIMAL(20,2)?',
      unit: 'rupiah',
      description: {
        id: 'Realisasi Januari sampai sampai_bulan; kosong bila tidak diberikan.',
        en: 'Realised from January to sampai_bulan; null where not given.'
      }
    },
    basis: {
      type: 'VARCHAR',
      values: apbdBases,
      description: {
        id: 'Dasar angka: APBD, alokasi pusat, atau pembayaran (SP2D).',
        en: 'Basis of the figure: the budget, a central allocation, or payments.'
      }
    },
    sumber: {
      type: 'VARCHAR',
      values: regionalSourceNames,
      description: {
        id: 'Penerbit dan himpunan data, dari daftar tertutup.',
        en: 'Publisher and dataset, of a closed list.'
      }
    },
    id_berkas: idBerkas
  }
});
