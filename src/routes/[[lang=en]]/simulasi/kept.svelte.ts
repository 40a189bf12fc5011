import type { Scenario } from '$lib/model/cuts/scenario';
import { freeName } from '$lib/view/cutsCompare';
import type { PlanView } from '$lib/view/cutsPlan';

/** A scenario the reader keeps to compare. */
export interface Kept {
  id: number;
  nama: string;
  scenario: Scenario;
  /** What it comes to; null until it is worked out. */
  view: PlanView | null;
}

/** Scenarios kept in this tab: in memory alone, through a change of language or page, gone when the tab closes. */
class KeptScenarios {
  list = $state.raw<readonly Kept[]>([]);
  #next = 1;

  /** Keeps a scenario under a name of its own, and gives the id. */
  keep(wanted: string, scenario: Scenario, view: PlanView | null, fallback: string): number {
    const id = this.#next++;
    this.list = [...this.list, { id, nama: freeName(wanted, this.#names(id), fallback), scenario, view }];
    return id;
  }

  /** Gives a scenario another name, changed where it is empty or taken. */
  rename(id: number, wanted: string): void {
    this.#change(id, (one) => ({ ...one, nama: freeName(wanted, this.#names(id), one.nama) }));
  }

  /** Remembers what a scenario comes to. */
  setView(id: number, view: PlanView): void {
    this.#change(id, (one) => ({ ...one, view }));
  }

  remove(id: number): void {
    this.list = this.list.filter((one) => one.id !== id);
  }

  #change(id: number, change: (one: Kept) => Kept): void {
    this.list = this.list.map((one) => (one.id === id ? change(one) : one));
  }

  #names(but: number): string[] {
    return this.list.flatMap(({ id, nama }) => (id === but ? [] : [nama]));
  }
}

/** The scenarios of this tab. Imported in the browser only. */
export const kept = new KeptScenarios();
