import type { DemoUnit } from './demo-unit.ts';

const team = (name: string): DemoUnit => ({ name, kind: 'team' });
const workshop = (name: string, teams: readonly string[], flags: DemoUnit['flags'] = []): DemoUnit => ({
  name,
  kind: 'workshop',
  flags,
  below: teams.map(team),
});
const department = (name: string): DemoUnit => ({ name, kind: 'department' });

/** 岚枝集团 as the demo knows it: made up, five subsidiaries, sixty units and a little over. */
export const demoGroup: DemoUnit = {
  name: '岚枝纺织服装集团有限公司',
  kind: 'group',
  below: [
    department('劳动安全部（安委会办公室）'),
    department('生产技术部'),
    department('装备动力部'),
    {
      name: '临溪羽绒服饰有限公司',
      short: ['临溪羽绒'],
      kind: 'subsidiary',
      flags: ['isFireKeyUnit', 'hasDownFilling', 'hasDorm'],
      below: [
        department('安全环保科'),
        {
          name: '临溪第一工厂',
          short: ['临溪一厂'],
          kind: 'factory',
          flags: ['isFireKeyUnit', 'isCrowdedPlace'],
          below: [
            workshop('裁剪车间', ['裁剪一班', '裁剪二班']),
            workshop('缝制一车间', ['缝制一组', '缝制二组', '缝制三组'], ['isCrowdedPlace']),
            workshop('充绒车间', ['充绒一班', '充绒二班'], ['hasDownFilling', 'hasCombustibleDust']),
            workshop('整烫车间', ['整烫班'], ['hasBoiler']),
          ],
        },
        {
          name: '临溪第二工厂',
          short: ['临溪二厂'],
          kind: 'factory',
          flags: ['isFireKeyUnit'],
          below: [workshop('缝制二车间', ['缝制四组', '缝制五组'], ['isCrowdedPlace']), workshop('包装车间', ['包装班'])],
        },
      ],
    },
    {
      name: '青桥针织有限公司',
      short: ['青桥针织'],
      kind: 'subsidiary',
      flags: ['isFireKeyUnit', 'hasHazchem'],
      below: [
        department('安全科'),
        workshop('织造车间', ['织造甲班', '织造乙班']),
        workshop('染整车间', ['染色班', '定型班'], ['hasHazchem', 'hasBoiler', 'hasConfinedSpace']),
        workshop('污水处理站', ['运行班'], ['hasConfinedSpace']),
      ],
    },
    {
      name: '云杉制衣有限公司',
      short: ['云杉制衣'],
      kind: 'subsidiary',
      flags: ['isFireKeyUnit', 'hasDorm', 'hasCanteen'],
      below: [
        department('综合管理科'),
        workshop('缝制车间', ['缝制甲组', '缝制乙组', '缝制丙组'], ['isCrowdedPlace']),
        workshop('后整车间', ['后整班']),
        department('后勤服务部'),
      ],
    },
    {
      name: '白榆家纺有限公司',
      short: ['白榆家纺'],
      kind: 'subsidiary',
      flags: ['isFireKeyUnit', 'hasCombustibleDust'],
      below: [
        workshop('开松车间', ['开松班'], ['hasCombustibleDust']),
        workshop('绗缝车间', ['绗缝一班', '绗缝二班']),
        workshop('成品库', ['仓储班']),
      ],
    },
    {
      name: '岚枝物流有限公司',
      short: ['岚枝物流'],
      kind: 'subsidiary',
      flags: ['hasSpecialEquipment', 'hasContractors', 'hasTenants'],
      below: [workshop('中心仓库', ['收货班', '发货班'], ['hasSpecialEquipment']), workshop('车队', ['叉车班'], ['hasSpecialEquipment'])],
    },
  ],
};
