/** From how many deaths, serious injuries and how much loss (分) a grade is 较大, 重大, 特别重大: lower bounds, inclusive. */
type Bands = readonly [larger: number, major: number, extraordinary: number];

/** Numbers of law and house that bind an event, as they were on its day. */
export type IncidentRules = {
  readonly bands: { readonly deaths: Bands; readonly serious: Bands; readonly lossFen: Bands };
  /** Without deaths and serious injuries an event below this loss is below the scale. In 分. */
  readonly minLossFen: number;
  readonly specialMinLossFen: number;
  readonly supplementDays: number;
  /** 道路交通、火灾. */
  readonly supplementShortDays: number;
  readonly danger: { readonly atRisk: number; readonly trapped: number; readonly evacuated: number };
  readonly clocks: {
    readonly confirmHours: number;
    readonly authorityHours: number;
    readonly hqPhoneMinutes: number;
    readonly hqRecordHours: number;
    readonly hqWrittenHours: number;
    readonly followUpsPerDay: number;
    /** 重大、特别重大. */
    readonly followUpsPerDayGrave: number;
    readonly workInjuryDays: number;
    readonly investigationStartHours: number;
    readonly investigationDays: number;
    readonly extensionDays: number;
    /** Below the scale: near misses and minor injuries, and everything else. */
    readonly internalMinorDays: number;
    readonly internalDays: number;
  };
  /** Whether a near miss waits for 责任认定 before it is closed, as every other event does. */
  readonly nearMissResponsibility: boolean;
  readonly remind: { readonly minutesBefore: number; readonly parentHours: number };
};

const yuan = 100;

/** As shipped; where the rule data say nothing, these do. */
export const defaultIncidentRules: IncidentRules = {
  bands: { deaths: [3, 10, 30], serious: [10, 50, 100], lossFen: [10_000_000 * yuan, 50_000_000 * yuan, 100_000_000 * yuan] },
  minLossFen: 1_000_000 * yuan,
  specialMinLossFen: 10_000 * yuan,
  supplementDays: 30,
  supplementShortDays: 7,
  danger: { atRisk: 10, trapped: 3, evacuated: 500 },
  clocks: {
    confirmHours: 1,
    authorityHours: 1,
    hqPhoneMinutes: 30,
    hqRecordHours: 1,
    hqWrittenHours: 24,
    followUpsPerDay: 1,
    followUpsPerDayGrave: 2,
    workInjuryDays: 30,
    investigationStartHours: 24,
    investigationDays: 60,
    extensionDays: 60,
    internalMinorDays: 15,
    internalDays: 30,
  },
  nearMissResponsibility: false,
  remind: { minutesBefore: 30, parentHours: 1 },
};
