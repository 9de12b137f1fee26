import { refuse } from '@changming/domain/kernel';
import { endRuleInput } from '@changming/domain/standards';

import { command } from '../context.ts';
import { refuseUnlessHeadquarters, toVersion } from './store.ts';

/** Ends a value: `on` is the first day on which it no longer holds. Values of the product are replaced, never ended. */
export const endRule = command({
  permission: 'standards.edit',
  name: 'standards.endRule',
  input: endRuleInput,
  async run({ tx, whole, trail }, { id, on, reason }) {
    refuseUnlessHeadquarters({ whole });
    const row = await tx.selectFrom('rules').selectAll().where('id', '=', id).forUpdate().executeTakeFirst();
    if (row === undefined || row.layer === 'product') refuse('missing', 'standards.rule_not_found', { id });
    const before = toVersion(row);
    if (before.to !== null) refuse('conflict', 'standards.rule_ended', { to: before.to });
    if (on <= before.from) refuse('invalid', 'standards.before_last_version', { last: before.from });
    await tx.updateTable('rules').set({ to_on: on }).where('id', '=', id).execute();
    return trail({ subjectId: id, before: { to: null }, after: { to: on, reason } }, null);
  },
});
