import { shown, type Report } from './scenarioProblem';

/**
 * Which values a scenario may hold. Links and files are read through these shapes, and the type of a scenario in an address follows from
 * them: the same as the model's `Scenario`, which a test holds. The order of a list of choices is part of the format of links.
 */
interface Shape<Value> {
  /** A value that can be read, as a reader would write it. */
  example: string;
  /** The value, or undefined where it cannot be read, which has been reported. */
  read: (value: unknown, path: string, report: Report) => Value | undefined;
}
type Read<Of> = Of extends Shape<infer Value> ? Value : never;
type Fields<Shapes> = { [Name in keyof Shapes]: Read<Shapes[Name]> };

export const roles = ['langsung', 'penunjang', 'data', 'umum'] as const;
export const methods = ['sebanding', 'rata_pagu', 'prioritas', 'templat', 'terbaik', 'tangan'] as const;
export const droppings = ['rata', 'tepat'] as const;
export const objectives = ['bulan', 'rupiah'] as const;
export const shockKinds = ['persen', 'rupiah'] as const;

/** Most rupiah that a scenario speaks of: far above any regency, far below where whole numbers end. */
const mostRupiah = 1e15;
const mostDecisions = 20_000;

const flag = accepting<boolean>('true', (value): value is boolean => typeof value === 'boolean');

function accepting<Value>(example: string, accepts: (value: unknown) => value is Value): Shape<Value> {
  return {
    example,
    read: (value, path, report) => {
      if (accepts(value)) return value;
      report({ kode: 'tak_terbaca', di: path, nilai: shown(value), contoh: example });
      return undefined;
    }
  };
}

function choice<const Choice extends string | number>(choices: readonly Choice[]): Shape<Choice> {
  return accepting(String(choices[0]), (value): value is Choice => choices.some((one) => one === value));
}

function number(min: number, max: number, example: number): Shape<number> {
  const accepts = (value: unknown): value is number => typeof value === 'number' && value >= min && value <= max;
  return accepting(String(example), accepts);
}

function whole(min: number, max: number, example: number): Shape<number> {
  const within = number(min, max, example);
  return accepting(within.example, (value): value is number => Number.isInteger(value) && isBetween(value, min, max));
}

function isBetween(value: unknown, min: number, max: number): boolean {
  return (value as number) >= min && (value as number) <= max;
}

function orNull<Value>(shape: Shape<Value>): Shape<Value | null> {
  return { ...shape, read: (value, path, report) => (value === null ? null : shape.read(value, path, report)) };
}

function text(pattern: RegExp, example: string): Shape<string> {
  return accepting(example, (value): value is string => typeof value === 'string' && pattern.test(value));
}

function listOf<Value>(shape: Shape<Value>, most: number): Shape<readonly Value[]> {
  const list = accepting(`[${shape.example}]`, (value): value is unknown[] => Array.isArray(value));
  return {
    example: list.example,
    read: (value, path, report) => {
      const items = list.read(value, path, report);
      if (items !== undefined && items.length > most) report({ kode: 'terlalu_banyak', di: path, batas: most });
      return items?.slice(0, most).flatMap((item, at) => shape.read(item, `${path}[${at}]`, report) ?? []);
    }
  };
}

const table = accepting('{}', isTable);

function tableOf<Value>(shape: Shape<Value>, keys: RegExp, most: number): Shape<Readonly<Record<string, Value>>> {
  return {
    example: table.example,
    read: (value, path, report) => {
      const found = table.read(value, path, report);
      if (found === undefined) return undefined;
      const entries = Object.entries(found);
      if (entries.length > most) report({ kode: 'terlalu_banyak', di: path, batas: most });
      const read = entries.slice(0, most).flatMap(([key, item]): [string, Value][] => {
        const at = `${path}.${shown(key)}`;
        if (isReserved(key) || !keys.test(key)) return (report({ kode: 'tak_dikenal', di: at }), []);
        const value = shape.read(item, at, report);
        return value === undefined ? [] : [[key, value]];
      });
      return Object.fromEntries(read);
    }
  };
}

/** Names that mean something to the language itself; nothing of ours is called so. */
function isReserved(key: string): boolean {
  return key === '__proto__' || key === 'constructor' || key === 'prototype';
}

/** True for an object that is no list. */
export function isTable(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** All fields of an object; those that cannot be read, or are not there, come from `base`. Undefined where the value is no object. */
function readFields<Shapes extends Record<string, Shape<unknown>>>(
  shapes: Shapes,
  base: Fields<Shapes>,
  value: unknown,
  { path, report }: { path: string; report: Report }
): Fields<Shapes> {
  const found = table.read(value, path, report);
  if (found === undefined) return base;
  for (const name of Object.keys(found))
    if (!Object.hasOwn(shapes, name)) report({ kode: 'tak_dikenal', di: `${path}.${shown(name)}` });
  const read = Object.entries(shapes).map(([name, shape]) => {
    const at = `${path}.${name}`;
    if (!Object.hasOwn(found, name)) report({ kode: 'kurang', di: at, contoh: shape.example });
    const value = Object.hasOwn(found, name) ? shape.read(found[name], at, report) : undefined;
    return [name, value === undefined ? base[name as keyof Shapes] : value];
  });
  return Object.fromEntries(read) as Fields<Shapes>;
}

/** An object each of whose fields may be left out; a field that cannot be read is left out too. */
function anyOf<Shapes extends Record<string, Shape<unknown>>>(shapes: Shapes): Shape<Partial<Fields<Shapes>>> {
  return {
    example: '{}',
    read: (value, path, report) => {
      const found = table.read(value, path, report);
      if (found === undefined) return undefined;
      const read = Object.entries(found).flatMap(([name, item]) => {
        const at = `${path}.${shown(name)}`;
        if (!Object.hasOwn(shapes, name)) return (report({ kode: 'tak_dikenal', di: at }), []);
        const value = shapes[name]!.read(item, at, report);
        return value === undefined ? [] : [[name, value]];
      });
      return Object.fromEntries(read) as Partial<Fields<Shapes>>;
    }
  };
}

const shockFields = { jenis: choice(shockKinds), nilai: number(-mostRupiah, mostRupiah, 0.3) };

/** A share falls by 1 at most and rises tenfold at most; rupiah are whole. */
const shock: Shape<Fields<typeof shockFields>> = {
  example: '{"jenis":"persen","nilai":0.3}',
  read: (value, path, report) => {
    const read = anyOf(shockFields).read(value, path, report);
    if (read?.jenis === undefined || read.nilai === undefined) return undefined;
    const { jenis, nilai } = read;
    const limits = jenis === 'persen' ? number(-10, 1, 0.3) : whole(-mostRupiah, mostRupiah, 1_000_000_000);
    return limits.read(nilai, `${path}.nilai`, report) === undefined ? undefined : { jenis, nilai };
  }
};

const share = number(0, 1, 0.5);

const ruleShapes = {
  terikat: flag,
  komitmen: flag,
  spm: orNull(share),
  akun: listOf(text(/^\d[\d.]{0,39}$/, '5.1.01'), 50),
  penunjang: flag,
  data: flag,
  batas: flag,
  satuan: flag,
  minimum: orNull(share),
  kecamatan: orNull(number(0, 100, 1.5))
};

const decision = anyOf({
  role: choice(roles),
  allowed: flag,
  locked: flag,
  cut: whole(0, mostRupiah, 1_000_000)
});

const ends = { low: number(-10, 1, 0.2), high: number(-10, 1, 0.4) };

/** Ends of a fall, the lower first; both or none. */
const range: Shape<Fields<typeof ends>> = {
  example: '{"low":0.2,"high":0.4}',
  read: (value, path, report) => {
    const read = anyOf(ends).read(value, path, report);
    if (read?.low === undefined || read.high === undefined) return undefined;
    if (read.low <= read.high) return { low: read.low, high: read.high };
    report({ kode: 'tak_terbaca', di: path, nilai: `${read.low} > ${read.high}`, contoh: range.example });
    return undefined;
  }
};

const sourceCode = /^[^\s\p{C}]{1,80}$/u;
const uncertaintyShapes = { rho: orNull(share), ends: tableOf(range, sourceCode, 200) };

const scenarioShapes = {
  tahun: whole(2000, 2099, 2026),
  mulai: whole(1, 12, 7),
  shocks: tableOf(shock, sourceCode, 200),
  bagian: orNull(share),
  method: choice(methods),
  dropping: choice(droppings),
  objective: choice(objectives),
  equal: flag,
  rounding: choice([1, 1000]),
  decisions: tableOf(decision, /^[^\p{C}]{1,200}$/u, mostDecisions)
};

/** A scenario as addresses and files hold it: the same shape as the model's `Scenario`, field by field. */
export type ScenarioAddress = Fields<typeof scenarioShapes> & {
  rules: Fields<typeof ruleShapes>;
  uncertainty?: Fields<typeof uncertaintyShapes>;
};

/**
 * Reads a scenario from anything at all. Never throws: what cannot be read, or is not there, is reported with its path and taken from
 * `base`; an entry of a list or table that cannot be read is left out.
 */
export function readScenario(value: unknown, base: ScenarioAddress, path: string, report: Report): ScenarioAddress {
  const rules: Shape<ScenarioAddress['rules']> = {
    example: '{}',
    read: (value, path, report) => readFields(ruleShapes, base.rules, value, { path, report })
  };
  const uncertainty: Shape<ScenarioAddress['uncertainty']> = {
    example: '{}',
    read: (value, path, report) => readFields(uncertaintyShapes, { rho: null, ends: {} }, value, { path, report })
  };
  // Scenarios that say nothing of it, as those of former times, lack nothing.
  const saysIt = isTable(value) && Object.hasOwn(value, 'uncertainty');
  const shapes = { ...scenarioShapes, rules, ...(saysIt && { uncertainty }) };
  const { uncertainty: _, ...known } = base;
  return readFields(shapes, known as ScenarioAddress, value, { path, report });
}
