import { refuse } from '@changming/domain/kernel';
import { certificateStandings } from '@changming/domain/workforce';
import { describe, expect } from 'vitest';

import { as, type Given, given, houseAt, test, testSecrets } from '../testing/index.ts';
import {
  assignCertified,
  correctCertificate,
  countCertificates,
  endCertified,
  leave,
  listCandidates,
  listCertificates,
  listCertified,
  listOwnCertificates,
  readCertificate,
  readGate,
  recordCertificate,
  renewCertificate,
  reviewCertificate,
  revokeCertificate,
} from './index.ts';

let units: Given | undefined;
const group = () => units ?? refuse('missing', 'test.first_test_has_not_run');
const all = { limit: 50 } as const;

describe('a certificate', () => {
  test('takes its days from the law: six years, a review after three; its number is seen by nobody', async ({
    house,
    database: { owner },
  }) => {
    units = await given.group(owner);
    const { mill } = units;
    const officer = as(house, 'safetyOfficer', mill);
    const li = await given.person(owner, mill, { name: '李电工' });

    const { id } = await recordCertificate(officer, { personId: li.id, item: '1.2', no: 'T110105199001010011', issuedOn: '2023-04-30' });

    const { items } = await listCertificates(officer, all);
    expect(items).toMatchObject([
      {
        id,
        name: '李电工',
        no: 'T11***********0011',
        validUntil: '2029-04-29',
        reviewDueOn: '2026-04-30',
        standing: 'valid',
        next: { rule: 'review' },
      },
    ]);
    const row = await owner.selectFrom('certificates').selectAll().where('id', '=', id).executeTakeFirstOrThrow();
    expect([row.next_due_on, testSecrets.open(row.no_sealed ?? Buffer.alloc(0))]).toEqual(['2026-04-30', 'T110105199001010011']);
    expect(JSON.stringify(await owner.selectFrom('trail').select('after').where('subject_id', '=', id).execute())).not.toContain(
      '19900101',
    );
    expect((await readCertificate(officer, { certificateId: id })).apply).toEqual({ from: '2026-03-01', until: '2026-04-30' });
  });

  test('is refused longer than the law gives, twice of an item, and to a minor', async ({ house, database: { owner } }) => {
    const { mill } = group();
    const officer = as(house, 'safetyOfficer', mill);
    const driver = await given.person(owner, mill, { name: '周叉车' });
    const minor = await given.person(owner, mill, {
      name: '小林',
      identity_sealed: testSecrets.seal('110105200802021236'),
      identity_masked: '110',
    });
    const wanted = { personId: driver.id, item: 'N1', issuedOn: '2022-01-21' } as const;

    for (const [over, code] of [
      [{ validUntil: '2026-01-22' }, 'workforce.certificate_too_long'],
      [{ validUntil: '2022-01-20' }, 'workforce.certificate_ends_early'],
      [{ validUntil: '2025-01-20', reviewDueOn: '2025-01-21' }, 'workforce.certificate_ends_early'],
      [{ item: '99' }, 'workforce.certificate_item_unknown'],
      [{ personId: minor.id, item: '2.1', issuedOn: '2026-01-20' }, 'workforce.certificate_holder_young'],
    ] as const)
      await expect(recordCertificate(officer, { ...wanted, ...over }), code).rejects.toMatchObject({ code });
    await recordCertificate(officer, { ...wanted, validUntil: '2026-01-21' });
    await expect(recordCertificate(officer, wanted)).rejects.toMatchObject({ code: 'workforce.certificate_held' });
  });

  test('is reviewed on the due day and not after; the old issue stays when it is renewed', async ({ house, database }) => {
    const { mill } = group();
    const { owner } = database;
    const welder = await given.person(owner, mill, { name: '吴焊工' });
    const { id } = await recordCertificate(as(house, 'safetyOfficer', mill), { personId: welder.id, item: '2.1', issuedOn: '2023-01-20' });
    const later = houseAt(database, '2029-02-01T02:00:00Z');
    const officer = as(later, 'safetyOfficer', mill);

    await expect(reviewCertificate(officer, { certificateId: id, doneOn: '2026-01-21' })).rejects.toMatchObject({
      code: 'workforce.review_late',
      facts: { on: '2026-01-20' },
    });
    await expect(reviewCertificate(officer, { certificateId: id, doneOn: '2025-11-20' })).rejects.toMatchObject({
      code: 'workforce.review_early',
      facts: { on: '2026-01-20', from: '2025-11-21', days: 60 },
    });
    await reviewCertificate(officer, { certificateId: id, doneOn: '2026-01-20' });
    await expect(reviewCertificate(officer, { certificateId: id, doneOn: '2026-01-20' })).rejects.toMatchObject({
      code: 'workforce.review_not_owed',
    });
    await expect(renewCertificate(officer, { certificateId: id, issuedOn: '2023-01-20' })).rejects.toMatchObject({
      code: 'workforce.renewal_not_later',
    });
    const renewed = await renewCertificate(officer, { certificateId: id, issuedOn: '2029-01-20' });

    const { issues } = await readCertificate(officer, { certificateId: renewed.id });
    expect(issues.map(({ validUntil, current, reviewDoneOn }) => [validUntil, current, reviewDoneOn])).toEqual([
      ['2035-01-19', true, null],
      ['2029-01-19', false, '2026-01-20'],
    ]);
    await expect(revokeCertificate(officer, { certificateId: id, on: '2029-01-20', reason: '误登' })).rejects.toMatchObject({
      code: 'workforce.certificate_superseded',
    });
    await later.close();
  });

  test('leaves nothing behind when its renewal is revoked, from the day of the renewal on', async ({ house, database: { owner } }) => {
    const { mill } = group();
    const officer = as(house, 'safetyOfficer', mill);
    const boiler = await given.person(owner, mill, { name: '何司炉' });
    const old = await recordCertificate(officer, { personId: boiler.id, item: 'G1', issuedOn: '2023-01-01' });
    const { id } = await renewCertificate(officer, { certificateId: old.id, issuedOn: '2026-01-10' });
    await revokeCertificate(officer, { certificateId: id, on: '2026-01-15', reason: '主管部门吊销' });

    const objections = async (on: string) =>
      (await readGate(officer, { personId: boiler.id, unitId: mill.id, post: 'staff', certifiedPost: 'G1', on })).objections.map(
        ({ code, facts }) => [code, facts['on']],
      );
    expect(await objections('2026-01-09')).toEqual([]);
    expect(await objections('2026-01-14')).toEqual([]);
    expect(await objections('2026-01-15')).toEqual([['workforce.certificate_revoked', '2026-01-15']]);
    await recordCertificate(officer, { personId: boiler.id, item: 'G1', issuedOn: '2026-01-16' });
    expect(await objections('2026-01-20')).toEqual([]);
  });

  test('stands in the list as the rules say of it alone', async ({ house, database }) => {
    const { mill } = group();
    const { owner } = database;
    const officer = as(house, 'safetyOfficer', mill);
    const other = await given.person(owner, mill, { name: '郑一新' });
    await recordCertificate(officer, { personId: other.id, item: '3.1', issuedOn: '2026-02-01' });
    const { id } = await recordCertificate(officer, { personId: other.id, item: '4.1', issuedOn: '2024-02-01' });
    await revokeCertificate(officer, { certificateId: id, on: '2026-01-20', reason: '主管部门注销' });

    for (const day of ['2026-01-20', '2026-01-22', '2026-05-01', '2027-02-01', '2029-05-01']) {
      const then = houseAt(database, `${day}T02:00:00Z`);
      const asked = as(then, 'safetyOfficer', mill);
      const { items } = await listCertificates(asked, all);
      for (const standing of certificateStandings) {
        const listed = (await listCertificates(asked, { ...all, standing })).items.map((each) => each.id);
        expect(listed, `${day} ${standing}`).toEqual(items.filter((each) => each.standing === standing).map((each) => each.id));
      }
      const counts = await countCertificates(asked, {});
      expect(counts.expired, day).toBe(items.filter(({ standing }) => standing === 'expired').length);
      await then.close();
    }
  });
});

describe('a certified post', () => {
  test('is given to who holds a valid certificate, to its last day', async ({ house, database }) => {
    const { mill, workshop } = group();
    const { owner } = database;
    const officer = as(house, 'safetyOfficer', mill);
    const li = await owner.selectFrom('persons').select('id').where('name', '=', '李电工').executeTakeFirstOrThrow();
    const driver = await owner.selectFrom('persons').select('id').where('name', '=', '周叉车').executeTakeFirstOrThrow();
    const wanted = { unitId: workshop.id, item: 'N1', personId: driver.id } as const;

    await expect(assignCertified(officer, { ...wanted, from: '2026-01-22' })).rejects.toMatchObject({
      code: 'workforce.gate_closed',
      facts: { codes: 'workforce.certificate_expired' },
    });
    await assignCertified(officer, { ...wanted, from: '2026-01-20' });
    const inArrears = houseAt(database, '2026-01-22T02:00:00Z');
    await expect(
      assignCertified(as(inArrears, 'safetyOfficer', mill), { ...wanted, from: '2025-06-01', to: '2026-01-20' }),
      'that was over before it lapsed',
    ).resolves.toBeDefined();
    await expect(
      assignCertified(as(inArrears, 'safetyOfficer', mill), { ...wanted, unitId: mill.id, from: '2026-01-19' }),
      'that goes on',
    ).rejects.toMatchObject({ code: 'workforce.gate_closed' });
    await inArrears.close();
    await expect(assignCertified(officer, { ...wanted, from: '2026-01-21' })).rejects.toMatchObject({
      code: 'workforce.certified_post_twice',
    });
    await expect(assignCertified(officer, { ...wanted, item: 'AQ2', from: '2026-01-21' })).rejects.toMatchObject({
      code: 'workforce.item_not_certified',
    });
    await assignCertified(officer, { unitId: workshop.id, item: '1.2', personId: li.id, from: '2026-01-20' });

    const seen = async (day: string) => {
      const then = houseAt(database, `${day}T02:00:00Z`);
      const { items } = await listCertified(as(then, 'unitHead', mill), { ...all, item: 'N1' });
      await then.close();
      return items.map(({ name, blocked, code, onDate }) => ({ name, blocked, code, onDate }));
    };
    expect(await seen('2026-01-21')).toEqual([{ name: '周叉车', blocked: false, code: null, onDate: '2026-01-21' }]);
    expect(await seen('2026-01-22')).toEqual([
      { name: '周叉车', blocked: true, code: 'workforce.certificate_expired', onDate: '2026-01-21' },
    ]);
  });

  test('names who may be assigned, the valid and the near first, and says of the others why not', async ({ database }) => {
    const { mill, workshop } = group();
    const { owner } = database;
    const house = houseAt(database, '2026-01-25T02:00:00Z');
    const officer = as(house, 'safetyOfficer', mill);
    const near = await given.person(owner, workshop, { name: '安近' });
    await recordCertificate(officer, { personId: near.id, item: 'N1', issuedOn: '2025-06-01' });

    const { items } = await listCandidates(officer, { unitId: workshop.id, post: 'staff', certifiedPost: 'N1', limit: 50 });

    expect(
      items.map(({ name, verdict, objections, assigned }) => [name, verdict, objections[0]?.code, objections[0]?.facts['on'], assigned]),
    ).toEqual([
      ['安近', 'may', undefined, undefined, false],
      ['周叉车', 'blocked', 'workforce.certificate_expired', '2026-01-21', true],
    ]);
    await house.close();
  });

  test('may go on when the head lifts the gate, and is blocked again after that', async ({ database }) => {
    const { mill, workshop, west } = group();
    const house = houseAt(database, '2026-01-25T02:00:00Z');
    const { owner } = database;
    const me = await given.person(owner, mill, { name: '劳安部' });
    const driver = await owner.selectFrom('persons').select('id').where('name', '=', '周叉车').executeTakeFirstOrThrow();
    const { items } = await listCertified(as(house, 'safetyOfficer', mill), { ...all, item: 'N1' });
    await endCertified(as(house, 'safetyOfficer', mill), { certifiedPostId: items[0]?.id ?? '', on: '2026-01-25', reason: '证书过期' });
    const override = { reason: '换证受理中，限厂内短驳', until: '2026-01-31' };
    const wanted = { personId: driver.id, unitId: workshop.id, item: 'N1', from: '2026-01-25', override } as const;

    await expect(assignCertified(as(house, 'safetyOfficer', mill), wanted)).rejects.toMatchObject({ code: 'workforce.override_not_yours' });
    await assignCertified(as(house, 'hqSafety', mill, me.id), wanted);

    const blockedOn = async (day: string) => {
      const then = houseAt(database, `${day}T02:00:00Z`);
      const found = await listCertified(as(then, 'unitHead', mill), { ...all, blocked: true });
      await then.close();
      return found.items.map(({ name, overrideUntil }) => [name, overrideUntil]);
    };
    expect([await blockedOn('2026-01-31'), await blockedOn('2026-02-01')]).toEqual([[], [['周叉车', null]]]);
    expect((await listCertified(as(house, 'unitHead', west), all)).items).toEqual([]);
    await house.close();
  });

  test('ends when its holder leaves', async ({ database }) => {
    const { mill } = group();
    const house = houseAt(database, '2026-01-26T02:00:00Z');
    const officer = as(house, 'safetyOfficer', mill);
    const driver = await database.owner.selectFrom('persons').select('id').where('name', '=', '周叉车').executeTakeFirstOrThrow();

    await leave(officer, { personId: driver.id, on: '2026-01-26', reason: '辞职' });

    expect((await listCertified(officer, { ...all, item: 'N1' })).items).toEqual([]);
    expect((await listCertificates(officer, { ...all, item: 'N1' })).items.map(({ name }) => name)).toEqual(['安近']);
    await house.close();
  });
});

test('certificates and certified posts are missing from outside the branch, and one’s own are one’s own', async ({
  house,
  database: { owner },
}) => {
  const { mill, west, workshop } = group();
  const stranger = as(house, 'safetyOfficer', west);
  const own = await given.person(owner, west, { name: '西人' });
  const certificate = await owner
    .selectFrom('certificates')
    .selectAll()
    .where('current', '=', true)
    .where('item', '=', '1.2')
    .executeTakeFirstOrThrow();
  const post = await owner.selectFrom('certified_posts').selectAll().where('item', '=', '1.2').executeTakeFirstOrThrow();

  for (const attempt of [
    () => recordCertificate(stranger, { personId: certificate.person_id, item: 'N1', issuedOn: '2026-01-10' }),
    () => reviewCertificate(stranger, { certificateId: certificate.id, doneOn: '2026-01-10' }),
    () => renewCertificate(stranger, { certificateId: certificate.id, issuedOn: '2026-01-10' }),
    () => revokeCertificate(stranger, { certificateId: certificate.id, on: '2026-01-10', reason: '无' }),
    () => readCertificate(stranger, { certificateId: certificate.id }),
    () =>
      correctCertificate(stranger, {
        certificateId: certificate.id,
        version: 1,
        reason: '无',
        item: '1.2',
        issuer: null,
        issuedOn: '2023-04-30',
        validUntil: null,
        reviewDueOn: null,
        reviewDoneOn: null,
      }),
    () => listCertificates(stranger, { ...all, unitId: mill.id }),
    () => assignCertified(stranger, { personId: own.id, unitId: workshop.id, item: '1.2', from: '2026-01-20' }),
    () => assignCertified(stranger, { personId: certificate.person_id, unitId: west.id, item: '1.2', from: '2026-01-20' }),
    () => endCertified(stranger, { certifiedPostId: post.id, on: '2026-01-21', reason: '无' }),
    () => listCandidates(stranger, { unitId: workshop.id, post: 'staff', certifiedPost: '1.2', limit: 10 }),
  ])
    await expect(attempt()).rejects.toMatchObject({ kind: 'missing' });
  expect((await listCertificates(stranger, all)).items).toEqual([]);

  const mine = await listOwnCertificates(as(house, 'worker', mill, certificate.person_id), undefined);
  expect(mine.map(({ item }) => item)).toEqual(['1.2']);
  await expect(listCertificates(as(house, 'worker', mill), all)).rejects.toMatchObject({ kind: 'forbidden' });
});
