import { given, type Given, test } from '@changming/application/testing';
import type { House } from '@changming/application/context';
import type { Database } from '@changming/database';
import { describe, expect } from 'vitest';

import { askerOn, givenHazardRow, givenToken } from '../../testing/readers.ts';

let units: Given;
let token = '';
let days: string[] = [];

/** Nine hazards of two branches, found on three days. */
async function stage(house: House, owner: Database) {
  if (token === '') {
    units = await given.group(owner);
    token = await givenToken(owner, units.root);
    days = ['2026-01-05', '2026-01-06', '2026-01-07'];
    for (let n = 0; n < 9; n += 1)
      await givenHazardRow(owner, n % 2 === 0 ? units.workshop : units.farMill, {
        found_on: days[n % 3],
        stage: n < 3 ? 'closed' : 'assigned',
        ...(n < 3 ? { submitted_on: `2026-01-1${n + 3}`, closed_on: '2026-01-18', due_on: '2026-01-14' } : {}),
      });
  }
  return askerOn(house);
}

describe('asking a dataset', () => {
  test('filters, orders and pages to the same rows as the whole', async ({ house, database: { owner } }) => {
    const { json, get } = await stage(house, owner);
    const found = async (query: string) => (await json(`/hazards?select=hazardId,foundOn&${query}`, token)).items;

    expect(await found('stage=closed')).toHaveLength(3);
    expect(await found('stage.in=closed,assigned')).toHaveLength(9);
    expect(await found('foundOn.gte=2026-01-06&foundOn.lt=2026-01-07')).toHaveLength(3);
    expect(await found(`unitId.within=${units.east.id}`)).toHaveLength(5);
    expect(await found(`unitId.within=${units.west.code}`)).toHaveLength(4);
    expect(await found('onTime=true')).toHaveLength(2);
    expect(await found('number.in=nothing,%27;--')).toEqual([]);

    for (const sort of ['foundOn', '-foundOn', '-reportedAt', 'hazardId']) {
      const whole = await found(`sort=${sort}`);
      const paged: unknown[] = [];
      let after = '';
      do {
        const page = await json(`/hazards?select=hazardId,foundOn&sort=${sort}&limit=4${after}`, token);
        paged.push(...page.items);
        after = page.next === null ? '' : `&after=${encodeURIComponent(page.next)}`;
      } while (after !== '');
      expect(paged).toEqual(whole);
      expect(whole).toHaveLength(9);
    }
    const streamed = await get('/hazards?select=hazardId,foundOn&sort=-foundOn&format=ndjson', token);
    expect(
      streamed.text
        .trimEnd()
        .split('\n')
        .map((line) => JSON.parse(line) as unknown),
    ).toEqual(await found('sort=-foundOn'));
  });

  test('tells in a sentence which parameter is wrong, in the language of the reader', async ({ house, database: { owner } }) => {
    const { get } = await stage(house, owner);
    const told = async (query: string, headers = {}) => {
      const { status, text } = await get(`/hazards?${query}`, token, headers);
      return [status, (JSON.parse(text) as { title: string }).title];
    };

    expect(await told('select=number,secret')).toEqual([
      422,
      expect.stringMatching(/“select”里的“secret”不是这个数据集的列，可以写：hazardId、number、/),
    ]);
    expect(await told('after=zzz')).toEqual([422, '参数“after”不是上一页答复里的 next，或者排序变了']);
    const malformed = await get('/results?period=2026Q9', token);
    expect([malformed.status, malformed.text]).toEqual([422, expect.stringContaining('参数“period”的“2026Q9”不是考核期')]);
    expect(await told('stage=shut')).toEqual([422, expect.stringContaining('参数“stage”不能是“shut”，可以是：reported、')]);
    expect(await told('stage=closed&stage=void')).toEqual([422, '参数“stage”重复：“void”只能写一次']);
    expect(await told('colour=red')).toEqual([422, '没有“colour”这个参数']);
    expect(await told('colour=red', { 'accept-language': 'en' })).toEqual([422, 'There is no parameter “colour”']);
    expect(await told('knownAt=2026-01-21T00:00:00%2B08:00')).toEqual([422, '参数“knownAt”的时刻还没有到']);
    expect((await told('unitId.within=NOWHERE'))[0]).toBe(404);
    expect((await get(`/hazards?token=${token}`, 'cm_nothing'))[`status`]).toBe(401);
  });

  test('has a CSV with its head alone when nothing is found, by parameter and by Accept, with a token as Basic password', async ({
    house,
    database: { owner },
  }) => {
    const { get, app } = await stage(house, owner);
    const none = 'number=none&select=number,plannedFunds';
    const basic = `Basic ${Buffer.from(`anybody:${token}`).toString('base64')}`;

    expect((await get(`/hazards?${none}&format=csv`, token)).text).toBe('\uFEFF隐患编号,计划资金（元）\n');
    expect((await get(`/hazards?${none}&heads=en`, token, { accept: 'text/csv' })).text).toBe('\uFEFFnumber,plannedFunds\n');
    expect((await get(`/hazards?${none}`, token, { accept: 'application/x-ndjson' })).text).toBe('');
    const excel = await app.request(`/api/v1/analytics/hazards?${none}&format=csv`, { headers: { authorization: basic } });
    expect([excel.status, excel.headers.get('content-disposition')]).toEqual([200, 'attachment; filename="hazards-2026-01-20.csv"']);
    await excel.text();
  });

  test('reads only what the token may, inside the units it names', async ({ house, database: { owner } }) => {
    const { json, get } = await stage(house, owner);
    const east = await givenToken(owner, units.root, { unit_ids: [units.east.id] });
    const other = await givenToken(owner, units.root, { scopes: ['hazards.read'] });

    expect((await json('/hazards', east)).items).toHaveLength(5);
    expect((await json('/units?select=unitName&sort=unitCode', east)).items).toHaveLength(3);
    expect((await json(`/hazards?unitId.within=${units.west.id}`, east)).status).toBe(404);
    expect((await get('/hazards?format=csv', other)).status).toBe(403);
    expect((await get('', other)).status).toBe(403);
    expect((await get('', east)).text).toContain('"head":"单位代码"');
  });

  test('shows no number of a person', async ({ house, database: { owner } }) => {
    const { get } = await stage(house, owner);
    const text = '联系 13812345678,13912345678,138-1234-5678 或 138 1234 5678，证号 11010519491231002X，编号 20260105001';
    const id = await givenHazardRow(owner, units.workshop, { text, place: '=13812345678', measures: '找张三' });

    const csv = (await get(`/hazards?select=text,place&hazardId=${id}&format=csv`, token)).text;

    const masked = '联系 138****5678,139****5678,138-****-5678 或 138 **** 5678，证号 110***********002X，编号 20260105001';
    expect(csv).toBe(`\uFEFF隐患描述,地点\n"${masked}",'=138****5678\n`);
  });

  test('leaves a trace of who read what and how many rows, in the trail too', async ({ house, database: { owner } }) => {
    const { get, json } = await stage(house, owner);
    const reader = await givenToken(owner, units.west);

    await json('/hazards?select=number&stage=assigned', reader);
    await get('/hazards?format=csv&select=number', reader);
    await expect
      .poll(async () => (await owner.selectFrom('analytics_reads').select('id').where('outcome', 'is', null).execute()).length)
      .toBe(0);

    const traces = await owner.selectFrom('analytics_reads').selectAll().orderBy('format').execute();
    const [file, page] = traces.filter(({ asked }) => asked['select'] === 'number');
    expect(page).toMatchObject({ dataset: 'hazards', format: 'json', asked: { select: 'number', stage: 'assigned' }, outcome: 'complete' });
    expect(file).toMatchObject({ format: 'csv', rows: 4, outcome: 'complete', person_id: page?.person_id });
    const trail = await owner
      .selectFrom('trail')
      .select(['verb', 'after'])
      .where('subject_id', '=', file?.id ?? '')
      .orderBy('verb')
      .execute();
    expect(trail).toMatchObject([
      { verb: 'analytics.beginPull', after: { dataset: 'hazards', format: 'csv' } },
      { verb: 'analytics.pull', after: { rows: 4, outcome: 'complete' } },
    ]);
  });
});
