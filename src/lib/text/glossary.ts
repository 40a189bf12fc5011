import type { Text } from './language';

export interface Term {
  name: Text;
  /** One plain sentence, for the place where the word stands. */
  meaning: Text;
}

/** Words of the budget that a reader may ask about, each explained in one sentence where it stands. */
export const glossary = {
  pagu: {
    name: { id: 'pagu', en: 'pagu' },
    meaning: {
      id: 'Batas tertinggi belanja yang disahkan untuk satu kegiatan dalam satu tahun.',
      en: 'The highest amount approved for an activity in one year (appropriation).'
    }
  },
  realisasi: {
    name: { id: 'realisasi', en: 'realization' },
    meaning: {
      id: 'Belanja yang sudah dibayarkan sejak Januari; barang yang sudah diterima tetapi belum dibayar tidak termasuk.',
      en: 'What has been paid since January; goods received but not yet paid for are not in it.'
    }
  },
  rencanaKas: {
    name: { id: 'rencana kas', en: 'cash plan' },
    meaning: {
      id: 'Rencana dinas sendiri (RAK): berapa rupiah akan dibayarkan setiap bulan.',
      en: 'The agency’s own plan (RAK) of how much it will pay in each month.'
    }
  },
  sp2d: {
    name: { id: 'SP2D', en: 'SP2D' },
    meaning: {
      id: 'Surat Perintah Pencairan Dana: bukti bahwa kas daerah membayar.',
      en: 'The payment order by which the regional treasury pays out.'
    }
  },
  spj: {
    name: { id: 'SPJ', en: 'SPJ' },
    meaning: {
      id: 'Surat Pertanggungjawaban: bukti belanja dari uang yang sudah diambil dinas.',
      en: 'The account an agency gives of money it has already drawn.'
    }
  },
  murni: {
    name: { id: 'APBD murni', en: 'original budget' },
    meaning: {
      id: 'Anggaran sebagaimana disahkan sebelum tahun dimulai.',
      en: 'The budget as approved before the year began.'
    }
  },
  pergeseran: {
    name: { id: 'pergeseran', en: 'reallocation' },
    meaning: {
      id: 'Pemindahan anggaran antarbelanja di tengah tahun.',
      en: 'Moving budget between lines within the year (pergeseran).'
    }
  },
  perubahan: {
    name: { id: 'APBD Perubahan', en: 'amended budget' },
    meaning: {
      id: 'Anggaran yang disahkan kembali di tengah tahun; sejak itu persentase dihitung terhadapnya.',
      en: 'The budget approved anew during the year; percentages are of it from then on.'
    }
  },
  subKegiatan: {
    name: { id: 'sub kegiatan', en: 'sub-activity' },
    meaning: {
      id: 'Tingkat terkecil pekerjaan dalam anggaran: program, kegiatan, lalu sub kegiatan.',
      en: 'The smallest unit of work in the budget: program, activity, then sub-activity.'
    }
  },
  skpd: {
    name: { id: 'SKPD', en: 'SKPD' },
    meaning: {
      id: 'Satuan kerja perangkat daerah: dinas atau badan pemilik anggaran.',
      en: 'The regional agency that holds a budget.'
    }
  },
  lra: {
    name: { id: 'LRA', en: 'LRA' },
    meaning: {
      id: 'Laporan Realisasi Anggaran: pagu dan realisasi tiap rekening.',
      en: 'The budget realization report: pagu and realization of each account.'
    }
  },
  fisik: {
    name: { id: 'realisasi fisik', en: 'physical progress' },
    meaning: {
      id: 'Bagian pekerjaan yang sudah selesai menurut laporan dinas.',
      en: 'The share of the work that is done, as the agency reports it.'
    }
  },
  rupiahBerisiko: {
    name: { id: 'rupiah berisiko', en: 'rupiah at risk' },
    meaning: {
      id: 'Pagu yang diperkirakan tidak terpakai sampai Desember bila pola sekarang berlanjut.',
      en: 'Pagu expected to stay unspent by December if things go on as now.'
    }
  },
  kewajiban: {
    name: { id: 'kewajiban belum dibayar', en: 'unpaid obligations' },
    meaning: {
      id: 'Barang atau jasa yang sudah diterima tetapi belum dibayar.',
      en: 'Goods or services received but not paid for.'
    }
  },
  rentang80: {
    name: { id: 'rentang 80 persen', en: '80 percent range' },
    meaning: {
      id: 'Dari lima tahun serupa, kira-kira empat berakhir di dalam rentang ini.',
      en: 'Of five similar years, about four end inside this range.'
    }
  }
} as const satisfies Record<string, Term>;
export type TermName = keyof typeof glossary;
