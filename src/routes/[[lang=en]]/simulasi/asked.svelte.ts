import { afterNavigate, goto } from '$app/navigation';
import { setAsBuilt } from '$lib/chart/asBuilt';
import { addStep, redo, startHistory, undo } from '$lib/model/cuts/history';
import type { Scenario } from '$lib/model/cuts/scenario';
import { cutLabels as text } from '$lib/text/cutLabels';
import type { Text } from '$lib/text/language';
import type { ScenarioProblem } from '$lib/url/scenarioProblem';
import type { CutData } from '$lib/view/cuts';
import { isWhole } from '$lib/view/cutsFold';
import type { PlanView } from '$lib/view/cutsPlan';
import { EngineAnswer } from '../engineAnswer.svelte';
import type { Desk } from './desk';
import { fetchPart } from '$lib/url/fetchPart';

/** What the page is busy with; the old plan stays meanwhile. */
export type Work = 'idle' | 'loading' | 'solving' | 'cancelled' | 'failed';

const noData: Text = {
  id: 'Data untuk menghitung tidak dapat diambil. Periksa sambungan, lalu coba lagi.',
  en: 'The data to work with could not be had. Check the connection and try again.'
};
const noMonth: Text = {
  id: 'Tidak ada pagu yang berlaku pada bulan itu; yang tampak adalah bulan sebelumnya.',
  en: 'No pagu is in force in that month; shown is the month before.'
};

/** The fall of one source that was tried on the page of funding, `?turun=1.2.01.01.02~30`; null for any other address. */
function fallOf(search: string, base: Scenario): Scenario | null {
  const match = /^([\d.]+)~(\d{1,3})$/.exec(new URLSearchParams(search).get('turun') ?? '');
  if (match === null || Number(match[2]) > 100) return null;
  return { ...base, shocks: { [match[1]!]: { jenis: 'persen', nilai: Number(match[2]) / 100 } } };
}

/** What the page starts with, or shows after another question: the plan, and what its data leave open. */
export interface ShownCuts {
  view: PlanView;
  gaps: CutData['gaps'];
  missing: CutData['input']['missing'];
  presets: CutData['presets'];
}

/** The scenario of the page: what is asked, what is shown, and the way back. Called while the page starts. */
export function cutAsked(start: ShownCuts) {
  const first = start.view;
  let history = $state.raw(startHistory(first.scenario));
  let shown = $state.raw<ShownCuts>(start);
  let work = $state<Work>('idle');
  let problems = $state.raw<Text[]>([]);
  let answered = $state(false);
  const engine = new EngineAnswer<CutData>();
  let opened: Promise<Desk> | undefined;
  let asked = 0;
  let solving: AbortController | null = null;
  setAsBuilt(() => !answered);

  /** The desk comes with the first question; after a failure it is asked for again. */
  function desk(): Promise<Desk> {
    opened ??= Promise.all([fetchPart(() => import('./desk')), fetchPart(() => import('$lib/solver/browserSolver'))])
      .then(([{ openDesk }, { sharedCutSolver }]) => openDesk(sharedCutSolver))
      .catch((error: unknown) => {
        opened = undefined;
        throw error;
      });
    return opened;
  }

  let isWarm = false;

  /**
   * A hand on the controls is about to ask: what is shown is worked out once more meanwhile, so that code and solver are there and the
   * first answer is as quick as the others.
   */
  async function warm(): Promise<void> {
    if (isWarm || answered) return;
    isWarm = true;
    try {
      const at = await desk();
      await at.view(first.scenario, await at.solve(first.scenario, new AbortController().signal));
    } catch {
      isWarm = false; // the question says what is wrong
    }
  }

  /** Shows a plan, unless something newer is asked by the time that it is worked out; says whether it did. */
  async function show(at: Desk, scenario: Scenario, best: Parameters<Desk['view']>[1]): Promise<boolean> {
    const turn = asked;
    const view = await at.view(scenario, best);
    if (turn !== asked) return false;
    const { gaps, input, presets } = at.data(scenario);
    shown = { view, gaps, missing: input.missing, presets };
    return true;
  }

  async function answer(): Promise<void> {
    if (unread !== null) return read(unread);
    if (work === 'failed') problems = [];
    const wanted = history.present;
    const turn = ++asked;
    solving?.abort();
    const own = (solving = new AbortController());
    const isNewest = () => turn === asked;
    answered = true;
    try {
      work = 'loading';
      const at = await desk();
      if (!isNewest()) return;
      if (!at.holds(wanted) && !(await fetchData(at, wanted, isNewest))) return;
      if (!isNewest()) return;
      if (wanted.method !== 'terbaik' && !(await show(at, wanted, null))) return;
      remember(at, wanted);
      work = 'solving';
      const best = await at.solve(wanted, own.signal);
      if (!isNewest() || best === null) return;
      if (await show(at, wanted, best)) work = 'idle';
    } catch {
      if (isNewest()) await fail(wanted);
    }
  }

  /** Without data the old plan stays; without the solver the methods that need none still answer. */
  async function fail(wanted: Scenario): Promise<void> {
    work = 'failed';
    problems = [noData];
    if (opened === undefined) return;
    const at = await desk();
    const plain: Scenario = wanted.method === 'terbaik' ? { ...wanted, method: 'sebanding' } : wanted;
    if (plain !== wanted) history = addStep(history, plain);
    if (await show(at, plain, null)) problems = [text.solverFailed];
  }

  async function fetchData(at: Desk, wanted: Scenario, isNewest: () => boolean): Promise<boolean> {
    await engine.ask((database) => at.fetchData(database, wanted));
    if (!isNewest()) return false;
    if (at.holds(wanted)) return true;
    if (engine.state.kind === 'idle') problems = [noMonth];
    work = 'idle';
    history = undo(history);
    return false;
  }

  /** The page carries the first plan down to sub kegiatan; its accounts come when they are asked for. Rejects where they cannot be had. */
  async function complete(): Promise<void> {
    if (isWhole(shown.view)) return;
    const at = await desk();
    if (!isWhole(shown.view)) await show(at, first.scenario, at.start.best);
  }

  /** What of the address is ours: reading it again would answer what is answered. */
  let written: string | null = null;

  /** The address follows what is shown, without steps for the back button: undo is the way back here. */
  function remember(at: Desk, scenario: Scenario): void {
    const search = scenario === first.scenario ? '' : at.encode(scenario);
    if (search === location.search) return;
    written = search;
    const address = `${location.pathname}${search}${location.hash}`;
    void goto(address, { replaceState: true, keepFocus: true, noScroll: true });
  }

  afterNavigate(({ to, from }) => {
    const search = to?.url.search ?? '';
    if (search === written) return;
    written = search;
    if (search !== '') void read(search);
    else if (from !== null && history.present !== first.scenario) step(addStep(history, first.scenario));
  });

  /** An address that could not be read yet: to try again is to read it again. */
  let unread: string | null = null;

  /** Reads an address: first its year and month, then, with their data, the rest. */
  async function read(search: string): Promise<void> {
    unread = search;
    const turn = ++asked;
    solving?.abort();
    const isNewest = () => turn === asked;
    try {
      work = 'loading';
      const at = await desk();
      if (!isNewest()) return;
      const tried = fallOf(search, first.scenario);
      if (tried !== null) {
        unread = null;
        const [kode = ''] = Object.keys(tried.shocks);
        const isKnown = at.known(first.scenario).sources?.includes(kode) ?? true;
        if (!isKnown) await sayProblem({ kode: 'sumber_tak_ada', sumber: kode });
        else history = startHistory(tried);
        if (!isNewest()) return;
        if (isKnown) return await answer();
        work = 'idle';
        return;
      }
      const head = at.decode(search, first.scenario);
      if (!head.found) {
        unread = null;
        const turun = new URLSearchParams(search).get('turun');
        if (turun !== null)
          await sayProblem({ kode: 'tak_terbaca', di: 'turun', nilai: turun.slice(0, 40), contoh: '1.2.01.01.02~30' });
        if (isNewest()) work = 'idle';
        return;
      }
      if (!at.holds(head.scenario)) await engine.ask((database) => at.fetchData(database, head.scenario));
      const { firstOf } = await fetchPart(() => import('./desk'));
      const { scenarioProblemText, otherData, otherMonth } = await fetchPart(
        () => import('$lib/text/scenarioProblems')
      );
      if (!isNewest()) return;
      if (!at.holds(head.scenario)) {
        // Controls and plan stay as they are: another month's link is not half read. To try again is to read it again.
        const isEmpty = engine.state.kind === 'idle';
        if (isEmpty) unread = null;
        problems = [otherMonth(head.scenario, isEmpty)];
        work = 'idle';
        return;
      }
      const whole = at.decode(search, firstOf(at.data(head.scenario)));
      problems = [
        ...whole.problems.map((problem) => scenarioProblemText({ ...problem })),
        ...(whole.dataVersionMatches === false ? [otherData] : [])
      ];
      history = startHistory(whole.scenario as Scenario);
      unread = null;
      await answer();
    } catch {
      if (!isNewest()) return;
      problems = [noData];
      work = 'failed';
    }
  }

  async function sayProblem(problem: ScenarioProblem): Promise<void> {
    const { scenarioProblemText } = await fetchPart(() => import('$lib/text/scenarioProblems'));
    problems = [scenarioProblemText({ ...problem })];
  }

  function step(next: typeof history): void {
    if (next === history) return;
    history = next;
    problems = [];
    unread = null;
    void answer();
  }

  return {
    engine,
    answer,
    desk,
    complete,
    warm,
    get shown() {
      return shown.view;
    },
    /** What the data of the shown plan leave open, and what a scenario may start from there. */
    get about() {
      return shown;
    },
    get scenario() {
      return history.present;
    },
    get work() {
      return work;
    },
    get busy() {
      return work === 'loading' || work === 'solving' || engine.busy;
    },
    get problems() {
      return problems;
    },
    get canUndo() {
      return history.past.length > 0;
    },
    get canRedo() {
      return history.future.length > 0;
    },
    /** Another scenario; the same `name` in a row is one step of undo. */
    change: (scenario: Scenario, name: string | null = null) => step(addStep(history, scenario, name)),
    undo: () => step(undo(history)),
    redo: () => step(redo(history)),
    reset: () => step(addStep(history, first.scenario)),
    say: (told: Text[]) => (problems = told),
    /** Stops the solver; what was shown stays. */
    cancel: () => {
      asked++;
      solving?.abort();
      work = 'cancelled';
    }
  };
}
export type CutAsked = ReturnType<typeof cutAsked>;
