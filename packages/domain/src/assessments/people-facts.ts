/**
 * What measures may ask of responsible and trained people and of events. A scope is a unit that is assessed, with what lies below it and is
 * not; tables of scopes have one row for a whole scope, at the unit itself, because what they tell does not add up over its parts.
 */
export const peopleFactTables = {
  /** One for each scope. */
  scopes: {
    openedOn: 'day',
  },
  /** One for each scope and month of the trailing year that ended with the unit in operation; the running month on the last day. */
  scopeMonths: {
    monthOn: 'day',
    /** `month`, `quarter`, `half` or `year`: which kind of period the run is of. */
    periodKind: 'text',
    /** 从业人数 at the end of the month, without those of units that have a score of their own. */
    headcount: 'count',
    /** 高危行业, or with combustible dust or a like hazard where the province says so. */
    highRisk: 'flag',
    /** What staff there was at its end has been kept. */
    staffingKept: 'flag',
    /** 安全管理机构和人员 as the law asks; a post vacant for 30 days or less does not break it. */
    staffed: 'flag',
    /** 行为检查 was done in it at least once. */
    behaviourChecked: 'flag',
  },
  /** 事故事件, near misses too; duplicates are not in it. */
  incidents: {
    kind: 'text',
    stage: 'text',
    occurredOn: 'day',
    /** `unit`, `shared`, `pending` or `none`. */
    responsibility: 'text',
    /** 事故等级 as it was decided; `none` below the statutory scale, null while nobody has decided. */
    grade: 'text',
    /** Commuting, illness and crime are not. */
    production: 'flag',
    minor: 'count',
    /** With acute poisoning. */
    serious: 'count',
    /** Those after the supplement window too, which leave the grade as it is. */
    deaths: 'count',
    hurt: 'flag',
    fatal: 'flag',
    /** 119 was called, or the loss reached 10,000 yuan. */
    fire: 'flag',
    /** The loss reached 100,000 yuan, and neither a fire nor anybody hurt counts already. */
    property: 'flag',
    /** A fire that hurt somebody or cost a million. */
    graveFire: 'flag',
    /** Confirmed: its report is owed. */
    reportable: 'flag',
    reportedInTime: 'flag',
    /** 谎报、瞒报 found. */
    falsified: 'flag',
    /** 迟报 by the statutory clock, 漏报, 谎报 or 瞒报. */
    misreported: 'flag',
    /** By work without the certificate or the permit that it needs. */
    unlicensed: 'flag',
  },
  /** An accident with a death, or of 较大 and above, for which an assessed unit next below answers: at the unit above. */
  accidentsBelow: {
    occurredOn: 'day',
  },
  /** 责任书 owed on the last day: one for each person in a post for 15 days or more. */
  letters: {
    post: 'text',
    requiredOn: 'day',
    /** The letter of the year for the present post. */
    signedOn: 'day',
  },
  /** 履职清单 of main persons and leaders: duties and 五带头. */
  leaderDuties: {
    kind: 'text',
    dueOn: 'day',
    doneOn: 'day',
  },
  /** 带队检查 of a main person of the scope. */
  ledInspections: {
    doneOn: 'day',
    photographed: 'flag',
  },
  /** 新员工 by the day they joined. */
  newcomers: {
    joinedOn: 'day',
    /** The first day at work. */
    startedOn: 'day',
    passedOn: 'day',
    /** 三级安全教育 of 24 class hours or what the unit must give. */
    hoursMet: 'flag',
    /** Left within 3 days. */
    leftAtOnce: 'flag',
  },
  /** 转岗、复岗 */
  transfers: {
    kind: 'text',
    startedOn: 'day',
    passedOn: 'day',
  },
  /** 年度学时: one for each person from whom hours are required, on the last day. */
  trainingYears: {
    role: 'text',
    /** Class hours, as text. */
    owedHours: 'text',
    heardHours: 'text',
    met: 'flag',
  },
  /** Whoever worked at a certified post on some day of the period. */
  certifiedPersons: {
    post: 'text',
    fromOn: 'day',
    toOn: 'day',
    /** Without a valid certificate on some of those days. */
    lapsed: 'flag',
  },
  /** The day of the period on which the least share of a scope's certified posts was held by certified persons; none without such posts. */
  certifiedLows: {
    onDay: 'day',
    rostered: 'count',
    certified: 'count',
  },
  /** 三违 */
  violations: {
    kind: 'text',
    foundOn: 'day',
    handledOn: 'day',
    educatedOn: 'day',
  },
  /** Each person who reported a hazard by name in the period that did not prove void: once for a scope. */
  reporters: {
    firstOn: 'day',
  },
} as const;
