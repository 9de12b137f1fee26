import { type Kysely, sql } from 'kysely';

export async function up(db: Kysely<unknown>): Promise<void> {
  for (const part of [items, certificates, certifiedPosts, gate, told]) await part.execute(db);
}

/** 证书项目 are data: catalogues change. `words` are other names by which rosters call an item. */
const items = sql`
  create table certificate_items (
    code text primary key,
    kind text not null check (kind in ('specialOperation', 'specialEquipment', 'fireFacility', 'safetyManager', 'safetyEngineer')),
    name text not null,
    name_en text not null,
    words text[] not null default '{}',
    /* Work of this item is done by holders only, so that it makes a certified post. */
    certified boolean not null,
    place integer not null,
    source text not null
  );
  call house.allow('select', 'certificate_items');
  insert into certificate_items (code, kind, name, name_en, words, certified, place, source)
  select code, kind, name, name_en, string_to_array(words, '、'), kind in ('specialOperation', 'specialEquipment', 'fireFacility'),
    row_number() over ()::integer, source
  from (values
    ('1.1', 'specialOperation', '高压电工作业', 'High-voltage electrical work', '高压电工', '国家安监总局令第30号'),
    ('1.2', 'specialOperation', '低压电工作业', 'Low-voltage electrical work', '低压电工、电工、电工作业', '国家安监总局令第30号'),
    ('1.3', 'specialOperation', '防爆电气作业', 'Explosion-proof electrical work', '防爆电气、防爆电工', '国家安监总局令第30号'),
    ('2.1', 'specialOperation', '熔化焊接与热切割作业', 'Fusion welding and thermal cutting', '熔化焊接与热切割、焊工、电焊、电焊工、气焊、焊接与热切割', '国家安监总局令第30号'),
    ('2.2', 'specialOperation', '压力焊作业', 'Pressure welding', '压力焊', '国家安监总局令第30号'),
    ('2.3', 'specialOperation', '钎焊作业', 'Brazing', '钎焊', '国家安监总局令第30号'),
    ('3.1', 'specialOperation', '登高架设作业', 'Scaffolding', '登高架设、登高', '国家安监总局令第30号'),
    ('3.2', 'specialOperation', '高处安装维护拆除作业', 'Installation and maintenance at height', '高处安装维护拆除、高处作业、高处安装维护与拆除', '国家安监总局令第30号'),
    ('4.1', 'specialOperation', '制冷与空调设备运行操作', 'Operation of refrigeration and air conditioning', '制冷与空调设备运行操作作业、制冷运行、制冷与空调运行', '国家安监总局令第30号'),
    ('4.2', 'specialOperation', '制冷与空调设备安装修理', 'Installation and repair of refrigeration', '制冷与空调设备安装修理作业、制冷安装修理', '国家安监总局令第30号'),
    ('5', 'specialOperation', '煤矿安全作业', 'Coal mine work', '煤矿', '国家安监总局令第30号'),
    ('6', 'specialOperation', '金属非金属矿山安全作业', 'Mine work', '金属非金属矿山', '国家安监总局令第30号'),
    ('7', 'specialOperation', '石油天然气安全作业', 'Oil and gas work', '石油天然气', '国家安监总局令第30号'),
    ('8', 'specialOperation', '冶金（有色）生产安全作业', 'Metallurgical gas work', '冶金煤气、煤气作业', '国家安监总局令第30号'),
    ('9', 'specialOperation', '危险化学品安全作业', 'Hazardous chemicals work', '危险化学品作业', '国家安监总局令第30号'),
    ('10', 'specialOperation', '烟花爆竹安全作业', 'Fireworks work', '烟花爆竹', '国家安监总局令第30号'),
    ('A', 'specialEquipment', '特种设备安全管理', 'Special equipment safety management', '特种设备安全管理员、特种设备安全管理人员、电梯安全管理', 'TSG Z6001-2019'),
    ('G1', 'specialEquipment', '工业锅炉司炉', 'Industrial boiler operation', '锅炉司炉、司炉、司炉工', 'TSG Z6001-2019'),
    ('G3', 'specialEquipment', '锅炉水处理', 'Boiler water treatment', '水处理', 'TSG Z6001-2019'),
    ('R1', 'specialEquipment', '快开门式压力容器操作', 'Quick-opening pressure vessel operation', '快开门式压力容器、压力容器操作、压力容器', 'TSG Z6001-2019'),
    ('Q1', 'specialEquipment', '起重机指挥', 'Crane signalling', '起重指挥', 'TSG Z6001-2019'),
    ('Q2', 'specialEquipment', '起重机司机', 'Crane operation', '起重机操作、行车工、天车工', 'TSG Z6001-2019'),
    ('N1', 'specialEquipment', '叉车司机', 'Forklift operation', '叉车、叉车工、叉车证', 'TSG Z6001-2019'),
    ('T', 'specialEquipment', '电梯修理', 'Lift repair', '电梯维修、电梯', 'TSG Z6001-2019'),
    ('XF4', 'fireFacility', '消防设施操作员（中级）', 'Fire facility operator (intermediate)', '消防设施操作员、消防设施操作员中级、建构筑物消防员', '消防设施操作员国家职业技能标准'),
    ('XF5', 'fireFacility', '消防设施操作员（初级）', 'Fire facility operator (junior)', '消防设施操作员初级', '消防设施操作员国家职业技能标准'),
    ('AQ1', 'safetyManager', '主要负责人安全合格证', 'Safety certificate of a person in charge', '主要负责人、安全生产知识和管理能力考核合格证主要负责人', '安全生产法（2021年修正）'),
    ('AQ2', 'safetyManager', '安全生产管理人员合格证', 'Safety manager''s certificate', '安全管理人员、安全生产管理人员、安全员证、安全管理员证', '安全生产法（2021年修正）'),
    ('ZA1', 'safetyEngineer', '初级注册安全工程师', 'Registered safety engineer (junior)', '助理注册安全工程师', '安全生产法（2021年修正）'),
    ('ZA2', 'safetyEngineer', '中级注册安全工程师', 'Registered safety engineer', '注册安全工程师、注安师、注安', '安全生产法（2021年修正）'),
    ('ZA3', 'safetyEngineer', '高级注册安全工程师', 'Registered safety engineer (senior)', '', '安全生产法（2021年修正）')
  ) as row (code, kind, name, name_en, words, source)`;

/**
 * 证书: one row an issue; a renewal is a new row that names the one it renews. It holds on a day ⇔ issued_on ≤ day ≤ next_due_on, where
 * either may be unknown; next_due_on is the end of validity, or the review as long as that was not done. It lies where its holder does.
 */
const certificates = sql`
  create table certificates (
    id uuid primary key,
    person_id uuid not null references persons,
    /* The holder's, kept so by triggers. */
    unit_id uuid not null references units,
    unit_pos bigint not null,
    item text not null references certificate_items,
    no_sealed bytea,
    no_masked text,
    issued_on date,
    valid_until date,
    review_due_on date check (review_due_on <= valid_until),
    review_done_on date check (review_done_on <= review_due_on),
    next_due_on date generated always as (least(valid_until, case when review_done_on is null then review_due_on end)) stored,
    renews_id uuid unique references certificates,
    current boolean not null default true,
    revoked_on date,
    revoked_why text,
    photo_id uuid references evidence,
    origin text not null default 'recorded' check (origin in ('recorded', 'opening')),
    entered_on date not null,
    version integer not null default 1,
    check (issued_on <= valid_until),
    check ((no_sealed is null) = (no_masked is null)),
    check ((revoked_on is null) = (revoked_why is null))
  );
  create index certificates_of_person on certificates (person_id, item);
  create index certificates_of_item on certificates (item, next_due_on) where current;
  create index certificates_by_due on certificates (next_due_on, id) where current;
  create index certificates_of_branch on certificates (unit_pos, next_due_on) where current;
  create function house.unit_of_holder() returns trigger language plpgsql security definer set search_path = pg_catalog, public, pg_temp as $$
  begin
    select p.unit_id into strict new.unit_id from public.persons p where p.id = new.person_id;
    return new;
  end $$;
  create trigger holder before insert on certificates for each row execute function house.unit_of_holder();
  create function house.certificates_follow() returns trigger language plpgsql security definer set search_path = pg_catalog, public, pg_temp as $$
  begin
    update public.certificates set unit_id = new.unit_id where person_id = new.id;
    return null;
  end $$;
  create trigger certificates_follow after update of unit_id on persons for each row
    when (old.unit_id is distinct from new.unit_id) execute function house.certificates_follow();
  call house.scope_by_unit('certificates');
  call house.versioned('certificates', '{no_sealed,version}');
  call house.allow('select, insert, update', 'certificates');
  drop policy in_scope_read on certificates_history;
  create policy in_scope_read on certificates_history for select using ((select house.sees_all()) or exists (
    select from units where units.id = unit_id and units.lo <@ (select house.read_scope())))`;

/** 持证岗位: who is rostered at a unit on work that needs a certificate of that item. `to_on` is the first day after it. */
const certifiedPosts = sql`
  create table certified_posts (
    id uuid primary key,
    person_id uuid not null references persons,
    unit_id uuid not null references units,
    unit_pos bigint not null,
    item text not null references certificate_items,
    from_on date not null,
    to_on date check (to_on >= from_on),
    version integer not null default 1
  );
  create index certified_posts_of_branch on certified_posts (unit_pos, item, id);
  create index certified_posts_of_person on certified_posts (person_id, item);
  call house.scope_by_unit('certified_posts');
  call house.ends_with_unit('certified_posts');
  call house.versioned('certified_posts', '{version}');
  call house.allow('select, insert, update', 'certified_posts')`;

/**
 * The certificate that speaks best for a person and item on a day: one that holds, else the one that held last. An issue that was renewed
 * speaks no more from the day of its renewal on, so that a renewal which is revoked does not leave the old one behind. The gate asks it,
 * and whoever sees a certified post sees how its certificate stands, wherever its holder belongs.
 */
const gate = sql`
  create function house.certificate_stands(c certificates, on_day date) returns table (code text, told date) language sql stable as $$
    select case
        when c.revoked_on <= on_day then 'workforce.certificate_revoked'
        when c.issued_on > on_day then 'workforce.certificate_not_yet'
        when c.valid_until < on_day then 'workforce.certificate_expired'
        when c.next_due_on < on_day then 'workforce.certificate_review_missed'
      end,
      case when c.revoked_on <= on_day then c.revoked_on when c.issued_on > on_day then c.issued_on else c.next_due_on end $$;
  create function house.certificate_renewed(issue uuid, on_day date) returns boolean
    language sql stable set search_path = pg_catalog, public, pg_temp as $$
    select exists (select from certificates r where r.renews_id = issue and coalesce(r.issued_on <= on_day, true)) $$;
  create function house.best_certificates(persons uuid[], wanted text, on_day date)
    returns table (person_id uuid, certificate_id uuid, holds boolean, code text, on_date date)
    language sql stable security definer set search_path = pg_catalog, public, pg_temp as $$
    select distinct on (c.person_id) c.person_id, c.id, s.code is null, s.code, s.told
    from certificates c cross join lateral house.certificate_stands(c, on_day) s
    where c.person_id = any(persons) and c.item = wanted and not house.certificate_renewed(c.id, on_day)
    order by c.person_id, s.code is null desc, coalesce(c.next_due_on, 'infinity'::date) desc, c.id $$;
  revoke execute on function house.best_certificates from public;

  create function house.certificate_gate(persons uuid[], unit uuid, post text, certified_post text, on_day date)
    returns table (person_id uuid, code text, facts jsonb)
    language sql stable security definer set search_path = pg_catalog, public, pg_temp as $$
    select p.id, coalesce(b.code, 'workforce.certificate_missing'),
      jsonb_strip_nulls(jsonb_build_object('item', i.code, 'certificate', i.name, 'certificateEn', i.name_en, 'on', b.on_date))
    from certificate_items i
      cross join unnest(persons) as p (id)
      left join house.best_certificates(persons, certified_post, on_day) b on b.person_id = p.id
    where i.code = certified_post and b.holds is not true $$;
  call house.gate('certificates', 'house.certificate_gate');

  create function house.certified_standings(ids uuid[], on_day date)
    returns table (id uuid, name text, staff_no text, holds boolean, code text, on_date date, valid_until date, next_due_on date)
    language sql stable security definer set search_path = pg_catalog, public, pg_temp as $$
    select d.id, p.name, p.staff_no, b.id is not null and b.code is null, case when b.id is null then 'workforce.certificate_missing' else b.code end,
      b.told, b.valid_until, b.next_due_on
    from certified_posts d join persons p on p.id = d.person_id
      left join lateral (
        select c.id, c.valid_until, c.next_due_on, s.code, s.told
        from certificates c cross join lateral house.certificate_stands(c, on_day) s
        where c.person_id = d.person_id and c.item = d.item and not house.certificate_renewed(c.id, on_day)
        order by s.code is null desc, coalesce(c.next_due_on, 'infinity'::date) desc, c.id limit 1) b on true
    where d.id = any(ids) and d.unit_pos <@ house.read_scope() $$;
  revoke execute on function house.certified_standings from public;
  do $$ begin
    execute format('grant execute on function house.certified_standings to %I', (select value from house.facts where name = 'runtime_role'));
  end $$`;

/** Each telling once: the subject is a certificate, or a certified post that is blocked. */
const told = sql`
  create table certificate_reminders (
    subject_id uuid not null,
    rule text not null check (rule in ('validity', 'review', 'blocked')),
    due_on date not null,
    days integer not null,
    told_at timestamptz not null,
    primary key (subject_id, rule, due_on, days)
  );
  alter table certificate_reminders enable row level security;
  create policy by_the_clock on certificate_reminders using ((select house.sees_all())) with check ((select house.sees_all()));
  call house.allow('select, insert', 'certificate_reminders')`;
