/** Answers every message of the parent with the CPU milliseconds spent since the last one. */
export function answerWithUsage(): void {
  let last = process.cpuUsage();
  process.on('message', () => {
    const { user, system } = process.cpuUsage(last);
    last = process.cpuUsage();
    process.send?.({ cpu: (user + system) / 1000 });
  });
}
