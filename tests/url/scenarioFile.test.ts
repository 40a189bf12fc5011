import fc from 'fast-check';
import { expect, test } from 'vitest';
import { formatScenarioFile, readScenarioFile } from '$lib/url/scenarioFile';
import { anyScenario, known, lineIds } from './scenarioArbitrary';

const read = (text: string) => readScenarioFile(text, known);
const base = { ...known.base, decisions: { [lineIds[0]!]: { cut: 5_000_000 } } };
const whole = formatScenarioFile([{ nama: 'TKD turun 30 %', isi: base }], known.dataVersion);

/** The file with one part of its first scenario changed. */
function changed(change: (scenario: Record<string, never>) => void): string {
  const file = JSON.parse(whole) as { skenario: [{ isi: Record<string, never> }] };
  change(file.skenario[0].isi);
  return JSON.stringify(file);
}

test('scenarios come back from their file as they were, without a word', () => {
  const name = fc.string({ minLength: 1, maxLength: 40 }).map((text) => `S ${text}`.replace(/\s+/g, ' ').trim());
  const named = fc.record({ nama: name, isi: anyScenario });
  fc.assert(
    fc.property(fc.array(named, { minLength: 1, maxLength: 4 }), (scenarios) => {
      const text = formatScenarioFile(scenarios, known.dataVersion);
      expect(read(text)).toEqual({ scenarios, problems: [], dataVersionMatches: true });
      expect(formatScenarioFile(read(text).scenarios, known.dataVersion)).toBe(text);
    })
  );
});

test('a file of other data is read, and that is said', () => {
  const { scenarios, dataVersionMatches } = read(formatScenarioFile([{ nama: 'A', isi: base }], 'lain'));
  expect([scenarios[0]!.isi, dataVersionMatches]).toEqual([base, false]);
});

test.for([
  { name: 'nothing', text: '', sebab: 'json' },
  { name: 'a letter', text: 'Yth. Bapak', sebab: 'json' },
  { name: 'a file cut off', text: whole.slice(0, -20), sebab: 'json' },
  { name: 'another kind of JSON', text: '{"type":"FeatureCollection"}', sebab: 'jenis' },
  { name: 'null', text: 'null', sebab: 'jenis' },
  { name: 'a list', text: '[]', sebab: 'jenis' },
  { name: 'no scenario', text: '{"berkas":"tepat-skenario","versi":1,"skenario":[]}', sebab: 'kosong' },
  { name: 'more than any file of ours', text: ' '.repeat(8_000_001), sebab: 'besar' }
])('$name is no file of scenarios', ({ text, sebab }) => {
  expect(read(text)).toEqual({
    scenarios: [],
    problems: [{ kode: 'bukan_berkas', sebab }],
    dataVersionMatches: null
  });
});

test.for([
  { name: 'a month that does not exist', change: { mulai: 13 }, said: ['tak_terbaca', 'skenario[0].isi.mulai'] },
  { name: 'a month as text', change: { mulai: '7' }, said: ['tak_terbaca', 'skenario[0].isi.mulai'] },
  { name: 'a method that is none', change: { method: 'undian' }, said: ['tak_terbaca', 'skenario[0].isi.method'] },
  { name: 'rules as a list', change: { rules: [] }, said: ['tak_terbaca', 'skenario[0].isi.rules'] },
  { name: 'a part of our own making', change: { bonus: 1 }, said: ['tak_dikenal', 'skenario[0].isi.bonus'] },
  { name: 'rounding to tens', change: { rounding: 10 }, said: ['tak_terbaca', 'skenario[0].isi.rounding'] }
])('$name is named by its path, and the page’s own holds', ({ change, said }) => {
  const { scenarios, problems } = read(changed((scenario) => Object.assign(scenario, change)));
  expect(problems.map((problem) => [problem.kode, 'di' in problem && problem.di])).toEqual([said]);
  expect(scenarios[0]!.isi).toEqual(base);
});

test.for([
  { name: 'a fall of more than everything', shock: { jenis: 'persen', nilai: 1.2 }, di: '.nilai' },
  { name: 'half a rupiah', shock: { jenis: 'rupiah', nilai: 0.5 }, di: '.nilai' },
  { name: 'another unit', shock: { jenis: 'dolar', nilai: 1 }, di: '.jenis' },
  { name: 'a number alone', shock: 30, di: '' },
  { name: 'text as a number', shock: { jenis: 'persen', nilai: '0.3' }, di: '.nilai' }
])('a shock of $name is named and left out', ({ shock, di }) => {
  const { scenarios, problems } = read(changed((scenario) => Object.assign(scenario.shocks!, { SILPA: shock })));
  expect(problems).toEqual([expect.objectContaining({ kode: 'tak_terbaca', di: `skenario[0].isi.shocks.SILPA${di}` })]);
  expect(scenarios[0]!.isi.shocks).toEqual(base.shocks);
});

test('a part that was taken out is named', () => {
  const { scenarios, problems } = read(changed((scenario) => Reflect.deleteProperty(scenario.rules!, 'spm')));
  expect(problems).toEqual([{ kode: 'kurang', di: 'skenario[0].isi.rules.spm', contoh: '0.5' }]);
  expect(scenarios[0]!.isi).toEqual(base);
});

test('lines the data do not hold are named by their code', () => {
  const line = '1.06|1.06.01.2.01.0001|5.1.02';
  const { scenarios, problems } = read(changed((one) => Object.assign(one.decisions!, { [line]: { cut: 7 } })));
  expect(problems).toEqual([{ kode: 'baris_tak_ada', jumlah: 1, potongan: 7, baris: [line] }]);
  expect(scenarios[0]!.isi).toEqual(base);
});

test('names that mean something to the language do nothing', () => {
  const poison = '"__proto__":{"locked":true,"polluted":1},"constructor":{"prototype":{"polluted":1}},';
  const text = whole
    .replaceAll('"decisions": {', `"decisions": {${poison}`)
    .replaceAll('"shocks": {', `"shocks": {${poison}`)
    .replaceAll('"rules": {', `"rules": {${poison}`)
    .replace('"berkas"', `${poison}"berkas"`);
  const { scenarios, problems } = read(text);
  expect(({} as Record<string, unknown>).polluted).toBeUndefined();
  expect(scenarios[0]!.isi).toEqual(base);
  expect(Object.getPrototypeOf(scenarios[0]!.isi.decisions)).toBe(Object.prototype);
  expect(problems).toHaveLength(8);
  expect(new Set(problems.map(({ kode }) => kode))).toEqual(new Set(['tak_dikenal']));
});

test('a name is one line of at most 80 characters', () => {
  const names = [undefined, 7, '', 'A\u0000\nB', 'x'.repeat(81), 'Rencana B'];
  const text = JSON.stringify({
    berkas: 'tepat-skenario',
    versi: 1,
    skenario: names.map((nama) => ({ nama, isi: base }))
  });
  const { scenarios, problems } = read(text);
  expect(scenarios.map(({ nama }) => nama)).toEqual([
    'Skenario 1',
    'Skenario 2',
    'Skenario 3',
    'A B',
    'x'.repeat(80),
    'Rencana B'
  ]);
  expect(problems.map((problem) => 'di' in problem && problem.di)).toEqual(
    [0, 1, 2, 4].map((at) => `skenario[${at}].nama`)
  );
});

test('more scenarios than twenty are left out, and another version is named', () => {
  const skenario = Array.from({ length: 25 }, (_, at) => ({ nama: `S${at}`, isi: base }));
  const { scenarios, problems } = read(JSON.stringify({ berkas: 'tepat-skenario', versi: 2, skenario }));
  expect(scenarios).toHaveLength(20);
  expect(problems).toEqual([
    { kode: 'versi', versi: '2' },
    { kode: 'terlalu_banyak', di: 'skenario', batas: 20 }
  ]);
});

test('no text throws, nor any JSON in any part, however deep', () => {
  const tampered = fc
    .tuple(fc.constantFrom('isi', 'shocks', 'rules', 'decisions', 'uncertainty'), fc.jsonValue())
    .map(([part, value]) => {
      const file = JSON.parse(whole) as { skenario: [{ isi: Record<string, unknown> }] };
      if (part === 'isi') file.skenario[0].isi = value as Record<string, unknown>;
      else file.skenario[0].isi[part] = value;
      return JSON.stringify(file);
    });
  fc.assert(
    fc.property(fc.oneof(fc.string(), fc.json(), tampered), (text) => {
      const { scenarios, problems } = read(text);
      expect(scenarios.length > 0 || problems.length > 0).toBe(true);
      const again = formatScenarioFile(scenarios, known.dataVersion);
      if (scenarios.length > 0) expect(read(again)).toMatchObject({ scenarios, problems: [] });
    }),
    { numRuns: 500 }
  );
  const deep = 100_000;
  const nested = whole.replace('"mulai": 7', `"mulai": ${'['.repeat(deep)}${']'.repeat(deep)}`);
  expect(read(nested).problems).toEqual([
    { kode: 'tak_terbaca', di: 'skenario[0].isi.mulai', nilai: '[…]', contoh: '7' }
  ]);
});
