/** How long a statement may go on after it was given up, in milliseconds. */
const grace = 1000;

/**
 * The promise, as long as it settles within a second of the signal; else `end` is called with the signal's reason, and the result rejects
 * with it. A statement that works in one step for minutes hears of no cancel, and only the end of its worker ends it.
 */
export function watched<T>(promise: Promise<T>, signal: AbortSignal, end: (reason: unknown) => void): Promise<T> {
  return new Promise((resolve, reject) => {
    let timer: ReturnType<typeof setTimeout> | undefined;
    const giveUp = () => {
      end(signal.reason);
      reject(signal.reason);
    };
    const abort = () => void (timer = setTimeout(giveUp, grace));
    if (signal.aborted) abort();
    else signal.addEventListener('abort', abort, { once: true });
    promise.then(resolve, reject).finally(() => {
      clearTimeout(timer);
      signal.removeEventListener('abort', abort);
    });
  });
}
