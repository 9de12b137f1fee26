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
  /** 四新、粉尘岗位、特种作业复审前: class hours; those before a review count so many days back. */
  readonly fourNewHours: number;
  readonly dustHours: number;
  readonly reviewHours: number;
  readonly reviewDays: number;
};

type Rules = { readonly number: (ruleId: RuleId) => number | null };

/** The terms in force; 高危行业 has values of its own. A rule that says nothing asks for nothing. */
export function termsFrom(rules: Rules, highRisk: boolean): TrainingTerms {
  const asked = (ruleId: RuleId) => rules.number(ruleId) ?? 0;
  const hours = (base: 'headFirst' | 'headAgain' | 'newWorker' | 'workerAgain') =>
    asked(highRisk ? `training.${base}HoursHighRisk` : `training.${base}Hours`);
  return {
    headFirst: hours('headFirst'),
    headAgain: hours('headAgain'),
    newWorker: hours('newWorker'),
    workerAgain: hours('workerAgain'),
    levelHours: asked('training.levelHours'),
    moveHours: asked('training.moveLevelHours'),
    returnMonths: rules.number('training.returnMonths') ?? 1200,
    beforeWorkDays: asked('training.beforeWorkDays'),
    fourNewHours: asked('training.fourNewHours'),
    dustHours: asked('training.dustHours'),
    reviewHours: asked('training.specialOperatorHours'),
    reviewDays: asked('training.beforeReviewDays'),
  };
}
