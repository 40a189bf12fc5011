import { describe, expect, test } from 'vitest';
import { cutRules, ruledYear } from '../../data/contoh/aturan';
import { sample } from '../../data/contoh/files';
import { importFiles } from '../extract/support';
import { csvOf, files } from './support';

const name = `aturan_potong_${ruledYear}.csv`;
const { lines, rules } = sample();

describe('rules for cuts', () => {
  test('every line of the year falls under a rule of its own unit and sub kegiatan', () => {
    const without = lines.filter(
      ({ tahun, kodeSubkegiatan, line }) =>
        tahun === ruledYear &&
        !rules.some(
          (rule) =>
            rule.kodeSkpd === line.unit.kode &&
            rule.kodeSubkegiatan === kodeSubkegiatan &&
            `${line.kodeAkun}.`.startsWith(`${rule.kelompokAkun}.`)
        )
    );
    expect(without.map(({ kodeSubkegiatan, line }) => `${kodeSubkegiatan} ${line.kodeAkun}`)).toEqual([]);
  });

  test('work on data is data, pay keeps whole, and aid of the minimum standards names their regulations', () => {
    const of = (sub: RegExp, akun: string) =>
      rules.filter((rule) => sub.test(rule.kodeSubkegiatan) && rule.kelompokAkun === akun);
    expect(new Set(of(/^1\.06\.05\.2\.02\.000[12]$/, '5.1.02').map(({ peran }) => peran))).toEqual(new Set(['data']));
    expect(new Set(of(/^1\.06\.01\.2\.02/, '5.1.01').map(({ batas }) => batas))).toEqual(new Set(['0 %']));
    const spm = of(/^1\.06\.0(4|6)\.2\.01\./, '5.1.02.01.01.0039');
    expect(spm.length).toBeGreaterThan(3);
    expect(spm.every(({ peran, dasar }) => peran === 'langsung' && dasar === 'PP 2/2018; Permensos 9/2018')).toBe(true);
  });

  test('a ground is a regulation that is known, or says that it is a proposal', () => {
    const known = /^(usulan SKPD|Inpres 1\/2025 diktum 4|PP 2\/2018; Permensos 9\/2018|SE Mendagri 900\/833\/SJ)/;
    expect(rules.map(({ dasar }) => dasar).filter((dasar) => !known.test(dasar))).toEqual([]);
  });

  test('the importer reads the file as it was meant: every rule, shares as ratios, steps in sen', async () => {
    const done = await importFiles({ [name]: files.get(name)!.bytes });
    const read = done.tables.aturan_potong!.map((row) =>
      [row.kode_skpd, row.kode_subkegiatan, row.kelompok_akun, row.peran, row.batas, row.prioritas].concat([
        row.templat,
        row.satuan_potong,
        row.dasar
      ])
    );
    const share = (text: string) => (text === '' ? null : Number(text.replace(' %', '')) / 100);
    expect(read).toEqual(
      cutRules(lines).map((rule) =>
        [rule.kodeSkpd, rule.kodeSubkegiatan, rule.kelompokAkun, rule.peran, share(rule.batas)].concat([
          rule.prioritas === '' ? null : Number(rule.prioritas),
          share(rule.templat),
          rule.satuanPotong === '' ? null : ((BigInt(rule.satuanPotong) * 100n) as never),
          rule.dasar
        ])
      )
    );
    expect(read).toHaveLength(csvOf(name).length);
    expect(done.codes('reject')).toEqual([]);
  });
});
