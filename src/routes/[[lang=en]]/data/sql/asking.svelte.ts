import { onDestroy } from 'svelte';
import { afterNavigate, goto } from '$app/navigation';
import type { FreeAnswer } from '$lib/database/freeAnswer';
import type { FreeSession } from '$lib/database/freeSession';
import { statementOf, type StatementProblem } from '$lib/database/statement';
import type { Text } from '$lib/text/language';
import { notReadingText, sqlFaults, sqlText as text, wrongAtText } from '$lib/text/sqlConsole';
import { formatSqlLink, parseSqlLink } from '$lib/url/sqlLink';
import { fetchPart } from '$lib/url/fetchPart';

/** Where the console stands. What was answered before stays until there is another answer. */
export type ConsoleState =
  | { kind: 'idle' }
  /** Something to say that is no fault of the query: it came from a link, it was cancelled. */
  | { kind: 'told'; text: Text }
  /** Bytes as sent, of those expected. */
  | { kind: 'starting'; bytes: number; total: number }
  | { kind: 'running' }
  | { kind: 'stopping' }
  /** `detail` is what DuckDB says, where it says something. */
  | { kind: 'failed'; text: Text; detail: string | null };

/** An answer with the statement that asked. */
export interface Asked {
  sql: string;
  answer: FreeAnswer;
}

/** A statement that goes on for longer is stopped, in milliseconds: a forgotten tab must not heat a phone. */
const longestRun = 120_000;

const cancelled = () => new DOMException('cancelled by the reader', 'AbortError');

/** The console of the page: what is written, what runs, what was answered. Nothing runs but by `run`. Called while the page starts. */
export function sqlAsking() {
  let sql = $state('');
  let state = $state.raw<ConsoleState>({ kind: 'idle' });
  let asked = $state.raw<Asked | null>(null);
  let session: FreeSession | null = null;
  let running: AbortController | null = null;
  /** What this page itself has put into the address. */
  let written = '';

  afterNavigate(async ({ to }) => {
    const linked = await parseSqlLink(to?.url.hash ?? '');
    if (linked.problem !== null) state = { kind: 'failed', text: linked.problem, detail: null };
    if (linked.sql === null || linked.sql === sql || linked.sql === written) return;
    cancel();
    sql = linked.sql;
    state = { kind: 'told', text: text.fromLink };
  });
  onDestroy(() => {
    running?.abort(cancelled());
    session?.close();
  });

  function cancel(): void {
    if (running === null) return;
    state = { kind: 'stopping' };
    running.abort(cancelled());
  }

  async function run(): Promise<void> {
    if (running !== null) return;
    const statement = statementOf(sql);
    if (!('sql' in statement)) {
      state = { kind: 'failed', text: problemText(statement), detail: null };
      return;
    }
    const own = (running = new AbortController());
    const given = sql;
    let timer: ReturnType<typeof setTimeout> | undefined;
    try {
      state = { kind: 'starting', bytes: 0, total: 0 };
      void link();
      if (session?.isClosed) session = null;
      session ??= await open(own.signal);
      if (!own.signal.aborted) state = { kind: 'running' };
      timer = setTimeout(() => own.abort(new DOMException('too long', 'TimeoutError')), longestRun);
      asked = { sql: given, answer: await session.ask(statement, own.signal) };
      state = { kind: 'idle' };
    } catch (error) {
      state = stateAfter(error);
    } finally {
      clearTimeout(timer);
      running = null;
    }
  }

  /** The code of the engine comes with the first query. */
  async function open(signal: AbortSignal): Promise<FreeSession> {
    const { openFreeSession } = await fetchPart(() => import('$lib/database/freeSession'));
    signal.throwIfAborted();
    return openFreeSession((bytes, total) => {
      // Tables that a query names are awaited too.
      if (bytes < total && (state.kind === 'starting' || state.kind === 'running'))
        state = { kind: 'starting', bytes, total };
      else if (state.kind === 'starting' && session !== null) state = { kind: 'running' };
    }, signal);
  }

  /** Puts the query into the address behind `#`, which the browser keeps to itself, and gives the address. */
  async function link(): Promise<string> {
    const url = new URL(location.href);
    written = sql;
    url.hash = await formatSqlLink(written);
    await goto(url, { replaceState: true, noScroll: true, keepFocus: true });
    return url.href;
  }

  return {
    run,
    cancel,
    get sql() {
      return sql;
    },
    set sql(next) {
      sql = next;
      if (state.kind === 'told' || state.kind === 'failed') state = { kind: 'idle' };
    },
    get state() {
      return state;
    },
    get asked() {
      return asked;
    },
    get isBusy() {
      return state.kind === 'starting' || state.kind === 'running' || state.kind === 'stopping';
    },
    link
  };
}

function problemText(problem: StatementProblem): Text {
  return problem.kind === 'notReading' ? notReadingText(problem.word) : text[problem.kind];
}

/** By their names: the classes come with the engine. */
function stateAfter(error: unknown): ConsoleState {
  const { name, message } = error instanceof Error || error instanceof DOMException ? error : { name: '', message: '' };
  if (name === 'AbortError') return { kind: 'told', text: text.cancelled };
  if (name === 'TimeoutError') return { kind: 'told', text: text.tooLong };
  if (name === 'FreeQueryError') {
    const { place, isMemory } = error as { place: Parameters<typeof wrongAtText>[0]; isMemory: boolean } & Error;
    return { kind: 'failed', text: isMemory ? text.memory : wrongAtText(place), detail: message };
  }
  // A part of the script that did not come, as Chrome, Firefox and Safari say it.
  const isNetwork = /dynamically imported module|importing a module script failed/i.test(message);
  const fault = name === 'EngineError' ? (error as { fault: string } & Error).fault : isNetwork ? 'network' : '';
  return { kind: 'failed', text: sqlFaults[fault] ?? text.unexpected, detail: null };
}
