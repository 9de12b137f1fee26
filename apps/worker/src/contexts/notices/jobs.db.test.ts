import { randomUUID } from 'node:crypto';
import type { AddressInfo } from 'node:net';

import { deliverNotice, listOwnNotices, chooseChannels, markRead, countUnread } from '@changming/application/notices';
import { as, given, houseAt, test } from '@changming/application/testing';
import { PgBoss } from 'pg-boss';
import { SMTPServer } from 'smtp-server';
import { describe, expect } from 'vitest';

import { jobTools } from '../../boss.ts';
import { openMailer } from '../../mailer.ts';
import { sendMails } from './jobs.ts';

async function givenMailServer() {
  const received: string[] = [];
  const server = new SMTPServer({
    authOptional: true,
    disabledCommands: ['STARTTLS'],
    onData(stream, _session, done) {
      const chunks: Buffer[] = [];
      stream.on('data', (chunk: Buffer) => chunks.push(chunk));
      stream.on('end', () => {
        received.push(Buffer.concat(chunks).toString('utf8'));
        done();
      });
    },
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.server.address() as AddressInfo;
  return { url: `smtp://127.0.0.1:${port}`, received, close: () => new Promise<void>((resolve) => server.close(() => resolve())) };
}

describe('a notice', () => {
  test('reaches the person once, in the product and by mail', async ({ house, database }) => {
    const { mill } = await given.group(database.owner);
    const wang = await given.person(database.owner, mill);
    const caller = as(house, 'workshopHead', mill, wang.id);
    await chooseChannels(caller, { email: 'wang@example.test', quietFrom: '22:00', quietTo: '07:00' });
    const notice = {
      about: 'hazards.assigned',
      subjectId: randomUUID(),
      unitId: mill.id,
      to: { personIds: [wang.id] },
      facts: { no: 'H-1', title: '通道堵塞', due: '2026-01-25' },
      link: '/hazards/1',
      once: 'assigned/1',
    };

    const told = [await deliverNotice(house.clockwork(), notice), await deliverNotice(house.clockwork(), notice)];
    const server = await givenMailServer();
    const mailer = openMailer(server.url, '长明 <lamp@example.test>');
    const boss = new PgBoss({ connectionString: database.url, schema: 'jobs' });
    const tools = jobTools(boss, house, { mailer, publicUrl: 'http://lamp.example.test', dataDir: '' });
    await sendMails.run(tools, {});
    await sendMails.run(tools, {});
    mailer.close();
    await server.close();

    expect(told).toEqual([{ told: 1 }, { told: 0 }]);
    expect(server.received).toHaveLength(1);
    expect(server.received[0]).toMatch(/message-id: <[0-9a-f-]{36}@example\.test>/i);
    expect(await listOwnNotices(caller, { limit: 10 })).toMatchObject({
      items: [{ about: 'hazards.assigned', facts: { no: 'H-1' }, readAt: null }],
    });
    expect(await countUnread(caller, {})).toEqual({ unread: 1 });
    await markRead(caller, {});
    expect(await countUnread(caller, {})).toEqual({ unread: 0 });
  });

  test('leads nowhere for whom its page is closed, in the product and by mail', async ({ house, database }) => {
    const { owner } = database;
    const mill = await owner.selectFrom('units').selectAll().where('name', '=', '东城一厂').executeTakeFirstOrThrow();
    const he = await given.person(owner, mill, { name: '何工' });
    const caller = as(house, 'worker', mill, he.id);
    await chooseChannels(caller, { email: 'he@example.test', quietFrom: null, quietTo: null });
    const closed = { about: 'hazards.closed', subjectId: randomUUID(), unitId: mill.id, link: '/hazards/3', once: 'closed/3' };
    await deliverNotice(house.clockwork(), { ...closed, to: { personIds: [he.id] }, unlinkedIds: [he.id] });
    const server = await givenMailServer();
    const mailer = openMailer(server.url, 'lamp@example.test');
    const boss = new PgBoss({ connectionString: database.url, schema: 'jobs' });
    await sendMails.run(jobTools(boss, house, { mailer, publicUrl: 'http://lamp.example.test', dataDir: '' }), {});
    mailer.close();
    await server.close();

    expect((await listOwnNotices(caller, { limit: 10 })).items.map(({ link }) => link)).toEqual([null]);
    const [words] = server.received.map((mail) => Buffer.from(mail.split('\r\n\r\n')[1] ?? '', 'base64').toString('utf8'));
    expect(words).toContain('已销号');
    expect(words).not.toContain('http');
  });

  test('is nobody else’s to read, and a mail waits when the server is away', async ({ database }) => {
    const house = houseAt(database);
    const [mill] = await database.owner.selectFrom('units').selectAll().where('name', '=', '东城一厂').execute();
    if (mill === undefined) throw new Error('the group of the first test is missing');
    const li = await given.person(database.owner, mill, { name: '李梅' });
    const caller = as(house, 'workshopHead', mill, li.id);
    await chooseChannels(caller, { email: 'li@example.test', quietFrom: null, quietTo: null });
    await deliverNotice(house.clockwork(), {
      about: 'hazards.closed',
      subjectId: randomUUID(),
      unitId: mill.id,
      to: { personIds: [li.id] },
      link: '/hazards/2',
      once: 'closed/2',
    });

    const mailer = openMailer('smtp://127.0.0.1:9', 'lamp@example.test');
    const boss = new PgBoss({ connectionString: database.url, schema: 'jobs' });
    await sendMails.run(jobTools(boss, house, { mailer, publicUrl: '', dataDir: '' }), {});
    mailer.close();

    expect(
      await database.owner.selectFrom('notice_mails').select(['state', 'tries']).where('address', '=', 'li@example.test').execute(),
    ).toEqual([{ state: 'waiting', tries: 1 }]);
    expect((await listOwnNotices(caller, { limit: 10 })).items).toHaveLength(1);
    expect((await listOwnNotices(as(house, 'unitHead', mill), { limit: 10 })).items).toHaveLength(0);
    await house.close();
  });
});
