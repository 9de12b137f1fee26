import { parseArgs } from 'node:util';

import { listRules } from '@changming/application/standards';
import { zhCN } from '@changming/phrases';

import type { Run } from '../../verb.ts';

/** `cm rules [--json] [--on 2026-03-05] [--unit <id>]`: every rule in force, with its value, source and jurisdiction. */
export const rules: Run = async ({ house, print }, args) => {
  const options = { json: { type: 'boolean', default: false }, on: { type: 'string' }, unit: { type: 'string' } } as const;
  const { values } = parseArgs({ args: [...args], options });
  const found = await listRules(house.clockwork(), { on: values.on, unitId: values.unit });
  if (values.json) {
    print(JSON.stringify(found, null, 2));
    return;
  }
  const { counts, layers, rules: names } = zhCN.standards;
  for (const { ruleId, value, counts: unit, layer, source, article, from } of found)
    print([ruleId, names[ruleId], `${value} ${counts[unit]}`, layers[layer], `${source}${article ?? ''}`, from].join('\t'));
};
