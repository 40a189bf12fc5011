import fc from 'fast-check';
import { expect, test } from 'vitest';
import { defaultScenario } from '$lib/model/cuts/defaultScenario';
import type { Scenario } from '$lib/model/cuts/scenario';
import { decodeScenario, encodeScenario, longestAddress } from '$lib/url/scenario';
import { hash32, hash48 } from '$lib/url/scenarioBytes';
import { packScenario, unpackScenario } from '$lib/url/scenarioPack';
import type { ScenarioAddress } from '$lib/url/scenarioShape';
import { anyScenario, known, lineIds } from './scenarioArbitrary';

const decode = (text: string) => decodeScenario(text, known);
const link = (scenario: Scenario) => encodeScenario(scenario, known.dataVersion);
const example: Scenario = {
  ...known.base,
  shocks: { TKD: { jenis: 'persen', nilai: 0.285 }, SILPA: { jenis: 'rupiah', nilai: -2_500_000_000 } },
  decisions: { [lineIds[3]!]: { cut: 120_000_000 }, [lineIds[9]!]: { locked: true, role: 'umum' } }
};
const codesOf = (text: string) => decode(text).problems.map(({ kode }) => kode);

test('an address holds the model’s scenario, field by field', () => {
  // Both directions are checked by the compiler: a field added to one alone is a type error here.
  const toModel = (scenario: ScenarioAddress): Scenario => scenario;
  const fromModel = (scenario: Scenario): ScenarioAddress => scenario;
  expect(toModel(fromModel(example))).toBe(example);
});

test('every scenario comes back from its link as it was, without a word', () => {
  fc.assert(
    fc.property(anyScenario, (scenario) => {
      const { scenario: read, problems, dataVersionMatches, found } = decode(link(scenario));
      expect(problems).toEqual([]);
      expect(read).toEqual(scenario);
      expect([dataVersionMatches, found]).toEqual([true, true]);
      expect(link(read)).toBe(link(scenario));
    })
  );
});

test('a link of a time before ranges were in it is the same link today, and says nothing of them', () => {
  const old = '?tahun=2026&mulai=7&tkd=-28.5&cara=terbaik&rencana=1';
  expect(link(example).startsWith(old)).toBe(true);
  expect(decode(link(example)).scenario).not.toHaveProperty('uncertainty');
  const said = { ...example, uncertainty: { rho: 0.8, ends: { '2.1.01': { low: 0.1, high: 0.5 } } } };
  expect(link(said)).toContain('rencana=2');
  expect(decode(link(said)).scenario).toEqual(said);
});

test('a range upside down, one of a source that is not there, and a correlation above 1 are named and left out', () => {
  const ends = { '2.1.01': { low: 0.5, high: 0.1 }, '9.9': { low: 0, high: 1 }, '2.1.02': { low: 0, high: 0.2 } };
  const forged = { ...known.base, uncertainty: { rho: 7, ends } };
  const { scenario, problems } = decode(link(forged));
  expect(scenario.uncertainty).toEqual({ rho: null, ends: { '2.1.02': { low: 0, high: 0.2 } } });
  expect(problems.map((problem) => ('di' in problem ? problem.di : problem.kode))).toEqual([
    'rencana.uncertainty.rho',
    'rencana.uncertainty.ends.2.1.01',
    'sumber_tak_ada'
  ]);
});

test('the main parameters can be read, and the link has no character that mail clients change', () => {
  expect(link(example)).toMatch(/^\?tahun=2026&mulai=7&tkd=-28\.5&cara=terbaik&rencana=1[\w-]+[a-z0-9]$/);
  fc.assert(
    fc.property(anyScenario, (scenario) => {
      for (const part of link(scenario).slice(1).split('&'))
        expect(part).toMatch(/^[a-z]+=[A-Za-z0-9\-_.~]*[A-Za-z0-9]$/);
    })
  );
});

test('forty cuts by hand, shocks and ranges of every source and every rule changed stay below 2,000 characters', () => {
  const full: Scenario = {
    ...known.base,
    bagian: 0.123456789,
    shocks: Object.fromEntries(
      ['TKD', ...known.sources!].map((code) => [code, { jenis: 'rupiah', nilai: 987_654_321_012 }])
    ),
    uncertainty: {
      rho: 0.8,
      ends: Object.fromEntries(known.sources!.map((code) => [code, { low: -0.0525, high: 0.4175 }]))
    },
    rules: { ...known.base.rules, akun: ['5.1.01', '5.1.02.01', '5.3'], minimum: 0.15, kecamatan: 1.25, spm: 0.95 },
    decisions: Object.fromEntries(
      lineIds
        .slice(0, 40)
        .map((id, at) => [id, { cut: 123_456_789_012 + at, allowed: true, role: 'umum', locked: false }])
    )
  };
  expect(decode(link(full)).scenario).toEqual(full);
  expect(`https://tepat.kabupaten-panjang-sekali.go.id/anggaran/tepat/en/simulasi/${link(full)}`.length).toBeLessThan(
    longestAddress
  );
});

test.for([
  { name: 'a full stop behind it', change: (text: string) => `${text}.` },
  { name: 'a bracket and a comma behind it', change: (text: string) => `${text}),` },
  { name: 'a line break in the middle', change: (text: string) => `${text.slice(0, 90)}\r\n ${text.slice(90)}` },
  { name: 'ampersands as markup', change: (text: string) => text.replaceAll('&', '&amp;') },
  { name: 'spaces around it', change: (text: string) => `  ${text} ` },
  { name: 'no question mark', change: (text: string) => text.slice(1) },
  { name: 'parameters of a mail campaign', change: (text: string) => `${text}&utm_source=surel&fbclid=x` }
])('a link survives $name', ({ change }) => {
  expect(decode(change(link(example)))).toEqual({
    scenario: example,
    problems: [],
    dataVersionMatches: true,
    found: true
  });
});

test('a link cut off anywhere in its packed part is noticed, and its main parameters hold', () => {
  const whole = link(example);
  for (let end = whole.indexOf('rencana=') + 'rencana='.length; end < whole.length; end++) {
    const { scenario, problems, dataVersionMatches } = decode(whole.slice(0, end));
    expect(problems, `cut at ${end}`).toEqual([{ kode: 'rusak' }]);
    expect([scenario.shocks.TKD?.nilai, scenario.mulai, dataVersionMatches]).toEqual([0.285, 7, null]);
    expect(scenario.decisions).toEqual({});
  }
});

test('a packed part with one character changed is noticed', () => {
  const packed = packScenario(example, known.dataVersion);
  fc.assert(
    fc.property(fc.nat(packed.length - 1), fc.constantFrom(...'aZ09_-'), (at, char) => {
      fc.pre(packed[at] !== char);
      expect(codesOf(`rencana=${packed.slice(0, at)}${char}${packed.slice(at + 1)}`)).toEqual(['rusak']);
    })
  );
});

test.for([
  { name: 'TKD', find: 'tkd=-28.5', put: 'tkd=-40', said: { di: 'tkd', dari: '-28.5', menjadi: '-40' } },
  {
    name: 'TKD in rupiah',
    find: 'tkd=-28.5',
    put: 'tkd=-5000000rp',
    said: { di: 'tkd', dari: '-28.5', menjadi: '-5000000rp' }
  },
  { name: 'a rise', find: 'tkd=-28.5', put: 'tkd=+12,5%25', said: { di: 'tkd', dari: '-28.5', menjadi: '12.5' } },
  { name: 'the month', find: 'mulai=7', put: 'mulai=11', said: { di: 'mulai', dari: '7', menjadi: '11' } },
  { name: 'the method', find: 'terbaik', put: 'templat', said: { di: 'cara', dari: 'terbaik', menjadi: 'templat' } }
])('$name changed by hand holds, the rest stays, and it is said', ({ find, put, said }) => {
  const { scenario, problems } = decode(link(example).replace(find, put));
  expect(problems).toEqual([{ kode: 'diubah', ...said }]);
  expect(scenario.decisions).toEqual(example.decisions);
  expect(link(scenario)).toContain(put.replace('+12,5%25', '12.5'));
});

test('the same value written otherwise is no change', () => {
  expect(codesOf(link(example).replace('tkd=-28.5', 'tkd=-28,50%25').replace('mulai=7', 'mulai=07'))).toEqual([]);
});

test('a short address typed by hand is read; the rest is the page’s own (version 0)', () => {
  expect(decode('?tkd=-45&mulai=9')).toEqual({
    scenario: { ...known.base, mulai: 9, shocks: { TKD: { jenis: 'persen', nilai: 0.45 } } },
    problems: [],
    dataVersionMatches: null,
    found: true
  });
});

test('an address without any of it is the page’s own', () => {
  expect(decode('?lain=1')).toEqual({ scenario: known.base, problems: [], dataVersionMatches: null, found: false });
});

test.for(['0', '3'])('a packed part of version %s is named, and the main parameters hold', (versi) => {
  const body = `${versi}AAAA`;
  const packed = body + hash32(body).toString(36).padStart(7, '0');
  const { scenario, problems } = decode(`tkd=-10&rencana=${packed}`);
  expect(problems).toEqual([{ kode: 'versi', versi }]);
  expect(scenario.shocks).toEqual({ TKD: { jenis: 'persen', nilai: 0.1 } });
});

test.for([
  { name: 'letters', search: 'tkd=banyak', di: 'tkd' },
  { name: 'a fall of more than everything', search: 'tkd=-101', di: 'tkd' },
  { name: 'a rise of more than tenfold', search: 'tkd=1001', di: 'tkd' },
  { name: 'a month that does not exist', search: 'mulai=13', di: 'mulai' },
  { name: 'a year in words', search: 'tahun=lalu', di: 'tahun' },
  { name: 'a method that is none', search: 'cara=undian', di: 'cara' },
  { name: 'markup', search: 'cara=%3Cscript%3E', di: 'cara' },
  { name: 'half a rupiah', search: 'tkd=-1,5rp', di: 'tkd' }
])('$name is left out and named', ({ search, di }) => {
  const { scenario, problems } = decode(search);
  expect(scenario).toEqual(known.base);
  expect(problems).toEqual([expect.objectContaining({ kode: 'tak_terbaca', di })]);
});

test('a year and a source that the data do not hold are named and left out', () => {
  const shocks = { TKD: { jenis: 'persen', nilai: 0.1 }, '9.9': { jenis: 'persen', nilai: 0.5 } } as const;
  const { scenario, problems } = decode(link({ ...known.base, tahun: 2031, shocks }));
  expect(problems).toEqual([
    { kode: 'tahun_tak_ada', tahun: 2031, dipakai: 2026 },
    { kode: 'sumber_tak_ada', sumber: '9.9' }
  ]);
  expect(scenario).toEqual({ ...known.base, shocks: { TKD: shocks.TKD } });
});

test('data of another version are said, and the lines that are still there keep their decisions', () => {
  const later = {
    ...known,
    dataVersion: 'ffff',
    lines: lineIds.filter((_, at) => at !== 3).concat('1.06.0.00.0.00.01.0000|1.06.09.2.09.0099|5.1.02.01.01.0001')
  };
  const { scenario, problems, dataVersionMatches } = decodeScenario(link(example), later);
  expect(dataVersionMatches).toBe(false);
  expect(problems).toEqual([{ kode: 'baris_tak_ada', jumlah: 1, potongan: 120_000_000, baris: [] }]);
  expect(scenario.decisions).toEqual({ [lineIds[9]!]: { locked: true, role: 'umum' } });
});

test('lines of a big agency are told apart', () => {
  const many = new Set<number>();
  let count = 0;
  for (let sub = 0; sub < 200; sub++)
    for (let account = 0; account < 250; account++, count++)
      many.add(hash48(`1.06.0.00.0.00.01.0000|1.06.02.2.01.${String(sub).padStart(4, '0')}|5.1.02.01.01.${account}`));
  expect(many.size).toBe(count);
});

test('a decision that fits two lines is left out and said, never given to one of them', () => {
  // Two of 40 million ids that share their 48 bits.
  const twins = ['1.06.02.2.01.0339|5.1.02.01.01.3184', '1.06.02.2.01.0992|5.1.02.01.01.6135'].map(
    (rest) => `1.06.0.00.0.00.01.0000|${rest}`
  );
  expect(hash48(twins[0]!)).toBe(hash48(twins[1]!));
  const text = link({ ...known.base, decisions: { [twins[0]!]: { cut: 9 }, [lineIds[1]!]: { cut: 8 } } });
  const { scenario, problems } = decodeScenario(text, { ...known, lines: [...lineIds, ...twins] });
  expect(problems).toEqual([{ kode: 'baris_ganda', jumlah: 1 }]);
  expect(scenario.decisions).toEqual({ [lineIds[1]!]: { cut: 8 } });
});

test('of a parameter that stands twice the first holds', () =>
  expect(decode('mulai=3&mulai=9').scenario.mulai).toBe(3));

test('values that only a forger can write are named and left out', () => {
  const forged = {
    ...example,
    mulai: 99,
    bagian: 7,
    rounding: 1,
    decisions: { [lineIds[0]!]: { cut: -5 } }
  } as Scenario;
  const { scenario, problems } = decode(`rencana=${packScenario(forged, '')}`);
  expect(problems.map((problem) => ('di' in problem ? problem.di : problem.kode))).toEqual([
    'rencana.mulai',
    'rencana.bagian',
    `rencana.decisions.${lineIds[0]!.slice(0, 39)}….cut`
  ]);
  expect([scenario.mulai, scenario.bagian]).toEqual([7, null]);
});

test('names that mean something to the language are no sources', () => {
  const forged = defaultScenario(
    2026,
    7,
    JSON.parse('{"__proto__":{"jenis":"persen","nilai":1}}') as Scenario['shocks']
  );
  const { scenario, problems } = decodeScenario(link(forged), { ...known, sources: null });
  expect(problems).toEqual([{ kode: 'tak_dikenal', di: 'rencana.shocks.__proto__' }]);
  expect(scenario.shocks).toEqual({});
  expect(({} as Record<string, unknown>).jenis).toBeUndefined();
});

test('no address throws, and each gives a scenario that can be written again', () => {
  const names = fc.constantFrom('tahun', 'mulai', 'tkd', 'cara', 'rencana', '');
  const valid = (body: string) => body + hash32(body).toString(36).padStart(7, '0');
  const packed = fc.oneof(
    fc.string({ unit: 'binary' }),
    fc.base64String().map((text) => valid(`1${text.replaceAll('+', '-').replaceAll('/', '_').replaceAll('=', '')}`)),
    anyScenario.map((scenario) => valid(packScenario(scenario, '').slice(0, -9)))
  );
  const search = fc.oneof(
    fc.string({ unit: 'binary' }),
    fc.array(fc.tuple(names, packed)).map((pairs) => pairs.map(([name, value]) => `${name}=${value}`).join('&'))
  );
  fc.assert(
    fc.property(search, (text) => {
      const { scenario } = decode(text);
      expect(decode(link(scenario))).toMatchObject({ scenario, problems: [] });
    }),
    { numRuns: 300 }
  );
});

test('bytes of any kind behind a right check are read or refused, never more', () => {
  fc.assert(
    fc.property(fc.constantFrom('1', '2'), fc.uint8Array({ maxLength: 200 }), (version, bytes) => {
      const body = `${version}${Buffer.from(bytes).toString('base64url')}`;
      const read = unpackScenario(body + hash32(body).toString(36).padStart(7, '0'));
      expect('problem' in read ? read.problem : 'scenario').toMatch(/^(rusak|scenario)$/);
    }),
    { numRuns: 1000 }
  );
});
