import { parseArgs } from 'node:util';

import { signerIn, type TrailFault, verifyTrail } from '@changming/application/audit';

import type { Run } from '../../verb.ts';

/** `cm audit verify [--json]`: every row, leaf, root and signature of the trail in the database. Fails when anything does not hold. */
export const auditVerify: Run = async ({ speakAs, config, print }, args) => {
  const { values } = parseArgs({ args: [...args], options: { json: { type: 'boolean', default: false } } });
  const found = await verifyTrail(speakAs('auditAdmin'), await signerIn(config.CM_DATA_DIR));
  if (values.json) print(JSON.stringify(found, null, 2));
  else for (const fault of found.faults.slice(0, 100)) print(told(fault));
  if (found.faults.length > 0) throw new Error(`审计轨迹有 ${found.faults.length} 处不符`);
  if (!values.json) print(`审计轨迹完整：${found.leaves} 条，${found.checkpoints} 个封存点`);
};

function told(fault: TrailFault): string {
  if ('size' in fault) return `封存点 ${fault.size}：${fault.fault === 'wrong_root' ? '与轨迹不符' : '签名不符'}`;
  if (fault.fault === 'slipped_in') return `${fault.id}：事后插入`;
  if (fault.fault === 'gap') return `第 ${fault.leaf} 条：缺失`;
  return `第 ${fault.leaf} 条：${fault.fault === 'altered' ? `${fault.id} 被改动` : '原记录被删除'}`;
}
