import { callingAt } from '@changming/application/access';

import { type Actor, uuidV7 as newId } from '@changming/application/context';
import {
  assignHazard,
  decideOnTreatment,
  draftTreatment,
  listHazard,
  registerHazard,
  reportHazard,
  reportProgress,
  startHazard,
  tellAuthority,
} from '@changming/application/hazards';

import { takePhoto } from '../photos/take-photo.ts';
import { dayOf, type Life } from './live-on.ts';
import { majorTale } from './stories.ts';
import { pictureOf, sendPicture } from './take-pictures.ts';

const hour = 3_600_000;
const day = 24;

/** A major hazard under listed supervision: reported to the authority, its treatment plan approved by the group, under way. */
export async function liveMajor({ house, files, random, cast, at, scene }: Omit<Life, 'tale' | 'fate' | 'point'>): Promise<void> {
  const id = newId(at, random.bytes(16));
  const by = (actor: Actor, hours: number) => callingAt(house, actor, new Date(at.getTime() + hours * hour));
  const content = await takePhoto({ category: 'dust', scene, mended: false, plate: [cast.workshop.unit.name, '除尘系统'], takenAt: at });
  const picture = pictureOf(content, at);
  const seen = { id, category: 'dust' as const, text: majorTale.text, photos: [picture.sha256], foundAt: at.toISOString() };
  await reportHazard(by(cast.officer, 0), { ...seen, unitId: cast.workshop.id, source: 'groupInspection' });
  await sendPicture(
    { caller: by(cast.officer, 0), files, id: newId(at, random.bytes(16)), subject: id, unitId: cast.workshop.id },
    picture,
  );
  await registerHazard(by(cast.head, 2), { hazardId: id, level: 'major' });
  await tellAuthority(by(cast.head, 5), { hazardId: id, authority: '县应急管理局' });
  await draftTreatment(by(cast.head, 20), { hazardId: id, ...treatment });
  await decideOnTreatment(by(cast.group, 26), { hazardId: id, granted: true, note: '同意，按期完成' });
  const plan = {
    responsibleUnitId: cast.workshop.id,
    responsibleId: cast.leaderId,
    leaderId: cast.headId,
    measures: majorTale.measures,
    funds: 38_000_000,
    dueOn: dayOf(new Date(at.getTime() + 60 * day * hour)),
    contingency: majorTale.contingency,
  };
  await assignHazard(by(cast.head, 28), { hazardId: id, plan });
  await startHazard(by(cast.leader, 29), { hazardId: id });
  const requirements = '停产整治，每周上报进展，整治完成经集团验收后方可恢复生产';
  await listHazard(by(cast.group, 30), { hazardId: id, issuer: '集团安委会', mainPersonId: cast.headId, requirements, dueOn: plan.dueOn });
  await reportProgress(by(cast.head, 30 + 6 * day), { hazardId: id, text: '已停产清理积尘，滤筒到货，正在更换' });
}

const treatment = {
  goals: '消除除尘系统积尘，恢复清扫制度',
  methods: '停产清理管道和横梁，更换滤筒，加装压差监测',
  funds: 38_000_000,
  organisation: '厂长负责，设备科、安全科、充绒车间参加',
  timeLimit: '60 天内完成并自评',
  safetyMeasures: '作业前断电挂牌，配防静电工装，专人监护',
};
