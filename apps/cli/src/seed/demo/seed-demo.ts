import type { Shell } from '../../verb.ts';
import { found, writeAccounts } from '../found.ts';
import { randomFrom } from '../random.ts';
import { demoGroup } from './group.ts';
import { makeLightsOut } from './lights-out.ts';
import { makeAccounts } from './make-accounts.ts';
import { makeAssessments } from './make-assessments.ts';
import { makeCertificates } from './make-certificates.ts';
import { makeEquipment } from './make-equipment.ts';
import { makeHazards } from './make-hazards.ts';
import { makeIncidents } from './make-incidents.ts';
import { makeInspections } from './make-inspections.ts';
import { makeLedInspections } from './make-led-inspections.ts';
import { editorOf, makePeople } from './make-people.ts';
import { makePoints } from './make-points.ts';
import { makeRisks } from './make-risks.ts';
import { makeTraining } from './make-training.ts';
import { type MadeUnit, makeUnits } from './make-units.ts';

const founding = '2020-01-01';
const arrival = '2025-01-06';

/** A living garment group: units, people, one account a role, points with plates, and three quarters of hazards. */
export async function seedDemo(shell: Shell, seed: number): Promise<void> {
  const { house, config, print } = shell;
  const random = randomFrom(seed);
  const { group } = await found({ ...shell, house: house.at(new Date(`${founding}T01:00:00Z`)) }, { demo: true, on: founding });
  const editor = await editorOf(house, group.id);
  const place = { parentId: group.id, code: group.code, path: [demoGroup.name] };
  const below = await makeUnits(house.at(new Date('2020-01-02T01:00:00Z')).callerFor(editor), demoGroup, place);
  const units: MadeUnit[] = [{ id: group.id, code: group.code, unit: demoGroup, path: [demoGroup.name] }, ...below];
  const people = await makePeople({ house, editor, random, on: arrival }, units);
  print(`单位 ${units.length} 个，人员 ${people.length} 名`);
  const accounts = await makeAccounts({ house, on: house.clock.today() }, { people, units });
  await writeAccounts(config.CM_DATA_DIR, 'demo-accounts.txt', accounts);
  const points = await makePoints({ house: house.at(new Date(`${arrival}T02:00:00Z`)), editor }, { units, people });
  const { hazards, looked } = await makeHazards({ shell, random, units, people, points });
  print(`点位 ${points.length} 个，隐患 ${hazards} 条，回头看 ${looked} 条`);
  const { risks, sheets } = await makeRisks({ shell, random, editor, units, people, points });
  print(`风险 ${risks} 条，图纸 ${sheets} 张`);
  const { owed, failed } = await makeInspections({ shell, random, editor, units, people, points });
  print(`排查任务 ${owed} 项，其中 ${failed} 次查出异常`);
  const shifts = await makeLightsOut({ shell, random, editor, units, people, points });
  print(`班后确认 ${shifts} 班次`);
  const led = await makeLedInspections({ shell, editor, units, people, points });
  print(`带队检查 ${led} 次`);
  const equipment = await makeEquipment({ shell, random, editor, units, people, points });
  print(`特种设备 ${equipment.machines} 台，消防器材 ${equipment.pieces} 件`);
  const incidents = await makeIncidents({ shell, units, people, points });
  print(`事件 ${incidents} 起`);
  const certified = await makeCertificates({ shell, editor, units, people, points });
  print(`证书 ${certified.certificates} 本，持证岗位 ${certified.posts} 个`);
  const training = await makeTraining({ shell, editor, units, people, points });
  print(`培训 ${training.sessions} 次，新员工 ${training.newcomers} 名`);
  const periods = await makeAssessments({ house }, { units, people });
  print(`考核 ${periods.join('、')}`);
}
