import { type Kysely, sql } from 'kysely';

export async function up(db: Kysely<unknown>): Promise<void> {
  for (const part of [rules, imports]) await part.execute(db);
}

/** Years of extinguishers, monthly look-overs, and when people are reminded. */
const rules = sql`
  insert into rules (rule_id, value, layer, place, source, article, certainty, from_on)
  select rule_id, years::text::jsonb, 'nation', '', 'GB 50444-2008', article, 'remembered', date '2008-11-01'
  from (values
    ('equipment.scrapYearsWater', 6, '5.4.3'), ('equipment.scrapYearsPowder', 10, '5.4.3'),
    ('equipment.scrapYearsCleanGas', 10, '5.4.3'), ('equipment.scrapYearsCo2', 12, '5.4.3'),
    ('equipment.serviceYearsWater', 3, '5.3.2'), ('equipment.serviceYearsPowder', 5, '5.3.2'),
    ('equipment.serviceYearsCleanGas', 5, '5.3.2'), ('equipment.serviceYearsCo2', 5, '5.3.2'),
    ('equipment.serviceAgainYearsWater', 1, '5.3.2'), ('equipment.serviceAgainYearsPowder', 2, '5.3.2'),
    ('equipment.serviceAgainYearsCleanGas', 2, '5.3.2'), ('equipment.serviceAgainYearsCo2', 2, '5.3.2'),
    ('equipment.spotChecksPerMonth', 1, '5.2')) as row (rule_id, years, article);
  insert into rules (rule_id, value, layer, place, source, article, certainty, from_on) values
    ('equipment.remindFirstDays', '30', 'nation', '', '特种设备安全法', '第四十条', 'read', date '2014-01-01');
  insert into rules (rule_id, value, layer, place, source, certainty, from_on)
  select rule_id, days::text::jsonb, 'product', '', '产品默认值', 'own', date '2000-01-01'
  from (values ('equipment.remindFirstDays', 30), ('equipment.remindAgainDays', 7),
    ('equipment.escalateUnitHeadDays', 1), ('equipment.escalateParentDays', 7)) as row (rule_id, days)`;

/** 特种设备台账、消防器材台账 come in like the other ledgers. */
const imports = sql`
  alter table import_batches drop constraint import_batches_kind_check;
  alter table import_batches add constraint import_batches_kind_check
    check (kind in ('units', 'workforce', 'hazards', 'risks', 'specialEquipment', 'fireEquipment'))`;
