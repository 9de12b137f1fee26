import { dayIn } from '../kernel/index.ts';
import type { ClockCode } from './clocks.ts';
import type { Recipient, ReportChannel, ReportKind } from './kinds.ts';

export type MadeReport = {
  readonly id: string;
  readonly recipient: Recipient;
  readonly kind: ReportKind;
  readonly channel: ReportChannel;
  readonly reportedAt: Date;
};

export type OpenClock = { readonly id: string; readonly code: ClockCode; readonly key: string; readonly startsAt: Date };

export type Settled = { readonly clockId: string; readonly reportId: string; readonly metAt: Date };

/** Which reports meet which open clocks: the earliest that fits. One report may meet several clocks, but only one 续报 of its day and one 工伤认定申请. */
export function settleClocks(
  clocks: readonly OpenClock[],
  reports: readonly MadeReport[],
  spent: ReadonlySet<string> = new Set(),
): Settled[] {
  const inOrder = reports.toSorted((a, b) => a.reportedAt.getTime() - b.reportedAt.getTime());
  const used = new Set(spent);
  return clocks.flatMap((clock) => {
    const report = inOrder.find((each) => meets(clock, each) && !(isMetSingly(clock.code) && used.has(each.id)));
    if (report === undefined) return [];
    if (isMetSingly(clock.code)) used.add(report.id);
    return [{ clockId: clock.id, reportId: report.id, metAt: report.reportedAt }];
  });
}

/** Each of these takes a report of its own. */
export function isMetSingly(code: ClockCode): boolean {
  return code === 'followUp' || code === 'workInjury';
}

type Fits = (clock: OpenClock, report: MadeReport) => boolean;

const to =
  (recipient: Recipient): Fits =>
  (_, report) =>
    report.recipient === recipient;

const never: Fits = () => false;

/** What is not met by a report (a confirmation, a record, an investigation) is met by the act itself. */
const fits: Readonly<Record<ClockCode, Fits>> = {
  confirm: never,
  county: to('emergency'),
  province: to('provincialEmergency'),
  fireBrigade: to('fireBrigade'),
  marketRegulator: to('marketRegulator'),
  hqPhone: (_, report) => report.recipient === 'headquarters' && (report.channel === 'phone' || report.channel === 'inPerson'),
  hqRecord: never,
  hqWritten: (_, report) => report.recipient === 'headquarters' && (report.channel === 'written' || report.kind === 'written'),
  followUp: ({ key }, report) =>
    report.recipient === 'emergency' && report.kind === 'followUp' && key.startsWith(`${dayIn(report.reportedAt)}#`),
  casualtyChange: ({ startsAt }, report) =>
    report.recipient === 'emergency' && report.kind === 'casualtyChange' && report.reportedAt >= startsAt,
  workInjury: to('socialInsurance'),
  investigationStart: never,
  investigationReport: never,
};

function meets(clock: OpenClock, report: MadeReport): boolean {
  return fits[clock.code](clock, report);
}
