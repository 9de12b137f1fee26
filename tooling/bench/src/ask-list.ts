import autocannon from 'autocannon';

/** Asks for a page of a list in a process of its own, twenty times a second for as many seconds as the parent says, and answers with the p99 in milliseconds. */
const [url = '', cookie = ''] = process.argv.slice(2);
process.on('message', (duration: number) => void ask(duration));
process.on('disconnect', () => process.exit(0));

async function ask(duration: number): Promise<void> {
  const { latency } = await autocannon({ url, connections: 4, overallRate: 20, duration, headers: { cookie } });
  process.send?.({ p99: latency.p99 });
}
