import { given, givenAccount, givenPassword, test } from '@changming/application/testing';
import * as contract from '@changming/contract/standards';
import { pino } from 'pino';
import { describe, expect } from 'vitest';

import { buildApp } from '../../app.ts';

describe('standards over the wire', () => {
  test('are read by everybody and set by headquarters, as the contract says', async ({ house, database: { owner } }) => {
    const { root, mill } = await given.group(owner);
    await givenAccount(owner, { role: 'hqSafety', at: root, over: { login: 'hq' } });
    await givenAccount(owner, { role: 'worker', at: mill, over: { login: 'worker' } });
    const app = buildApp({ house, log: pino({ level: 'silent' }), secure: false });
    const send = (path: string, cookie: string, body?: object) =>
      app.request(`/api/v1${path}`, {
        method: body === undefined ? 'GET' : 'POST',
        headers: { cookie, 'content-type': 'application/json' },
        ...(body === undefined ? {} : { body: JSON.stringify(body) }),
      });
    const signIn = async (login: string) =>
      (await send('/session', '', { login, password: givenPassword })).headers.get('set-cookie')?.split(';')[0] ?? '';
    const [headquarters, worker] = [await signIn('hq'), await signIn('worker')];
    const wanted = { ruleId: 'hazards.relapseDays', value: 120, layer: 'group', source: '集团制度', from: '2026-02-01' };

    const rules = contract.listRules.responses[200].content['application/json'].schema.parse(
      await (await send(`/standards/rules?unitId=${mill.id}`, worker)).json(),
    );
    const calendar = contract.calendarYear.parse(await (await send('/standards/calendar/2026', worker)).json());
    const editions = contract.listEditions.responses[200].content['application/json'].schema.parse(
      await (await send('/standards/editions', worker)).json(),
    );
    const clauses = contract.listClauses.responses[200].content['application/json'].schema.parse(
      await (await send('/standards/clauses?q=安全&limit=3', worker)).json(),
    );

    expect([rules.items.length > 20, calendar.days.length, editions.items.length > 15, clauses.items.length]).toEqual([true, 365, true, 3]);
    expect(await (await send('/standards/workdays?from=2026-09-29&workdays=5', worker)).json()).toEqual({
      day: '2026-10-12',
      certain: true,
    });
    const laxer = { ...wanted, ruleId: 'workforce.fullTimeAbove', value: 500 };
    const statuses = [
      (await send('/standards/rules', headquarters, wanted)).status,
      (await send('/standards/rules', worker, wanted)).status,
      (await send('/standards/rules', headquarters, { ...wanted, certainty: 'read' })).status,
      (await send('/standards/rules?on=2026-02-30', worker)).status,
      (await send('/standards/clauses/NO-1', worker)).status,
      (await send('/standards/clauses?after=x', worker)).status,
    ];
    expect(statuses).toEqual([201, 403, 422, 422, 404, 422]);
    expect(await (await send('/standards/rules', headquarters, laxer)).json()).toMatchObject({
      code: 'standards.laxer',
      title: '下级规定只能比上级更严；确需放宽，请由集团明示',
    });
  });
});
