import { setTimeout as after } from 'node:timers/promises';

/**
 * Asks for a page of a list in a process of its own, twenty times a second at even distances, whatever became of those before,
 * for as many seconds as the parent says; answers with the p99 in milliseconds, each counted from when it was due.
 */
const [url = '', cookie = ''] = process.argv.slice(2);
const every = 50;
process.on('message', (seconds: number) => void ask(seconds));
process.on('disconnect', () => process.exit(0));

async function ask(seconds: number): Promise<void> {
  const began = performance.now();
  const due = Array.from({ length: (seconds * 1000) / every }, (_, at) => began + at * every);
  const times = await Promise.all(due.map(timed));
  process.send?.({ p99: Math.round(times.toSorted((a, b) => a - b)[Math.floor(times.length * 0.99)] ?? 0) });
}

async function timed(due: number): Promise<number> {
  await after(Math.max(0, due - performance.now()));
  const answer = await fetch(url, { headers: { cookie } });
  if (!answer.ok) throw new Error(`${url} answered ${answer.status}`);
  await answer.text();
  return performance.now() - due;
}
