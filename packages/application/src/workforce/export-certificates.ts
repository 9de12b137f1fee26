import { within } from '@changming/database';
import { id, refuse } from '@changming/domain/kernel';
import { z } from 'zod';

import { command } from '../context.ts';
import { unitInScope, unitPaths } from '../units/index.ts';
import { certificates } from './list-certificates.ts';

const most = 20_000;

/** 导出证书台账: what holds or held last of everybody at work, whole or not at all; numbers stay masked. The trail says how much was taken. */
export const exportCertificates = command({
  permission: 'workforce.export',
  name: 'workforce.exportCertificates',
  input: z.strictObject({ unitId: id.optional() }),
  toldOnce: true,
  async run({ tx, scope, today, trail, newId }, { unitId }) {
    const branch = unitId === undefined ? scope : [await unitInScope(tx, scope, unitId)];
    const rows = await certificates(tx)
      .leftJoin('certificate_issuers as s', 's.id', 'c.id')
      .select(['p.hired_on', 'p.title', 'p.identity_masked', 'p.phone_masked', 's.issuer'])
      .where((eb) => within(eb.ref('c.unit_pos'), branch))
      .where('p.left_on', 'is', null)
      .where('c.current', '=', true)
      .where('c.revoked_on', 'is', null)
      .orderBy('c.unit_pos')
      .orderBy('p.name')
      .orderBy('p.id')
      .orderBy('i.place')
      .limit(most + 1)
      .execute();
    if (rows.length > most) refuse('invalid', 'workforce.document_too_large', { count: rows.length, most });
    const paths = await unitPaths(
      tx,
      rows.map(({ unit_id }) => unit_id),
    );
    const told = rows.map((row) => ({
      personId: row.person_id,
      staffNo: row.staff_no,
      name: row.name,
      unit: paths.get(row.unit_id) ?? row.unit,
      title: row.title,
      certificate: row.item_name,
      no: row.no_masked,
      issuer: row.issuer,
      issuedOn: row.issued_on,
      validUntil: row.valid_until,
      reviewDueOn: row.review_done_on === null ? row.review_due_on : null,
    }));
    return trail(
      { subjectId: newId(), unitId: unitId ?? null, before: null, after: { list: 'certificates', rows: rows.length } },
      { rows: told, today },
    );
  },
});
