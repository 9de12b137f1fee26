import type * as zhCN from '../zh-CN/standards.ts';

type Same<Part extends object> = Record<keyof Part, string>;

export const refusals = {
  'standards.clause_not_found': 'There is no clause {code}',
  'standards.rule_not_found': 'No such value, or it is a default of the product, which can only be replaced',
  'standards.rule_ended': 'This value ended on {to}',
  'standards.wrong_value': 'The rule cannot have this value',
  'standards.laxer': 'A lower layer may only be stricter; to relax a rule, headquarters must say so explicitly',
  'standards.wrong_place': 'Choose the province, city or unit that belongs to this layer',
  'standards.headquarters_only': 'Clauses, rules and the work calendar are kept by headquarters',
  'standards.not_in_year': '{day} does not lie in {year}',
  'standards.day_twice': '{day} is given twice',
  'standards.reason_missing': 'Say why, where no official notice says so',
  'standards.before_last_version': 'The first day must lie after that of the last version ({last})',
} satisfies Same<typeof zhCN.refusals>;

export const rules = {
  'workforce.fullTimeAbove': 'Full-time safety staff owed above',
  'workforce.fullTimePerMille': 'Full-time safety staff per thousand',
  'workforce.directorFrom': 'Safety director owed from',
  'workforce.directorFromHighRisk': 'Safety director owed from (high risk)',
  'workforce.committeeFrom': 'Safety committee owed from',
  'workforce.committeeFromHighRisk': 'Safety committee owed from (high risk)',
  'workforce.overrideDays': 'Longest override of a gate',
  'responsibilities.letterDays': 'Responsibility letter after joining or moving',
  'hazards.teamDays': 'Time to fix, team level',
  'hazards.workshopDays': 'Time to fix, workshop level',
  'hazards.unitDays': 'Time to fix, unit level',
  'hazards.unitLatestDays': 'Longest time to fix, unit level',
  'hazards.acceptWorkdays': 'Time to accept',
  'hazards.majorConfirmHours': 'Time to confirm a major hazard',
  'hazards.lookBackShare': 'Share drawn for look-back each month',
  'hazards.lookBackAtLeast': 'Fewest drawn for look-back each month',
  'hazards.lookBackFromDays': 'Look-back earliest after closing',
  'hazards.lookBackToDays': 'Look-back latest after closing',
  'hazards.lookBackMajorToDays': 'Look-back latest after closing, major',
  'hazards.relapseDays': 'Counts as the same hazard again within',
  'hazards.superviseOverdueDays': 'Listed for supervision when overdue by',
  'hazards.superviseRecurrences': 'Listed for supervision after recurrences',
  'hazards.superviseReportDays': 'Progress of supervision reported every',
  'hazards.escalateUnitHeadDays': 'Overdue: the head of the unit is told after',
  'hazards.escalateParentDays': 'Overdue: the unit above is told after',
  'hazards.escalateHeadquartersDays': 'Overdue: headquarters is told after',
  'hazards.triageDays': 'Time to triage after the report',
  'hazards.triageUnitHeadDays': 'Triage overdue: the head of the unit is told after',
  'hazards.triageParentDays': 'Triage overdue: the unit above is told after',
  'hazards.acceptUnitHeadDays': 'Acceptance overdue: the head of the unit is told after',
  'hazards.acceptParentDays': 'Acceptance overdue: the unit above is told after',
  'hazards.majorParentDays': 'Major hazard unanswered: the unit above is told after',
  'hazards.majorHeadquartersDays': 'Major hazard unanswered: headquarters is told after',
  'hazards.lookBackHeadquartersDays': 'Look-back overdue: headquarters is told after',
  'hazards.superviseUnitHeadDays': 'Progress not reported: the head of the unit is told after',
  'hazards.superviseHeadquartersDays': 'Progress not reported: headquarters is told after',
  'risks.reviewMonths': 'Months between gradings of a risk',
  'risks.remindDays': 'Reminder before a risk is due for review',
  'inspections.leaderEveryDays': 'Inspection led by the main person every',
  'inspections.firePatrolDays': 'Fire patrol every (key units)',
  'inspections.fireCheckDays': 'Fire check every',
  'inspections.chaseUnitHeadDays': 'Missed checks climb to the head of the unit',
  'inspections.chaseParentDays': 'Missed checks climb to the unit above',
  'equipment.scrapYearsWater': 'Scrapping of water (foam) extinguishers',
  'equipment.scrapYearsPowder': 'Scrapping of powder extinguishers',
  'equipment.scrapYearsCleanGas': 'Scrapping of clean gas extinguishers',
  'equipment.scrapYearsCo2': 'Scrapping of CO₂ extinguishers',
  'equipment.serviceYearsWater': 'First service of water (foam) extinguishers',
  'equipment.serviceYearsPowder': 'First service of powder extinguishers',
  'equipment.serviceYearsCleanGas': 'First service of clean gas extinguishers',
  'equipment.serviceYearsCo2': 'First service of CO₂ extinguishers',
  'equipment.serviceAgainYearsWater': 'Later services of water (foam) extinguishers',
  'equipment.serviceAgainYearsPowder': 'Later services of powder extinguishers',
  'equipment.serviceAgainYearsCleanGas': 'Later services of clean gas extinguishers',
  'equipment.serviceAgainYearsCo2': 'Later services of CO₂ extinguishers',
  'equipment.spotChecksPerMonth': 'Monthly look-overs of fire equipment',
  'equipment.remindFirstDays': 'Reminder ahead of what equipment is due for',
  'equipment.remindAgainDays': 'Second reminder ahead of it',
  'equipment.escalateUnitHeadDays': 'Overdue equipment told to the unit head',
  'equipment.escalateParentDays': 'Overdue equipment told to the unit above',
  'training.headFirstHours': 'Class hours of principals and safety managers at first',
  'training.headFirstHoursHighRisk': 'Class hours of principals and safety managers at first (high-risk)',
  'training.headAgainHours': 'Class hours of principals and safety managers each year',
  'training.headAgainHoursHighRisk': 'Class hours of principals and safety managers each year (high-risk)',
  'training.newWorkerHours': 'Class hours of new workers',
  'training.newWorkerHoursHighRisk': 'Class hours of new workers (high-risk)',
  'training.workerAgainHours': 'Class hours of workers each year',
  'training.workerAgainHoursHighRisk': 'Class hours of workers each year (high-risk)',
  'training.specialOperatorHours': 'Class hours before the review of a special operator',
  'training.levelHours': 'Class hours of each level of onboarding',
  'training.moveLevelHours': 'Class hours of each level after a move or return',
  'training.returnMonths': 'Away so long before return training is owed',
  'training.beforeWorkDays': 'Deadline of training before work, when no appointment says when',
  'training.remindDays': 'Training is reminded of ahead',
  'drills.planFileWorkdays': 'Emergency plan filed within',
  'access.passwordProfile': 'Password rules',
} satisfies Same<typeof zhCN.rules>;

export const counts = {
  people: 'people',
  perMille: '‰',
  days: 'days',
  workdays: 'working days',
  hours: 'hours',
  months: 'months',
  years: 'years',
  share: 'share',
  times: 'times',
  word: 'choice',
} satisfies Same<typeof zhCN.counts>;

export const layers = {
  product: 'Product default',
  nation: 'Nation',
  province: 'Province',
  city: 'City',
  group: 'Group',
  unit: 'Unit',
} satisfies Same<typeof zhCN.layers>;

export const certainties = {
  read: 'Text checked',
  quoted: 'Quoted by another document',
  remembered: 'To be checked',
  own: 'Product default without a legal source',
} satisfies Same<typeof zhCN.certainties>;

export const clauseKinds = {
  law: 'Law',
  regulation: 'Regulation',
  standard: 'Standard',
  internal: 'Internal rule',
} satisfies Same<typeof zhCN.clauseKinds>;

export const dayKinds = { work: 'Working day', rest: 'Rest day' } satisfies Same<typeof zhCN.dayKinds>;

export const words = { dengbao: 'Classified protection', asvs: 'OWASP ASVS' } satisfies Same<typeof zhCN.words>;

export { desk } from './standards/desk.ts';
