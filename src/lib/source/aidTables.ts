import { aidCategories, aidPopulations, aidProviders, aidUnits, allAid } from '$lib/contract/values';
import { flatLayout, type FlatRow, whyBlank, type Why } from './flatRead';
import { budgetKey, lineFields } from './flatPagu';
import { field } from './flatTable';

const describing = ['unit', 'penyelenggara', 'populasi', 'desil_layak', 'kuota', 'nilai_satuan'] as const;

/** Aid programmes: who is eligible, unit, provider, quota and value; the defaults of what is left out come later. */
export const bantuan = flatLayout({
  name: 'bantuan',
  title: { id: 'daftar bantuan', en: 'table of aid programmes' },
  score: 0.9,
  fields: [
    field('tahun', 'tahun_anggaran', 'ta'),
    field('kode_bantuan', 'kode', 'kode_program_bantuan'),
    field('nama', 'nama_bantuan', 'bantuan', 'nama_program', 'program'),
    field('unit', 'satuan_penerima', 'unit_penerima'),
    field('penyelenggara', 'pelaksana', 'sumber'),
    field('populasi', 'sasaran_populasi', 'kelompok_sasaran'),
    field('kategori', 'kategori_layak', 'kategori_sasaran', 'kategori_penerima'),
    field('desil_layak', 'desil', 'desil_sasaran', 'desil_penerima'),
    field('kuota', 'kuota_penerima', 'target_penerima'),
    field('satuan', 'satuan_nilai'),
    field('nilai_satuan', 'nilai', 'nominal', 'nilai_per_satuan', 'nilai_bantuan'),
    field('bulan', 'jumlah_bulan', 'banyak_bulan'),
    field('tidak_boleh_bersama', 'tidak_bersama', 'larangan_bersama')
  ],
  required: ['kode_bantuan', 'nama'],
  amounts: ['nilai_satuan', 'kuota'],
  untallied: true,
  confirm: (_, { columns }) => describing.filter((name) => columns.has(name)).length >= 2,
  take(row, result) {
    const kode = row.text('kode_bantuan');
    if (kode === null) return whyBlank('kode_bantuan');
    if (kode.toUpperCase() === allAid) return reservedCode;
    const desil = desilList(row.text('desil_layak'));
    if (desil === undefined) return badDesil;
    const chosen = {
      unit: oneOf(row, 'unit', aidUnits, unitWords),
      penyelenggara: oneOf(row, 'penyelenggara', aidProviders, providerWords),
      populasi: oneOf(row, 'populasi', aidPopulations, {})
    };
    const wrong = Object.entries(chosen).find(([, value]) => value === undefined);
    if (wrong !== undefined) return notInList(wrong[0]);
    const kategori = categoryList(row.text('kategori'));
    if (kategori === undefined) return notInList('kategori');
    const kuota = row.amount('kuota');
    if (kuota !== null && (kuota < 0n || kuota % 100n !== 0n)) return notWhole('kuota');
    const bulan = row.integer('bulan');
    if (row.text('bulan') !== null && (bulan === null || bulan < 1 || bulan > 12)) return notWhole('bulan');
    const values = {
      tahun: row.integer('tahun'),
      kode_bantuan: kode,
      nama: row.text('nama') ?? kode,
      ...(chosen as Record<keyof typeof chosen, string | null>),
      kategori,
      desil_layak: desil,
      kuota: kuota === null ? null : Number(kuota / 100n),
      satuan: row.text('satuan'),
      nilai_satuan: row.amount('nilai_satuan'),
      bulan,
      tidak_boleh_bersama: codeList(row.text('tidak_boleh_bersama'))
    };
    result.aids.push({ table: 'bantuan', values, origin: row.origin });
    return null;
  }
});

/** Which budget lines pay for which aid, and how much of each. */
export const bantuanBelanja = flatLayout({
  name: 'bantuan-belanja',
  title: { id: 'belanja tiap bantuan', en: 'budget lines of aid' },
  score: 0.91,
  fields: [
    field('kode_bantuan', 'bantuan', 'kode_program_bantuan'),
    ...lineFields,
    field('bagian', 'porsi', 'proporsi', 'persentase', 'persen')
  ],
  required: ['kode_bantuan', 'kode_sub_kegiatan', 'kode_rekening'],
  amounts: [],
  take(row, result) {
    const kode_bantuan = row.text('kode_bantuan');
    if (kode_bantuan === null) return whyBlank('kode_bantuan');
    const key = budgetKey(row);
    if ('code' in key) return key;
    const bagian = shareOf(row.text('bagian'));
    if (bagian === undefined) return badShare;
    const values = {
      tahun: row.integer('tahun'),
      kode_bantuan,
      kode_skpd: key.kodeSkpd,
      kode_subkegiatan: key.kodeSubkegiatan,
      kode_akun: key.kodeAkun,
      bagian
    };
    result.aids.push({ table: 'bantuan_belanja', values, origin: row.origin });
    return null;
  }
});

const unitWords: Readonly<Record<string, string>> = {
  individu: 'orang',
  jiwa: 'orang',
  nik: 'orang',
  kk: 'keluarga',
  kpm: 'keluarga',
  'kepala keluarga': 'keluarga'
};
const providerWords: Readonly<Record<string, string>> = {
  kemensos: 'pusat',
  nasional: 'pusat',
  kab: 'kabupaten',
  kota: 'kabupaten',
  daerah: 'kabupaten',
  prov: 'provinsi'
};

/** A word of a closed list, or one that means it; null when blank, undefined when it is another. */
function oneOf(
  row: FlatRow,
  name: string,
  values: readonly string[],
  words: Readonly<Record<string, string>>
): string | null | undefined {
  const text = row.text(name)?.toLowerCase() ?? null;
  if (text === null) return null;
  return values.find((value) => value === (words[text] ?? text));
}

/** `1-4`, `1 s.d. 4`, `1,2,3`, `1; 2`: desil in order; null when blank, undefined when it is no such list. */
export function desilList(text: string | null): number[] | null | undefined {
  if (text === null || /^[-–]$/.test(text)) return null;
  const parts = text
    .toLowerCase()
    .replace(/desil/g, '')
    .replace(/\s*(?:s\.?\s*\/?\s*d\.?|sampai(?: dengan)?|–|—|-)\s*/g, '-')
    .split(/[\s,;|&+[\]]+|\bdan\b/)
    .filter(Boolean);
  const out = new Set<number>();
  for (const part of parts) {
    const found = /^(10|[1-9])(?:-(10|[1-9]))?$/.exec(part);
    if (!found) return undefined;
    for (let desil = Number(found[1]); desil <= Number(found[2] ?? found[1]); desil++) out.add(desil);
  }
  return out.size === 0 ? undefined : [...out].sort((a, b) => a - b);
}

/** `Penyandang disabilitas; lansia terlantar` as categories in order; null when blank, undefined when a word is none of them. */
export function categoryList(text: string | null): string[] | null | undefined {
  if (text === null || /^[-–]$/.test(text)) return null;
  const found = text
    .toLowerCase()
    .split(/[,;|/&+[\]]+|\bdan\b/)
    .map((part) =>
      part
        .replace(/penyandang|orang/g, '')
        .replace(/terlantar/g, 'telantar')
        .replace(/lanjut usia/g, 'lansia')
    )
    .map((part) => part.trim().replace(/[\s_]+/g, '_'))
    .filter(Boolean)
    .map((part) => aidCategories.find((category) => category === part));
  return found.every((category) => category !== undefined) ? [...new Set(found)].sort() : undefined;
}

/** Codes in a cell, between commas, semicolons or bars; null when blank. */
function codeList(text: string | null): string[] | null {
  return text === null
    ? null
    : [
        ...new Set(
          text
            .split(/[,;|/]+/)
            .map((code) => code.trim())
            .filter(Boolean)
        )
      ].sort();
}

/** `0,6`, `60 %`, `60`: a ratio; 1 when blank, undefined when it is none between 0 and 1. */
export function shareOf(text: string | null): number | undefined {
  if (text === null) return 1;
  const found = /^(\d+(?:[.,]\d+)?)\s*(%)?$/.exec(text);
  if (!found) return undefined;
  const value = Number(found[1]!.replace(',', '.'));
  const share = found[2] !== undefined || value > 1 ? value / 100 : value;
  return share > 0 && share <= 1 ? share : undefined;
}

const reservedCode: Why = {
  code: 'kode-bantuan',
  field: 'kode_bantuan',
  message: { id: `${allAid} berarti semua bantuan.`, en: `${allAid} stands for all aid.` },
  fix: { id: 'Beri kode lain.', en: 'Give it another code.' }
};
const badDesil: Why = {
  code: 'desil',
  field: 'desil_layak',
  message: { id: 'bukan daftar desil.', en: 'is no list of desil.' },
  fix: { id: 'Tulis seperti 1-4 atau 1,2,3.', en: 'Write it like 1-4 or 1,2,3.' }
};
const badShare: Why = {
  code: 'bagian',
  field: 'bagian',
  message: { id: 'bukan bagian antara 0 dan 1.', en: 'is no share between 0 and 1.' },
  fix: { id: 'Tulis seperti 0,6 atau 60 %.', en: 'Write it like 0.6 or 60 %.' }
};

function notInList(field: string): Why {
  const lists: Record<string, readonly string[]> = {
    unit: aidUnits,
    penyelenggara: aidProviders,
    populasi: aidPopulations,
    kategori: aidCategories
  };
  const words = lists[field]!.join(', ');
  return {
    code: field,
    field,
    message: { id: 'kata ini tidak dikenal.', en: 'the word is not known.' },
    fix: { id: `Pakai salah satu dari ${words}.`, en: `Use one of ${words}.` }
  };
}

function notWhole(field: string): Why {
  return {
    code: field,
    field,
    message: { id: 'bukan bilangan bulat yang mungkin.', en: 'is no whole number that can be.' },
    fix: { id: 'Perbaiki, atau kosongkan bila tidak ada.', en: 'Correct it, or leave it blank if there is none.' }
  };
}
