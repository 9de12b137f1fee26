import { type Kysely, sql } from 'kysely';

export async function up(db: Kysely<unknown>): Promise<void> {
  for (const part of [ofLaw, own]) await part.execute(db);
}

/** 定级、补报、较大涉险、报送与调查时限, as the law has them. */
const ofLaw = sql`
  insert into rules (rule_id, value, layer, place, source, article, certainty, from_on)
  select rule_id, value::text::jsonb, 'nation', '', source, article, 'read', from_on
  from (values
    ('incidents.deathsLarger', 3, '生产安全事故报告和调查处理条例', '第三条', date '2007-06-01'),
    ('incidents.deathsMajor', 10, '生产安全事故报告和调查处理条例', '第三条', date '2007-06-01'),
    ('incidents.deathsExtraordinary', 30, '生产安全事故报告和调查处理条例', '第三条', date '2007-06-01'),
    ('incidents.seriousLarger', 10, '生产安全事故报告和调查处理条例', '第三条', date '2007-06-01'),
    ('incidents.seriousMajor', 50, '生产安全事故报告和调查处理条例', '第三条', date '2007-06-01'),
    ('incidents.seriousExtraordinary', 100, '生产安全事故报告和调查处理条例', '第三条', date '2007-06-01'),
    ('incidents.lossLarger', 10000000, '生产安全事故报告和调查处理条例', '第三条', date '2007-06-01'),
    ('incidents.lossMajor', 50000000, '生产安全事故报告和调查处理条例', '第三条', date '2007-06-01'),
    ('incidents.lossExtraordinary', 100000000, '生产安全事故报告和调查处理条例', '第三条', date '2007-06-01'),
    ('incidents.specialMinLoss', 10000, '特种设备安全监察条例', '第六十四条', date '2009-05-01'),
    ('incidents.supplementDays', 30, '生产安全事故报告和调查处理条例', '第十三条', date '2007-06-01'),
    ('incidents.supplementShortDays', 7, '生产安全事故报告和调查处理条例', '第十三条', date '2007-06-01'),
    ('incidents.atRiskPeople', 10, '生产安全事故信息报告和处置办法', '第二十六条', date '2009-07-01'),
    ('incidents.trappedPeople', 3, '生产安全事故信息报告和处置办法', '第二十六条', date '2009-07-01'),
    ('incidents.evacuatedPeople', 500, '生产安全事故信息报告和处置办法', '第二十六条', date '2009-07-01'),
    ('incidents.authorityHours', 1, '生产安全事故报告和调查处理条例', '第九条', date '2007-06-01'),
    ('incidents.followUpsPerDay', 1, '生产安全事故信息报告和处置办法', '第十一条', date '2009-07-01'),
    ('incidents.followUpsPerDayGrave', 2, '生产安全事故信息报告和处置办法', '第十一条', date '2009-07-01'),
    ('incidents.workInjuryDays', 30, '工伤保险条例', '第十七条', date '2011-01-01'),
    ('incidents.investigationDays', 60, '生产安全事故报告和调查处理条例', '第二十九条', date '2007-06-01'),
    ('incidents.extensionDays', 60, '生产安全事故报告和调查处理条例', '第二十九条', date '2007-06-01')) as row (rule_id, value, source, article, from_on)`;

const own = sql`
  insert into rules (rule_id, value, layer, place, source, certainty, from_on)
  select rule_id, value::text::jsonb, 'product', '', '产品默认值', 'own', date '2000-01-01'
  from (values
    ('incidents.minLoss', 1000000),
    ('incidents.confirmHours', 1),
    ('incidents.hqPhoneMinutes', 30),
    ('incidents.hqRecordHours', 1),
    ('incidents.hqWrittenHours', 24),
    ('incidents.investigationStartHours', 24),
    ('incidents.internalMinorDays', 15),
    ('incidents.internalDays', 30),
    ('incidents.remindMinutes', 30),
    ('incidents.escalateParentHours', 1)) as row (rule_id, value)`;
