import { mkdtemp } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

import { refuse } from '@changming/domain/kernel';
import { describe, expect } from 'vitest';

import { declareEvidence, readPhoto, receivePhoto } from '../evidence/index.ts';
import { localFiles } from '../files.ts';
import { as, type Given, given, test } from '../testing/index.ts';
import { declarationOf, givenJpeg } from '../testing/photos.ts';
import {
  correctCertificate,
  editPerson,
  keepCertificatePhoto,
  listCertificates,
  readCertificate,
  readCertificatePhoto,
  readOwnCertificatePhoto,
  recordCertificate,
  renewCertificate,
  revokeCertificate,
} from './index.ts';

let units: Given | undefined;
const group = () => units ?? refuse('missing', 'test.first_test_has_not_run');

describe('a certificate that was entered wrongly', () => {
  test('is corrected with the reason, by the rules of entering; what it was taken for stays in the trail and the history', async ({
    house,
    database: { owner },
  }) => {
    units = await given.group(owner);
    const { mill } = units;
    const officer = as(house, 'safetyOfficer', mill);
    const welder = await given.person(owner, mill, { name: '纪焊工' });
    const stated = { item: '2.1', issuedOn: '2024-03-01', issuer: '市应急管理局' } as const;
    const { id } = await recordCertificate(officer, { ...stated, personId: welder.id, no: 'T0000000012' });
    const right = { certificateId: id, version: 1, reason: '看错了证上的日期', ...stated, reviewDoneOn: null } as const;
    const days = { issuedOn: '2023-03-01', validUntil: '2029-02-28', reviewDueOn: '2026-03-01' } as const;

    for (const [over, code] of [
      [{ ...days, version: 2 }, 'request.stale'],
      [{ issuedOn: '2024-03-01', validUntil: '2030-02-28', reviewDueOn: '2027-03-01' }, 'workforce.correction_empty'],
      [{ ...days, validUntil: '2029-03-02' }, 'workforce.certificate_too_long'],
      [{ ...days, reviewDueOn: '2026-03-02' }, 'workforce.certificate_review_later'],
      [{ ...days, reviewDoneOn: '2026-01-21' }, 'workforce.future_date'],
      [{ ...days, reviewDoneOn: '2025-12-30' }, 'workforce.review_early'],
      [{ ...days, item: '99' }, 'workforce.certificate_item_unknown'],
    ] as const)
      await expect(correctCertificate(officer, { ...right, ...over }), code).rejects.toMatchObject({ code });
    expect(await correctCertificate(officer, { ...right, ...days, no: 'T9999990012' })).toEqual({ id, version: 2 });

    const { issues } = await readCertificate(officer, { certificateId: id });
    expect(issues[0]).toMatchObject({ ...days, no: 'T99***********0012', issuer: '市应急管理局', standing: 'dueSoon', version: 2 });
    const told = await owner
      .selectFrom('trail')
      .select(['before', 'after'])
      .where('subject_id', '=', id)
      .where('verb', '=', 'workforce.correctCertificate')
      .execute();
    expect(told[0]).toMatchObject({
      before: { issuedOn: '2024-03-01', validUntil: '2030-02-28', no: 'T00***********0012' },
      after: { issuedOn: '2023-03-01', validUntil: '2029-02-28', numberChanged: true, reason: '看错了证上的日期' },
    });
    expect(JSON.stringify(told)).not.toContain('T9999990012');
    const past = await owner.selectFrom('certificates_history').select('issued_on').where('id', '=', id).orderBy('known_from').execute();
    expect(past.map(({ issued_on }) => issued_on)).toEqual(['2024-03-01', '2023-03-01']);
  });

  test('keeps its item and its place once it was renewed, and is not corrected once it was revoked', async ({
    house,
    database: { owner },
  }) => {
    const { mill } = group();
    const officer = as(house, 'safetyOfficer', mill);
    const fitter = await given.person(owner, mill, { name: '修钳工' });
    const old = await recordCertificate(officer, { personId: fitter.id, item: 'T', issuedOn: '2021-06-01', issuer: '省市场监管局' });
    const renewed = await renewCertificate(officer, { certificateId: old.id, issuedOn: '2025-06-01' });
    const { issues } = await readCertificate(officer, { certificateId: old.id });
    expect(issues.map(({ issuer }) => issuer)).toEqual(['省市场监管局', '省市场监管局']);
    const right = { certificateId: old.id, version: 2, reason: '抄错', item: 'T', issuer: null, issuedOn: '2021-06-01' } as const;
    const days = { validUntil: '2025-05-30', reviewDueOn: null, reviewDoneOn: null } as const;

    await expect(correctCertificate(officer, { ...right, ...days, item: 'Q1' })).rejects.toMatchObject({
      code: 'workforce.correction_of_chain',
    });
    await expect(
      correctCertificate(officer, {
        ...right,
        ...days,
        certificateId: renewed.id,
        version: 1,
        issuedOn: '2021-06-01',
        validUntil: '2025-05-31',
      }),
    ).rejects.toMatchObject({ code: 'workforce.renewal_not_later' });
    await correctCertificate(officer, { ...right, ...days });
    expect((await listCertificates(officer, { limit: 50, item: 'T' })).items.map(({ id }) => id)).toEqual([renewed.id]);
    await revokeCertificate(officer, { certificateId: renewed.id, reason: '误登' });
    await expect(correctCertificate(officer, { ...right, ...days, certificateId: renewed.id, version: 2 })).rejects.toMatchObject({
      code: 'workforce.correction_of_revoked',
    });
  });
});

test('the photo of a certificate moves with its holder, and is seen by those who keep it and by the holder alone', async ({
  house,
  database: { owner },
}) => {
  const { mill, farMill, west, workshop } = group();
  const files = localFiles(await mkdtemp(join(tmpdir(), 'cm-papers-')));
  const me = await given.person(owner, mill, { name: '安全员' });
  const officer = as(house, 'safetyOfficer', mill, me.id);
  const driver = await given.person(owner, workshop, { name: '照司机' });
  const { id: certificateId } = await recordCertificate(officer, { personId: driver.id, item: 'N1', issuedOn: '2025-06-01' });
  const sent = async (seed: number, subject: string) => {
    const content = await givenJpeg({ seed, width: 200, height: 120 });
    const declared = declarationOf(content, { subject, unitId: workshop.id });
    await declareEvidence(officer, declared);
    return { declared, arrive: () => receivePhoto(officer, files, { evidenceId: declared.id, content }) };
  };
  const photo = await sent(7, certificateId);
  const { id: evidenceId } = photo.declared;
  const put = { certificateId, evidenceId } as const;
  const size = 'view' as const;

  await expect(keepCertificatePhoto(officer, put), 'before it has arrived').rejects.toMatchObject({
    code: 'workforce.photo_not_of_certificate',
  });
  await photo.arrive();
  const strange = await sent(8, driver.id);
  await strange.arrive();
  await expect(keepCertificatePhoto(officer, { certificateId, evidenceId: strange.declared.id })).rejects.toMatchObject({
    code: 'workforce.photo_not_of_certificate',
  });
  await keepCertificatePhoto(officer, put);

  const { sha256 } = photo.declared;
  expect((await readCertificatePhoto(officer, files, { certificateId, size })).sha256).toBe(sha256);
  expect((await readOwnCertificatePhoto(as(house, 'worker', workshop, driver.id), files, { certificateId, size })).sha256).toBe(sha256);
  for (const attempt of [
    () => readCertificatePhoto(as(house, 'safetyOfficer', west), files, { certificateId, size }),
    () => keepCertificatePhoto(as(house, 'safetyOfficer', west), put),
    () => readOwnCertificatePhoto(as(house, 'worker', workshop, me.id), files, { certificateId, size }),
    () => readPhoto(officer, files, { evidenceId, size }),
    () => readPhoto(as(house, 'worker', workshop, me.id), files, { evidenceId, size, subject: certificateId }),
  ])
    await expect(attempt()).rejects.toMatchObject({ kind: 'missing' });
  await expect(readCertificatePhoto(as(house, 'workshopHead', workshop), files, { certificateId, size })).rejects.toMatchObject({
    kind: 'forbidden',
  });

  const moved = { personId: driver.id, version: 1, name: '照司机', unitId: farMill.id, staffNo: null, sex: null };
  await editPerson(as(house, 'hqSafety', group().root), { ...moved, title: null, engagement: null, hiredOn: null });
  expect((await readCertificatePhoto(as(house, 'safetyOfficer', farMill), files, { certificateId, size })).sha256).toBe(sha256);
  await expect(readCertificatePhoto(officer, files, { certificateId, size })).rejects.toMatchObject({ kind: 'missing' });
  await keepCertificatePhoto(as(house, 'safetyOfficer', farMill), { certificateId, evidenceId: null });
  await expect(readCertificatePhoto(as(house, 'safetyOfficer', farMill), files, { certificateId, size })).rejects.toMatchObject({
    code: 'workforce.photo_missing',
  });
  const trail = await owner.selectFrom('trail').select(['before', 'after']).where('subject_id', '=', certificateId).execute();
  expect(trail).toContainEqual({ before: { photo: null }, after: { photo: sha256 } });
  expect(trail).toContainEqual({ before: { photo: sha256 }, after: { photo: null } });
  const looks = await owner
    .selectFrom('trail')
    .select(['person_id', 'unit_id', 'after'])
    .where('verb', '=', 'workforce.readPhoto')
    .orderBy('seq')
    .execute();
  expect(looks, 'who looked at whose, and nothing of those who were refused or looked at their own').toEqual([
    { person_id: me.id, unit_id: workshop.id, after: { personId: driver.id, size } },
    { person_id: expect.any(String), unit_id: farMill.id, after: { personId: driver.id, size } },
  ]);
});
