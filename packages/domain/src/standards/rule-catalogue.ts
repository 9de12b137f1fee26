type Kind = {
  /** What the number counts; `word` is one of the listed words. */
  readonly unit:
    | 'people'
    | 'perMille'
    | 'days'
    | 'workdays'
    | 'hours'
    | 'yuan'
    | 'minutes'
    | 'months'
    | 'years'
    | 'share'
    | 'times'
    | 'word';
  /** Which way is stricter. `free` rules may differ in either direction. */
  readonly stricter: 'less' | 'more' | 'free';
  readonly words?: readonly string[];
};

/** Every rule whose value is data: what it counts and which way is stricter. The values themselves stand in the table `rules`. */
export const ruleCatalogue = {
  /** 配备专职安全员或机构: owed by a unit with more people than this. */
  'workforce.fullTimeAbove': { unit: 'people', stricter: 'less' },
  /** 专职安全员 per thousand people. */
  'workforce.fullTimePerMille': { unit: 'perMille', stricter: 'more' },
  /** 安全总监: owed from this many people on; high-risk units have a threshold of their own. */
  'workforce.directorFrom': { unit: 'people', stricter: 'less' },
  'workforce.directorFromHighRisk': { unit: 'people', stricter: 'less' },
  /** 安全生产委员会. */
  'workforce.committeeFrom': { unit: 'people', stricter: 'less' },
  'workforce.committeeFromHighRisk': { unit: 'people', stricter: 'less' },
  /** 放行: lasts so many days at most. */
  'workforce.overrideDays': { unit: 'days', stricter: 'less' },
  'workforce.overrideRemindDays': { unit: 'days', stricter: 'more' },
  /** 证书: years of validity by kind, years from one review to the next, and when to apply. */
  'workforce.certificateYearsOperation': { unit: 'years', stricter: 'less' },
  'workforce.certificateYearsEquipment': { unit: 'years', stricter: 'less' },
  'workforce.certificateYearsManager': { unit: 'years', stricter: 'less' },
  'workforce.certificateYearsEngineer': { unit: 'years', stricter: 'less' },
  'workforce.certificateReviewYears': { unit: 'years', stricter: 'less' },
  'workforce.certificateReviewYearsLong': { unit: 'years', stricter: 'less' },
  'workforce.certificateLongServiceYears': { unit: 'years', stricter: 'more' },
  'workforce.certificateApplyDays': { unit: 'days', stricter: 'free' },
  'workforce.certificateApplyMonthsEquipment': { unit: 'months', stricter: 'more' },
  'workforce.certificateRemindFirstDays': { unit: 'days', stricter: 'more' },
  'workforce.certificateRemindAgainDays': { unit: 'days', stricter: 'free' },
  'workforce.certificateRemindThirdDays': { unit: 'days', stricter: 'free' },
  'workforce.certificateRemindLastDays': { unit: 'days', stricter: 'free' },
  'workforce.certificateUnitHeadDays': { unit: 'days', stricter: 'less' },
  'workforce.certificateParentDays': { unit: 'days', stricter: 'less' },
  /** 安全员空缺: tolerated for so many days. */
  'workforce.vacancyDays': { unit: 'days', stricter: 'less' },
  /** 粉尘涉爆: whether such a unit counts as high-risk, as Shandong says. */
  'workforce.dustIsHighRisk': { unit: 'word', stricter: 'free', words: ['no', 'yes'] },
  /** 安全生产责任书: signed again so many days after joining or moving. */
  'responsibilities.letterDays': { unit: 'days', stricter: 'less' },
  /** 催办: told so many days before something is due; the head of the unit and of the unit above so many days after. */
  'responsibilities.remindDays': { unit: 'days', stricter: 'free' },
  'responsibilities.chaseUnitHeadDays': { unit: 'days', stricter: 'less' },
  'responsibilities.chaseParentDays': { unit: 'days', stricter: 'less' },
  /** 整改期限, natural days from the assignment; 0 is the same shift. */
  'hazards.teamDays': { unit: 'days', stricter: 'less' },
  'hazards.workshopDays': { unit: 'days', stricter: 'less' },
  'hazards.unitDays': { unit: 'days', stricter: 'less' },
  'hazards.unitLatestDays': { unit: 'days', stricter: 'less' },
  'hazards.acceptWorkdays': { unit: 'workdays', stricter: 'less' },
  'hazards.majorConfirmHours': { unit: 'hours', stricter: 'less' },
  /** 回头看: the share of each month's closures that is drawn, and when it is looked at. */
  'hazards.lookBackShare': { unit: 'share', stricter: 'more' },
  'hazards.lookBackAtLeast': { unit: 'times', stricter: 'more' },
  'hazards.lookBackFromDays': { unit: 'days', stricter: 'free' },
  'hazards.lookBackToDays': { unit: 'days', stricter: 'less' },
  'hazards.lookBackMajorToDays': { unit: 'days', stricter: 'less' },
  /** 重复隐患: found again within so many days of closing. */
  'hazards.relapseDays': { unit: 'days', stricter: 'more' },
  /** 挂牌督办. */
  'hazards.superviseOverdueDays': { unit: 'days', stricter: 'less' },
  'hazards.superviseRecurrences': { unit: 'times', stricter: 'less' },
  'hazards.superviseReportDays': { unit: 'days', stricter: 'less' },
  /** 逾期升级: so many days after the deadline the unit's head, the unit above and headquarters are told. */
  'hazards.escalateUnitHeadDays': { unit: 'days', stricter: 'less' },
  'hazards.escalateParentDays': { unit: 'days', stricter: 'less' },
  'hazards.escalateHeadquartersDays': { unit: 'days', stricter: 'less' },
  /** 定级: so many days from the report; who is told so many days after that. */
  'hazards.triageDays': { unit: 'days', stricter: 'less' },
  'hazards.triageUnitHeadDays': { unit: 'days', stricter: 'less' },
  'hazards.triageParentDays': { unit: 'days', stricter: 'less' },
  /** The same above an acceptance, an answer about 重大, a look-back and a progress report that are late. */
  'hazards.acceptUnitHeadDays': { unit: 'days', stricter: 'less' },
  'hazards.acceptParentDays': { unit: 'days', stricter: 'less' },
  'hazards.majorParentDays': { unit: 'days', stricter: 'less' },
  'hazards.majorHeadquartersDays': { unit: 'days', stricter: 'less' },
  'hazards.lookBackHeadquartersDays': { unit: 'days', stricter: 'less' },
  'hazards.superviseUnitHeadDays': { unit: 'days', stricter: 'less' },
  'hazards.superviseHeadquartersDays': { unit: 'days', stricter: 'less' },
  /** 风险复评: so many months after the last grading; who answers for it is told so many days before. */
  'risks.reviewMonths': { unit: 'months', stricter: 'less' },
  'risks.remindDays': { unit: 'days', stricter: 'more' },
  /** 管控频次: each controller of a risk looks at its place at least once in so many days. */
  'risks.lookDaysGroup': { unit: 'days', stricter: 'less' },
  'risks.lookDaysUnit': { unit: 'days', stricter: 'less' },
  'risks.lookDaysWorkshop': { unit: 'days', stricter: 'less' },
  'risks.lookDaysTeam': { unit: 'days', stricter: 'less' },
  /** 主要负责人带队检查: at least once in so many months' worth of days. */
  'inspections.leaderEveryDays': { unit: 'days', stricter: 'less' },
  'inspections.firePatrolDays': { unit: 'days', stricter: 'less' },
  'inspections.fireCheckDays': { unit: 'days', stricter: 'less' },
  /** 漏查催办: so many days after a miss that nobody has explained, the unit's head and the head of the unit above are told. */
  'inspections.chaseUnitHeadDays': { unit: 'days', stricter: 'less' },
  'inspections.chaseParentDays': { unit: 'days', stricter: 'less' },
  /** 更正检查: so many days after it was recorded its maker may put it right. */
  'inspections.correctDays': { unit: 'days', stricter: 'less' },
  /** 班后催办: so many minutes after a shift's last round was missed, the head of the unit above is told. */
  'inspections.chaseParentMinutes': { unit: 'minutes', stricter: 'less' },
  /** 灭火器: so many years after manufacture it is scrapped, first serviced, and serviced again after each service, by what it is filled with. */
  'equipment.scrapYearsWater': { unit: 'years', stricter: 'less' },
  'equipment.scrapYearsPowder': { unit: 'years', stricter: 'less' },
  'equipment.scrapYearsCleanGas': { unit: 'years', stricter: 'less' },
  'equipment.scrapYearsCo2': { unit: 'years', stricter: 'less' },
  'equipment.serviceYearsWater': { unit: 'years', stricter: 'less' },
  'equipment.serviceYearsPowder': { unit: 'years', stricter: 'less' },
  'equipment.serviceYearsCleanGas': { unit: 'years', stricter: 'less' },
  'equipment.serviceYearsCo2': { unit: 'years', stricter: 'less' },
  'equipment.serviceAgainYearsWater': { unit: 'years', stricter: 'less' },
  'equipment.serviceAgainYearsPowder': { unit: 'years', stricter: 'less' },
  'equipment.serviceAgainYearsCleanGas': { unit: 'years', stricter: 'less' },
  'equipment.serviceAgainYearsCo2': { unit: 'years', stricter: 'less' },
  /** 点检: look-overs of a piece of fire equipment owed in a month; two where the rule book wants half-monthly ones. */
  'equipment.spotChecksPerMonth': { unit: 'times', stricter: 'more' },
  /** 到期提醒 so many days ahead, once more so many days ahead, and who is told so many days after. */
  'equipment.remindFirstDays': { unit: 'days', stricter: 'more' },
  'equipment.remindAgainDays': { unit: 'days', stricter: 'free' },
  'equipment.escalateUnitHeadDays': { unit: 'days', stricter: 'less' },
  'equipment.escalateParentDays': { unit: 'days', stricter: 'less' },
  /** 学时: class hours of 主要负责人 and 安全管理人员 at first and each year again, of new workers and of workers each year. */
  'training.headFirstHours': { unit: 'hours', stricter: 'more' },
  'training.headFirstHoursHighRisk': { unit: 'hours', stricter: 'more' },
  'training.headAgainHours': { unit: 'hours', stricter: 'more' },
  'training.headAgainHoursHighRisk': { unit: 'hours', stricter: 'more' },
  'training.newWorkerHours': { unit: 'hours', stricter: 'more' },
  'training.newWorkerHoursHighRisk': { unit: 'hours', stricter: 'more' },
  'training.workerAgainHours': { unit: 'hours', stricter: 'more' },
  'training.workerAgainHoursHighRisk': { unit: 'hours', stricter: 'more' },
  /** 特种作业复审 needs so many class hours. */
  'training.specialOperatorHours': { unit: 'hours', stricter: 'more' },
  /** Hours held so many days before the review count for it, and are owed from then on. */
  'training.beforeReviewDays': { unit: 'days', stricter: 'free' },
  /** 四新、粉尘作业岗位: class hours before the first use and before the post. */
  'training.fourNewHours': { unit: 'hours', stricter: 'more' },
  'training.dustHours': { unit: 'hours', stricter: 'more' },
  /** 三级教育: each level at least; 转岗、复岗: workshop and team level each. */
  'training.levelHours': { unit: 'hours', stricter: 'more' },
  'training.moveLevelHours': { unit: 'hours', stricter: 'more' },
  /** 复岗: away for so many months or longer. */
  'training.returnMonths': { unit: 'months', stricter: 'less' },
  /** While nobody has said when a person began to work, so many days after joining, moving or coming back. */
  'training.beforeWorkDays': { unit: 'days', stricter: 'less' },
  'training.remindDays': { unit: 'days', stricter: 'more' },
  /** 考试及格线, as a share of the full marks. */
  'training.passMark': { unit: 'share', stricter: 'more' },
  /** 三违再教育: so many days after it was found; repeats within so many months mean re-training within so many days. */
  'training.reEducateDays': { unit: 'days', stricter: 'less' },
  'training.repeatViolations': { unit: 'times', stricter: 'less' },
  'training.repeatMonths': { unit: 'months', stricter: 'more' },
  'training.retrainDays': { unit: 'days', stricter: 'less' },
  /** Reminded of so many days ahead; the unit's head and the unit above are told so many days after. */
  'training.violationRemindDays': { unit: 'days', stricter: 'more' },
  'training.violationUnitHeadDays': { unit: 'days', stricter: 'less' },
  'training.violationParentDays': { unit: 'days', stricter: 'less' },
  /** 值班: signed in within so many minutes; an empty seat is told of so many hours ahead. */
  'workforce.watchCheckInMinutes': { unit: 'minutes', stricter: 'less' },
  'workforce.watchUncoveredHours': { unit: 'hours', stricter: 'more' },
  /** 排班: so many days before a month begins its roster should stand. */
  'workforce.watchPlanDays': { unit: 'days', stricter: 'more' },
  /** 整改措施: whoever owes it is reminded so many days ahead, a submission is verified within so many, who is told so many days after. */
  'actions.remindDays': { unit: 'days', stricter: 'free' },
  'actions.verifyDays': { unit: 'days', stricter: 'less' },
  'actions.escalateUnitHeadDays': { unit: 'days', stricter: 'less' },
  'actions.escalateParentDays': { unit: 'days', stricter: 'less' },
  /** 事故定级、较大涉险、补报、报送时限、调查期限. Loss in 元. */
  'incidents.deathsLarger': { unit: 'people', stricter: 'free' },
  'incidents.deathsMajor': { unit: 'people', stricter: 'free' },
  'incidents.deathsExtraordinary': { unit: 'people', stricter: 'free' },
  'incidents.seriousLarger': { unit: 'people', stricter: 'free' },
  'incidents.seriousMajor': { unit: 'people', stricter: 'free' },
  'incidents.seriousExtraordinary': { unit: 'people', stricter: 'free' },
  'incidents.lossLarger': { unit: 'yuan', stricter: 'free' },
  'incidents.lossMajor': { unit: 'yuan', stricter: 'free' },
  'incidents.lossExtraordinary': { unit: 'yuan', stricter: 'free' },
  'incidents.minLoss': { unit: 'yuan', stricter: 'free' },
  'incidents.specialMinLoss': { unit: 'yuan', stricter: 'free' },
  'incidents.supplementDays': { unit: 'days', stricter: 'free' },
  'incidents.supplementShortDays': { unit: 'days', stricter: 'free' },
  'incidents.atRiskPeople': { unit: 'people', stricter: 'less' },
  'incidents.trappedPeople': { unit: 'people', stricter: 'less' },
  'incidents.evacuatedPeople': { unit: 'people', stricter: 'less' },
  'incidents.authorityHours': { unit: 'hours', stricter: 'less' },
  'incidents.followUpsPerDay': { unit: 'times', stricter: 'more' },
  'incidents.followUpsPerDayGrave': { unit: 'times', stricter: 'more' },
  'incidents.workInjuryDays': { unit: 'days', stricter: 'less' },
  'incidents.investigationDays': { unit: 'days', stricter: 'less' },
  'incidents.extensionDays': { unit: 'days', stricter: 'less' },
  'incidents.confirmHours': { unit: 'hours', stricter: 'less' },
  'incidents.hqPhoneMinutes': { unit: 'minutes', stricter: 'less' },
  'incidents.hqRecordHours': { unit: 'hours', stricter: 'less' },
  'incidents.hqWrittenHours': { unit: 'hours', stricter: 'less' },
  'incidents.investigationStartHours': { unit: 'hours', stricter: 'less' },
  'incidents.internalMinorDays': { unit: 'days', stricter: 'less' },
  'incidents.internalDays': { unit: 'days', stricter: 'less' },
  /** 未遂事件: whether it waits for 责任认定 before it is closed. */
  'incidents.nearMissResponsibility': { unit: 'word', stricter: 'free', words: ['no', 'yes'] },
  'incidents.remindMinutes': { unit: 'minutes', stricter: 'free' },
  'incidents.escalateParentHours': { unit: 'hours', stricter: 'less' },
  /** 预案备案. */
  'drills.planFileWorkdays': { unit: 'workdays', stricter: 'less' },
  'access.passwordProfile': { unit: 'word', stricter: 'free', words: ['dengbao', 'asvs'] },
} as const satisfies Record<`${string}.${string}`, Kind>;

export type RuleId = keyof typeof ruleCatalogue;
export const ruleIds = Object.keys(ruleCatalogue) as [RuleId, ...RuleId[]];
export type RuleValue = number | string;

export function kindOfRule(ruleId: RuleId): Kind {
  return ruleCatalogue[ruleId];
}

/** Whether `value` can be the value of this rule: a share lies in 0..1, people and days are whole and not negative. */
export function fitsRule(ruleId: RuleId, value: RuleValue): boolean {
  const { unit, words = [] } = kindOfRule(ruleId);
  return typeof value === 'string' ? words.includes(value) : unit !== 'word' && value >= 0 && fitsUnit(unit, value);
}

function fitsUnit(unit: Kind['unit'], value: number): boolean {
  if (unit === 'share') return value <= 1;
  return unit === 'perMille' ? Number.isFinite(value) : Number.isSafeInteger(value);
}

/** Whether `value` asks less of people than `than` does. */
export function isLaxer(ruleId: RuleId, value: RuleValue, than: RuleValue): boolean {
  const { stricter } = kindOfRule(ruleId);
  if (stricter === 'free' || typeof value !== 'number' || typeof than !== 'number') return false;
  return stricter === 'less' ? value > than : value < than;
}
