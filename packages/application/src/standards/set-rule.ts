import { refuse } from '@changming/domain/kernel';
import { type Jurisdiction, jurisdictionsOf, objectionToRule, type RuleVersion, setRuleInput } from '@changming/domain/standards';
import type { z } from 'zod';

import { type Changed, command, type Writing } from '../context.ts';
import { jurisdictionsOfUnit, refuseUnlessHeadquarters, ruleVersions, type StoredRule } from './store.ts';

/** Sets the value of a rule for a jurisdiction from a day on; the value that held there until then ends the day before. */
export const setRule = command({
  permission: 'standards.edit',
  name: 'standards.setRule',
  input: setRuleInput,
  async run(work, wanted) {
    refuseUnlessHeadquarters(work);
    const { id = work.newId(), ...given } = wanted;
    const version: RuleVersion = { ...given, certainty: 'read' };
    const versions = await ruleVersions(work.tx, wanted.ruleId);
    const objection = objectionToRule(version, versions, await whereItHolds(work, wanted));
    if (objection !== null) refuse('invalid', objection, { ruleId: wanted.ruleId });
    const ended = await endFormer(work, versions, version);
    await insertVersion(work, { ...version, id });
    return work.trail([...ended, { subjectId: id, before: null, after: version }], { id });
  },
});

async function whereItHolds({ tx }: Writing, { layer, place }: z.output<typeof setRuleInput>): Promise<readonly Jurisdiction[]> {
  if (layer === 'unit') return jurisdictionsOfUnit(tx, place);
  return jurisdictionsOf({ province: layer === 'province' ? place : null, city: layer === 'city' ? place : null, units: [] });
}

/** Refused when a version of the same place begins on that day or later: versions are set in the order of their days. */
async function endFormer({ tx }: Writing, versions: readonly StoredRule[], next: RuleVersion): Promise<Changed[]> {
  const here = versions.filter(({ layer, place }) => layer === next.layer && place === next.place);
  const later = here.find(({ from }) => from >= next.from);
  if (later !== undefined) refuse('conflict', 'standards.before_last_version', { last: later.from });
  const open = here.filter(({ to }) => to === null || to > next.from);
  for (const { id } of open) await tx.updateTable('rules').set({ to_on: next.from }).where('id', '=', id).execute();
  return open.map(({ id, to }) => ({ subjectId: id, before: { to }, after: { to: next.from } }));
}

async function insertVersion({ tx }: Writing, { id, ruleId, from, to, value, ...said }: StoredRule): Promise<void> {
  await tx
    .insertInto('rules')
    .values({ id, rule_id: ruleId, value: JSON.stringify(value), from_on: from, to_on: to, ...said })
    .execute();
}
