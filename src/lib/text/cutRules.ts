import type { Method, RuleName } from '$lib/model/cuts/scenario';
import type { Text } from './language';

/** One rule in plain words, and what it rests on. */
export interface RuleWords {
  name: Text;
  /** What it does to the plan, in one sentence. */
  meaning: Text;
  /** Regulation, or that it is a choice of this model. */
  basis: Text;
}

const ownRule: Text = { id: 'pilihan model ini, dapat dimatikan', en: 'a choice of this model, may be switched off' };

/** Every rule of the cut model, in the order in which the page lists them. */
export const cutRules: Readonly<Record<RuleName, RuleWords>> = {
  terikat: {
    name: { id: 'Dana terikat membayar kegiatannya sendiri', en: 'Earmarked money pays its own lines' },
    meaning: {
      id: 'Memotong kegiatan yang dibayar dana terikat tidak membebaskan uang bagi yang lain.',
      en: 'Cutting a line paid by earmarked money frees nothing for others.'
    },
    basis: {
      id: 'PMK 212/PMK.07/2022 (DAU yang ditentukan penggunaannya); DAK dan DBH menurut penggunaannya',
      en: 'PMK 212/PMK.07/2022 (earmarked DAU); DAK and DBH by their use'
    }
  },
  komitmen: {
    name: { id: 'Kontrak dan kewajiban sampai akhir tahun dibayar', en: 'Contracts and year-end obligations are paid' },
    meaning: {
      id: 'Yang sudah dibelanjakan tidak dapat dipotong; kontrak yang belum dibayar, gaji, honorarium, dan langganan disisihkan.',
      en: 'What is spent cannot be cut; unpaid contracts, pay, honoraria and subscriptions are set aside.'
    },
    basis: {
      id: 'Urutan yang dinyatakan Pemkab Kutai Kartanegara: kontrak yang belum ditandatangani lebih dulu',
      en: 'The order the regency stated: unsigned contracts first'
    }
  },
  spm: {
    name: { id: 'Pelayanan minimal (SPM) sosial dijaga', en: 'Minimum social services (SPM) are kept' },
    meaning: {
      id: 'Bantuan di 1.06.04.2.01 dan 1.06.06.2.01 tidak dipotong, dan kegiatannya menyisakan bagian ini dari pagu.',
      en: 'Aid under 1.06.04.2.01 and 1.06.06.2.01 is not cut, and its other lines keep this share of the pagu.'
    },
    basis: { id: 'PP 2/2018; Permensos 9/2018', en: 'PP 2/2018; Permensos 9/2018' }
  },
  akun: {
    name: { id: 'Gaji dan belanja tidak terduga tidak dipotong', en: 'Pay and contingency money are not cut' },
    meaning: {
      id: 'Rekening berawalan ini tetap utuh.',
      en: 'Accounts that begin with these codes stay whole.'
    },
    basis: ownRule
  },
  penunjang: {
    name: {
      id: 'Penyaluran tidak dipotong lebih dalam daripada bantuannya',
      en: 'Delivery is not cut deeper than the aid it delivers'
    },
    meaning: {
      id: 'Bantuan yang dianggarkan tetapi tidak dapat disalurkan tidak sampai ke siapa pun.',
      en: 'Aid that is budgeted but cannot be delivered reaches nobody.'
    },
    basis: {
      id: 'Inpres 1/2025 diktum 4: utamakan kinerja pelayanan, bukan pemerataan',
      en: 'Inpres 1/2025, 4th instruction: service performance before equal shares'
    }
  },
  data: {
    name: { id: 'Pemutakhiran data keluarga dikunci', en: 'Work on family data is locked' },
    meaning: {
      id: 'Data yang basi adalah sebab bantuan tidak sampai.',
      en: 'Stale data is why aid misses people.'
    },
    basis: ownRule
  },
  batas: {
    name: { id: 'Batas tiap rekening', en: 'Limit of each account' },
    meaning: {
      id: 'Rekening yang punya batas dalam daftar aturan tidak dipotong melebihinya.',
      en: 'Accounts with a limit in the list of rules are not cut beyond it.'
    },
    basis: { id: 'daftar aturan pemotongan SKPD (aturan_potong)', en: "the agency's own list (aturan_potong)" }
  },
  satuan: {
    name: { id: 'Barang utuh dipotong utuh', en: 'What comes whole is cut whole' },
    meaning: {
      id: 'Sebuah rumah atau kursi roda tidak dapat dipotong separuh.',
      en: 'A house or a wheelchair cannot be cut by half.'
    },
    basis: ownRule
  },
  minimum: {
    name: { id: 'Bantuan disisakan secukupnya, atau ditutup', en: 'Aid keeps enough to run, or is closed' },
    meaning: {
      id: 'Baris bantuan menyisakan paling sedikit bagian ini dari pagu, atau dipotong seluruhnya.',
      en: 'A line of aid keeps at least this share of its pagu, or is cut altogether.'
    },
    basis: ownRule
  },
  kecamatan: {
    name: { id: 'Beban dibagi antar kecamatan', en: 'The burden is shared between kecamatan' },
    meaning: {
      id: 'Tidak ada kecamatan yang kehilangan lebih dari sekian kali bagian yang hilang di seluruh kabupaten.',
      en: 'No kecamatan loses more than so many times the share lost in the whole regency.'
    },
    basis: ownRule
  }
};

/** Shares that the law sets for the whole budget: beside the rules, never among them. */
export const statutoryShares: Text = {
  id: 'Belanja pegawai paling tinggi 30 persen dan infrastruktur pelayanan publik paling rendah 40 persen dari belanja APBD (UU 1/2022 pasal 146–147, masa peralihan sampai 2027); pendidikan 20 persen. Ketiganya mengikat seluruh APBD, bukan satu dinas, sehingga di sini hanya diingatkan.',
  en: 'Personnel at most 30 percent and public infrastructure at least 40 percent of the regency’s spending (UU 1/2022 arts. 146–147, transition to 2027); education 20 percent. They bind the whole budget, not one agency, and are context here.'
};

/** One way to find a plan. */
export interface MethodWords {
  name: Text;
  meaning: Text;
}

/** The methods side by side, in the order of the table. */
export const cutMethods: Readonly<Record<Method, MethodWords>> = {
  terbaik: {
    name: { id: 'Paling sedikit dampak', en: 'Least harm' },
    meaning: {
      id: 'Pemecah persoalan mencari potongan yang memenuhi semua aturan dengan dampak paling kecil bagi penerima.',
      en: 'A solver finds the cut that keeps every rule and harms recipients least.'
    }
  },
  sebanding: {
    name: { id: 'Sebanding dengan yang boleh dipotong', en: 'In proportion to what may be cut' },
    meaning: {
      id: 'Tiap baris dipotong sebanding dengan bagian yang boleh dipotong.',
      en: 'Each line is cut in proportion to what may be cut of it.'
    }
  },
  rata_pagu: {
    name: { id: 'Persen pagu yang sama', en: 'Same percent of budget' },
    meaning: {
      id: 'Tiap baris dipotong persen yang sama dari pagu, sejauh boleh.',
      en: 'Each line is cut by the same percent of its pagu, as far as it may be.'
    }
  },
  prioritas: {
    name: { id: 'Menurut kelas prioritas', en: 'By priority class' },
    meaning: {
      id: 'Kelas 4 habis dipotong lebih dulu, lalu 3, 2, dan 1; baris tanpa kelas dihitung kelas 3.',
      en: 'Class 4 is cut first, then 3, 2 and 1; lines without a class count as class 3.'
    }
  },
  templat: {
    name: { id: 'Menurut templat rekening', en: 'By account template' },
    meaning: {
      id: 'Rekening tertentu dipotong 100, 50, atau 40 persen; bantuan dan SPM dikecualikan.',
      en: 'Certain accounts are cut by 100, 50 or 40 percent; aid and SPM are exempt.'
    }
  },
  tangan: {
    name: { id: 'Ditentukan sendiri', en: 'By hand' },
    meaning: {
      id: 'Anda mengisi potongan tiap baris; sisanya tampak sebagai belum tertutup.',
      en: 'You enter the cut of each line; the rest shows as not yet found.'
    }
  }
};

/** In the order in which the table shows them. */
export const methodOrder: readonly Method[] = ['terbaik', 'sebanding', 'rata_pagu', 'prioritas', 'templat', 'tangan'];
