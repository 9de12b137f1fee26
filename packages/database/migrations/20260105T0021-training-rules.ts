import { type Kysely, sql } from 'kysely';

export async function up(db: Kysely<unknown>): Promise<void> {
  for (const part of [nation, places, own]) await part.execute(db);
}

/** 学时 (生产经营单位安全培训规定): class hours of 45 minutes, for units in general and for 高危行业. */
const nation = sql`
  insert into rules (rule_id, value, layer, place, source, article, certainty, from_on)
  select rule_id, worth::text::jsonb, 'nation', '', '生产经营单位安全培训规定', article, 'quoted', date '2015-07-01'
  from (values
    ('training.headFirstHours', 32, '第九条'), ('training.headFirstHoursHighRisk', 48, '第九条'),
    ('training.headAgainHours', 12, '第九条'), ('training.headAgainHoursHighRisk', 16, '第九条'),
    ('training.newWorkerHours', 24, '第十三条'), ('training.newWorkerHoursHighRisk', 72, '第十三条'),
    ('training.workerAgainHoursHighRisk', 20, '第十三条'),
    ('training.returnMonths', 12, '第十七条')) as row (rule_id, worth, article);
  insert into rules (rule_id, value, layer, place, source, article, certainty, from_on) values
    ('training.specialOperatorHours', '8', 'nation', '', '特种作业人员安全技术培训考核管理规定', '第二十三条', 'read', date '2010-07-01')`;

/** 离岗返岗: provinces and cities that ask for it sooner. */
const places = sql`
  insert into rules (rule_id, value, layer, place, source, article, certainty, from_on) values
    ('training.returnMonths', '6', 'province', '山东省', '山东省安全生产条例', '第二十八条', 'read', date '2022-03-01'),
    ('training.returnMonths', '6', 'city', '宁波市', '宁波市安全生产条例', '第十二条', 'read', date '2023-01-01')`;

const own = sql`
  insert into rules (rule_id, value, layer, place, source, certainty, from_on)
  select rule_id, worth::text::jsonb, 'product', '', '产品默认值', 'own', date '2000-01-01'
  from (values ('training.workerAgainHours', 8), ('training.workerAgainHoursHighRisk', 20), ('training.levelHours', 8),
    ('training.moveLevelHours', 4), ('training.beforeWorkDays', 7), ('training.remindDays', 3)) as row (rule_id, worth)`;
