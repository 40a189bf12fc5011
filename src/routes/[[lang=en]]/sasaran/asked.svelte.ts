import { afterNavigate, goto } from '$app/navigation';
import { setAsBuilt } from '$lib/chart/asBuilt';
import type { Language, Text } from '$lib/text/language';
import { href } from '$lib/ui/link';
import {
  formatTargetingFilter,
  isDefaultTargeting,
  noTargetingFilter,
  noTargetingLook,
  parseTargetingFilter,
  type TargetingFilter,
  type TargetingLook
} from '$lib/url/targetingFilter';
import { EngineAnswer } from '../engineAnswer.svelte';
import { targetingQuestion, type TargetingAnswer } from './question';

/** A page of targeting: which it is, its language, and whether the extract is of the public profile. */
interface Asker {
  route: '/sasaran' | '/sasaran/bantuan';
  language: () => Language;
  bulat: boolean;
}

/** What the address of a page of targeting asks, and what the engine answered. Called while the page starts: it follows the address from then on. */
export function targetingAsked({ route, language, bulat }: Asker) {
  let filter = $state.raw<TargetingFilter>(noTargetingFilter);
  let look = $state.raw<TargetingLook>(noTargetingLook);
  let problems = $state.raw<Text[]>([]);
  let answered = $state(false);
  const engine = new EngineAnswer<TargetingAnswer>();
  const ask = targetingQuestion(bulat);
  setAsBuilt(() => !answered);

  afterNavigate(({ to }) => {
    const parsed = parseTargetingFilter(to?.url.searchParams ?? new URLSearchParams());
    const isSame = formatTargetingFilter(parsed.filter) === formatTargetingFilter(filter);
    const isOtherLook = formatTargetingFilter(filter, parsed.look) !== formatTargetingFilter(filter, look);
    ({ filter, look, problems } = parsed);
    if (!isSame || (engine.state.kind !== 'idle' && !isOtherLook)) void answer();
  });

  /** Asks again: a filter that was cancelled or failed. */
  async function answer(): Promise<void> {
    const wanted = filter;
    if (isDefaultTargeting(wanted)) return engine.reset();
    answered = true;
    await engine.ask((database) => ask(database, wanted));
  }

  function go(next: TargetingFilter, seen: TargetingLook, replaceState = false): Promise<void> {
    const search = formatTargetingFilter(next, seen);
    return goto(href(route, language(), { search }), { keepFocus: true, noScroll: true, replaceState });
  }

  return {
    engine,
    answer,
    get filter() {
      return filter;
    },
    get look() {
      return look;
    },
    /** What of the address could not be read. */
    get problems() {
      return problems;
    },
    /** Goes to another filter, looked at in the same way. */
    change: (next: TargetingFilter) => void go(next, look),
    /** Marks a region. Looking around makes no steps for the back button; what was marked last is there again after it. */
    mark: (wilayah: string) => go(filter, { ...look, wilayah }, true)
  };
}
