import { render } from 'svelte/server';
import { expect, test } from 'vitest';
import Bridge from '$lib/chart/Bridge.svelte';
import BulletCell from '$lib/chart/BulletCell.svelte';
import MonthBars from '$lib/chart/MonthBars.svelte';
import SCurve from '$lib/chart/SCurve.svelte';
import type { BridgeStep } from '$lib/chart/bridge';
import type { SCurveData } from '$lib/chart/sCurve';

const data: SCurveData = {
  tahun: 2026,
  realisasi: [0.01, null, 0.09, null, null, null, null, null, null, null, null, null],
  rencana: [0.02, 0.05, 0.1, 0.2, 0.3, 0.4, 0.5, 0.6, 0.7, 0.8, 0.9, 0.97],
  past: [],
  forecast: null
};
const steps: BridgeStep[] = [
  { key: 'murni', label: 'Murni', rupiah: 62.4e9, kind: 'total' },
  { key: 'r', label: 'Realisasi', rupiah: -51.8e9, kind: 'use' },
  { key: 'sisa', label: 'Sisa bebas', rupiah: 10.6e9, kind: 'total' }
];

/** The page's policy allows no style attribute, and a drawing must not carry what a machine says for "unknown". */
function clean(html: string): string {
  expect(html).not.toMatch(/\sstyle=/);
  expect(html).not.toMatch(/NaN|undefined|Infinity/);
  return html.replaceAll('\u00a0', ' ');
}

/** One of the three drawings, without the classes the compiler adds and without the markers of hydration. */
function drawing(html: string, name: 'phone' | 'tablet' | 'desk'): string {
  const start = html.indexOf(`class="drawing ${name}`);
  return html
    .slice(start, html.indexOf('</svg>', start))
    .replaceAll(/<!--.*?-->/g, '')
    .replaceAll(/ ?svelte-\w+/g, '');
}

test('the S-curve draws three times, names itself, and works without a script', () => {
  const html = clean(render(SCurve, { props: { language: 'id', data, label: 'Realisasi sesuai rencana kas' } }).body);
  expect(html.match(/role="img"/g)).toHaveLength(3);
  expect(html.match(/aria-label="Realisasi sesuai rencana kas"/g)).toHaveLength(3);
  expect(html).not.toContain('role="slider"');
  const desk = drawing(html, 'desk');
  expect(desk).toContain('Mar 2026: 9,0 %');
  expect(desk).toContain('1,0 poin di bawah rencana kas');
  expect(desk).toContain('Rencana kas 97 %');
  expect(desk).toContain('class="gap"');
  expect(drawing(html, 'phone')).not.toContain('Rencana kas 97 %');
});

test('the S-curve of nothing is still a picture of axes', () => {
  const nothing = { tahun: 2026, realisasi: [], rencana: [], past: [], forecast: null };
  expect(clean(render(SCurve, { props: { language: 'en', data: nothing, label: 'No data' } }).body)).toContain('100%');
});

test('the bridge labels its steps with signs, and says nothing of a difference when there is none', () => {
  const html = clean(render(Bridge, { props: { language: 'id', steps, label: 'Dari pagu ke sisa' } }).body);
  for (const value of ['62,4', '−51,8', '10,6', 'Rp62.400.000.000']) expect(html).toContain(value);
  expect(html).not.toContain('Selisih');
});

test('a bridge that does not add up says so beneath', () => {
  const wrong = steps.map((step) => (step.key === 'sisa' ? { ...step, rupiah: 10e9 } : step));
  expect(clean(render(Bridge, { props: { language: 'id', steps: wrong, label: 'x' } }).body)).toContain(
    'Selisih: −Rp600.000.000'
  );
});

test('month bars: a month without a file is an outline with its reason', () => {
  const months = Array.from({ length: 12 }, (_, index) => ({
    bulan: index + 1,
    rupiah: index === 2 ? null : index * 1e8
  }));
  const html = clean(
    render(MonthBars, { props: { language: 'id', months, mean: 5e8, label: 'Belanja tiap bulan' } }).body
  );
  expect(html).toContain('Maret: belum ada data');
  expect(html).toContain('rata-rata 0,5');
  expect(html).toContain('Desember: Rp1.100.000.000');
});

test.for([
  { name: 'both known', rate: 0.613, plan: 0.68, label: '61,3 % terpakai, rencana 68,0 %' },
  { name: 'no data', rate: null, plan: null, label: 'belum ada data, rencana –' }
])('a bullet says its values: $name', ({ rate, plan, label }) => {
  expect(clean(render(BulletCell, { props: { language: 'id', rate, plan } }).body)).toContain(`aria-label="${label}"`);
});
