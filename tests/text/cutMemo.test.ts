import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { defaultRules } from '$lib/model/cuts/scenario';
import { cutMemo, memoLabels, memoRules, restText, type MemoFacts } from '$lib/text/cutMemo';
import { plain } from './readable';
import { anyFacts, facts, readableCut } from './cutSupport';

const aid = { unit: 'keluarga', oneOff: false, priceBasis: 'harga', exclusion: null, monthsFunded: null } as const;

/** A memo on free TKD falling by 30 %, with what the test says otherwise. */
function memoFacts(
  given: Partial<Omit<MemoFacts, 'effect'>> & { effect?: Partial<MemoFacts['effect']> } = {}
): MemoFacts {
  const { effect, ...rest } = given;
  const base = facts();
  return {
    ...base,
    pagu: 71_000_000_000,
    room: 20_000_000_000,
    demands: [
      { terikat: false, jumlah: 6_100_000_000, unmet: 0 },
      { terikat: true, jumlah: 1_000_000_000, unmet: 0 }
    ],
    methods: [
      { method: base.scenario.method, lost: 1902, unmet: 0 },
      { method: 'rata_pagu', lost: 4000, unmet: 0 }
    ],
    routes: ['objek'],
    stage: { id: 'APBD Murni 2026', en: 'APBD Murni 2026' },
    asOf: '2026-10-31',
    ...rest,
    effect: {
      ...base.effect,
      ...{ months: 22_824, rupiah: 2_000_000_000, withoutDesil: 0 },
      byAid: [
        { ...aid, kode: 'A', nama: 'Permakanan', before: 5000, lost: 1902, months: 22_824, rupiah: 2_000_000_000 }
      ],
      ...effect
    }
  };
}
const all = (given: MemoFacts) => {
  const { subject, problem, facts, analysis, conclusion, advice } = cutMemo(given);
  return [subject, ...problem, ...facts, ...analysis, ...conclusion, ...advice];
};
const said = (given: MemoFacts, language: 'id' | 'en' = 'id') =>
  all(given)
    .map((text) => plain(text[language]))
    .join('\n');

describe('the memo', () => {
  test('says what happens, how much is to be found and of what', () => {
    const memo = cutMemo(memoFacts());
    expect(plain(memo.subject.id)).toBe('Penyesuaian belanja Tahun Anggaran 2026 mulai Januari');
    expect(plain(memo.problem[0]!.id)).toBe(
      'TKD bebas turun 30 %. Dari pagu APBD Murni 2026 Rp71,0 M perlu ditutup Rp7,1 M (10,0 %). Belanja mana yang disesuaikan, dan siapa yang kehilangan bantuan karenanya?'
    );
    expect(plain(memo.facts[0]!.id)).toBe(
      'Yang perlu ditutup: Rp6,1 M dana bebas dan Rp1,0 M dana terikat. Dana terikat hanya ditutup dari kegiatannya sendiri.'
    );
    expect(plain(memo.facts.at(-1)!.id)).toBe('Data per 31 Oktober 2026.');
  });

  test.for([
    { lost: 0, unmet: 0, text: 'Cara “Persen pagu yang sama” menutup sekurangnya sama banyak dengan 0 penerima' },
    { lost: 4000, unmet: 0, text: 'tidak ada yang lebih sedikit penerimanya kehilangan' },
    // Losing fewer by finding less is no better way.
    { lost: 0, unmet: 5, text: 'tidak ada yang lebih sedikit penerimanya kehilangan' }
  ])('names a way with fewer recipients losing only where it finds as much: $lost lost, $unmet unmet', (other) => {
    const { scenario } = facts();
    const methods = [
      { method: scenario.method, lost: 1902, unmet: 0 },
      { method: 'rata_pagu' as const, lost: other.lost, unmet: other.unmet }
    ];
    expect(said(memoFacts({ methods }))).toContain(other.text);
  });

  test('recommends what is left to do, and nothing else', () => {
    const advice = (given: MemoFacts) => cutMemo(given).advice.map(({ id }) => plain(id));
    expect(advice(memoFacts())).toEqual([
      'Menyesuaikan belanja Rp7.100.000.000 menurut rincian di bawah.',
      'Persetujuan yang mungkin diperlukan: Sekda; perlu dicek TAPD.',
      'Memverifikasi daftar penerima sebelum menetapkan siapa yang tidak lagi menerima.'
    ]);
    const open = advice(memoFacts({ unmet: 3_000_000_000, routes: [], effect: { unmeasured: 2_000_000 } }));
    expect(open.join('\n')).toMatch(/sumber lain untuk Rp3,0 M/);
    expect(open.join('\n')).toMatch(/Mengukur dampak baris senilai Rp2,0 jt/);
    expect(open.join('\n')).not.toMatch(/Persetujuan/);
  });

  test('without a fall there is nothing to adjust', () => {
    const nothing = memoFacts({ demand: 0, demands: [], effect: { cut: 0, lost: 0, poorest: 0 } });
    expect(cutMemo(nothing).advice.map(({ id }) => id)).toEqual(['Tidak ada tindakan.']);
    expect(cutMemo(nothing).analysis).toEqual([]);
  });

  test('no stage and no date are left out, not made up', () => {
    const text = said(memoFacts({ stage: null, asOf: null }));
    expect(text).toContain('Dari pagu Rp71,0 M');
    expect(text).not.toContain('Data per');
  });

  test('any plan has a memo that can be read in both languages, the same each time', () => {
    fc.assert(
      fc.property(anyFacts, fc.nat(1000), (given, withoutDesil) => {
        const memo = memoFacts();
        const filled = { ...memo, ...given, effect: { ...memo.effect, ...given.effect, withoutDesil } };
        all(filled).forEach(readableCut);
        expect(all(filled)).toEqual(all(filled));
      }),
      { numRuns: 200 }
    );
  });
});

describe('rules in the memo', () => {
  test('those that hold come with their setting and ground, the others by name', () => {
    const { kept, loose } = memoRules({ ...defaultRules, spm: 0.5, kecamatan: 1.25, data: false, akun: [] });
    const texts = kept.map(({ id }) => plain(id));
    expect(texts).toContain('Pelayanan minimal (SPM) sosial dijaga: disisakan 50 % (PP 2/2018; Permensos 9/2018)');
    expect(texts.some((text) => text.startsWith('Beban dibagi antar kecamatan: paling banyak 1,25 kali'))).toBe(true);
    expect(loose.map(({ id }) => id)).toEqual([
      'Gaji dan belanja tidak terduga tidak dipotong',
      'Pemutakhiran data keluarga dikunci',
      'Bantuan disisakan secukupnya, atau ditutup'
    ]);
    expect(kept.length + loose.length).toBe(Object.keys(defaultRules).length);
    [...kept, ...loose].forEach(readableCut);
  });

  test('protected accounts are listed', () => {
    expect(
      memoRules(defaultRules)
        .kept.map(({ id }) => id)
        .join()
    ).toContain(': 5.1.01, 5.3 (');
  });
});

test('the rest of the table says whether it is cut', () => {
  expect(restText(12, 0, 'subkegiatan').id).toBe('12 sub kegiatan tidak dipotong');
  expect(restText(12, 3, 'program').id).toBe('12 program lain (rinci pada XLSX)');
  [...Object.values(memoLabels), restText(1, 0, 'skpd'), restText(1, 1, 'kegiatan')].forEach(readableCut);
});
