/** Milliseconds after which a step is the last of its task. */
const longest = 12;

/** Works out steps until they end, in tasks of about `longest`: between two of them whatever the reader did is answered. */
export async function inShortTasks<Result>(steps: Iterator<unknown, Result>): Promise<Result> {
  let begun = performance.now();
  for (;;) {
    const step = steps.next();
    if (step.done) return step.value;
    if (performance.now() - begun < longest) continue;
    await nextTask();
    begun = performance.now();
  }
}

/** Resolves in a task of its own, without the delay that browsers add to timers set within timers. */
function nextTask(): Promise<void> {
  return new Promise((resolve) => {
    const { port1, port2 } = new MessageChannel();
    port1.onmessage = () => {
      port1.close();
      resolve();
    };
    port2.postMessage(null);
  });
}
