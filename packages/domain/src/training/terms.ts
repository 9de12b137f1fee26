import type { RuleId } from '../standards/index.ts';

/** What the rules ask of people of one unit: class hours, months and days. */
export type TrainingTerms = {
  /** 主要负责人、安全管理人员: in the year in which they take up the post, and each year after it. */
  readonly headFirst: number;
  readonly headAgain: number;
  /** 新上岗人员, all three levels together. */
  readonly newWorker: number;
  readonly workerAgain: number;
  readonly levelHours: number;
  readonly moveHours: number;
  readonly returnMonths: number;
  readonly beforeWorkDays: number;
};

type Rules = { readonly number: (ruleId: RuleId) => number | null };

/** The terms in force; 高危行业 has values of its own. A rule that says nothing asks for nothing. */
export function termsFrom(rules: Rules, highRisk: boolean): TrainingTerms {
  const hours = (base: 'headFirst' | 'headAgain' | 'newWorker' | 'workerAgain') =>
    rules.number(highRisk ? `training.${base}HoursHighRisk` : `training.${base}Hours`) ?? 0;
  return {
    headFirst: hours('headFirst'),
    headAgain: hours('headAgain'),
    newWorker: hours('newWorker'),
    workerAgain: hours('workerAgain'),
    levelHours: rules.number('training.levelHours') ?? 0,
    moveHours: rules.number('training.moveLevelHours') ?? 0,
    returnMonths: rules.number('training.returnMonths') ?? 1200,
    beforeWorkDays: rules.number('training.beforeWorkDays') ?? 0,
  };
}
