import { Misuse } from '../../verb.ts';

const form = /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}(?::\d{2}(?:\.\d{1,3})?)?(?:Z|[+-]\d{2}:\d{2})$/;

/** An instant with its offset, as ISO text. A day alone is none: which instant of it is meant decides what counts. */
export function instantGiven(option: string, written: string | undefined): string | undefined {
  if (written === undefined) return undefined;
  if (form.test(written) && !Number.isNaN(Date.parse(written))) return new Date(written).toISOString();
  throw new Misuse(`${option} 要写成带时区的时刻，例如 2026-11-26T18:00:00+08:00；“${written}”不是`);
}

/** What will be known at an instant to come is known to nobody. */
export function refuseAhead(option: string, instant: string | undefined, now: Date): void {
  if (instant === undefined || Date.parse(instant) <= now.getTime()) return;
  const [asked, present] = [localTime(new Date(instant)), localTime(now)];
  throw new Misuse(
    `${option} 的 ${asked} 还没有到（现在 ${present}），到那时知道什么，现在算不出来；请写已经过去的时刻，不写就按考核的截止时刻计算`,
  );
}

const shanghai = 8 * 60 * 60 * 1000;

/** The instant on the clock of Asia/Shanghai with its offset, to be written as an option again. */
export function localTime(instant: Date): string {
  const clock = new Date(instant.getTime() + shanghai).toISOString();
  return `${clock.replace(/(?:\.000)?Z$/, '')}+08:00`;
}
