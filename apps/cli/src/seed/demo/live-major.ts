import {
  assignHazard,
  decideOnTreatment,
  draftTreatment,
  listHazard,
  registerHazard,
  reportProgress,
  startHazard,
  tellAuthority,
} from '@changming/application/hazards';

import { dayOf, type Telling } from './telling.ts';

const hour = 3_600_000;
const day = 24;

/** A major hazard under listed supervision: told to the authority, its treatment plan approved by the group, under way. */
export async function liveMajor({ life: { cast, at, tale }, hazardId, by }: Telling): Promise<void> {
  await registerHazard(by(cast.head, 2), { hazardId, level: 'major' });
  await tellAuthority(by(cast.head, 5), { hazardId, authority: '县应急管理局' });
  await draftTreatment(by(cast.head, 20), {
    hazardId,
    ...treatment,
    organisation: `厂长负责，设备科、安全科、${cast.workshop.unit.name}参加`,
  });
  await decideOnTreatment(by(cast.group, 26), { hazardId, granted: true, note: '同意，按期完成' });
  const plan = {
    responsibleUnitId: cast.workshop.id,
    responsibleId: cast.leaderId,
    leaderId: cast.headId,
    measures: tale.measures,
    funds: 38_000_000,
    dueOn: dayOf(new Date(at.getTime() + 60 * day * hour)),
    contingency: tale.contingency,
  };
  await assignHazard(by(cast.head, 28), { hazardId, plan });
  await startHazard(by(cast.leader, 29), { hazardId });
  const requirements = '停产整治，每周上报进展，整治完成经集团验收后方可恢复生产';
  await listHazard(by(cast.group, 30), { hazardId, issuer: '集团安委会', mainPersonId: cast.headId, requirements, dueOn: plan.dueOn });
  await reportProgress(by(cast.head, 30 + 6 * day), { hazardId, text: '已停产清理积尘，滤筒到货，正在更换' });
}

const treatment = {
  goals: '消除除尘系统积尘，恢复清扫制度',
  methods: '停产清理管道和横梁，更换滤筒，加装压差监测',
  funds: 38_000_000,
  timeLimit: '60 天内完成并自评',
  safetyMeasures: '作业前断电挂牌，配防静电工装，专人监护',
};
