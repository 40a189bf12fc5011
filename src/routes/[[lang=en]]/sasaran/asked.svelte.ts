import { setAsBuilt } from '$lib/chart/asBuilt';
import type { Text } from '$lib/text/language';
import {
  formatTargetingFilter,
  isDefaultTargeting,
  noTargetingFilter,
  noTargetingLook,
  parseTargetingFilter,
  type TargetingFilter,
  type TargetingLook
} from '$lib/url/targetingFilter';
import { followAddress } from '../address';
import { EngineAnswer } from '../engineAnswer.svelte';
import { targetingQuestion, type TargetingAnswer } from './question';

/**
 * What the address of a page of targeting asks, and what the engine answered. Called while the page starts: it follows the address from
 * then on. `bulat`: the extract is of the public profile.
 */
export function targetingAsked(bulat: boolean) {
  let filter = $state.raw<TargetingFilter>(noTargetingFilter);
  let look = $state.raw<TargetingLook>(noTargetingLook);
  let problems = $state.raw<Text[]>([]);
  let answered = $state(false);
  const engine = new EngineAnswer<TargetingAnswer>();
  const ask = targetingQuestion(bulat);
  setAsBuilt(() => !answered);

  const write = followAddress((search) => {
    const parsed = parseTargetingFilter(search);
    const isSame = formatTargetingFilter(parsed.filter) === formatTargetingFilter(filter);
    const isOtherLook = formatTargetingFilter(filter, parsed.look) !== formatTargetingFilter(filter, look);
    ({ filter, look, problems } = parsed);
    if (!isSame || (engine.stopped && !isOtherLook)) void answer();
  });

  /** Asks again: a filter that was cancelled or failed. */
  async function answer(): Promise<void> {
    const wanted = filter;
    if (isDefaultTargeting(wanted)) return engine.reset();
    answered = true;
    await engine.ask((database) => ask(database, wanted));
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
    change: (next: TargetingFilter) => write(formatTargetingFilter(next, look)),
    /** Marks a region. Looking around makes no steps for the back button; what was marked last is there again after it. */
    mark: (wilayah: string) => write(formatTargetingFilter(filter, { ...look, wilayah }), true)
  };
}
