import { about } from './ask.ts';

const electricity = about('electricity');
const machinery = about('machinery');
const special = about('specialEquipment');

export const machineQuestions = [
  electricity.one('ELE-01', '发现有人触电，首先应当（　）。', [
    '切断电源，或者用干燥的绝缘物使其脱离电源',
    '用手把他拉开',
    '给他喝水',
    '用湿毛巾擦脸',
  ]),
  electricity.no('ELE-02', '保险丝经常熔断，可以换成铜丝。', { level: 'workshop' }),
  electricity.one(
    'ELE-03',
    '安装、检修电气线路和设备的人员，应当持有（　）。',
    ['电工作业的特种作业操作证', '叉车证', '健康证', '安全管理人员证书'],
    { clause: '特种作业人员安全技术培训考核管理规定' },
  ),
  electricity.yes('ELE-04', '班后应当关闭缝纫、熨烫、充绒等设备的电源，确认断电断气后再离开。', { level: 'team' }),
  electricity.several(
    'ELE-05',
    '电气线路过热起火的常见原因有（　）。',
    { right: ['过负荷', '接头接触不良', '短路'], wrong: ['绝缘完好'] },
    { difficulty: 2 },
  ),
  electricity.one(
    'ELE-06',
    '剩余电流动作保护器（漏电保护器）上“试验”按钮的作用是（　）。',
    ['检验保护器能否可靠跳闸', '提高电压', '给设备断电下班用', '调节电流大小'],
    { difficulty: 2 },
  ),
  electricity.no('ELE-07', '手湿的时候，可以操作电气开关和插拔插头。'),
  electricity.yes('ELE-08', '检修电气设备，应当断电、验电，并在开关处挂“禁止合闸，有人工作”的标示牌。', { level: 'workshop' }),
  electricity.no('ELE-09', '配电箱前面只要不碰到线，堆放布料没有关系。', { why: '配电箱前应当留出操作空间，不得堆放可燃物。' }),
  machinery.one(
    'MAC-01',
    '清理、维修裁剪机、缝纫机之前，应当（　）。',
    ['停机并切断电源', '降低转速', '请同事在旁边看着就行', '戴好手套后直接清理'],
    { level: 'team' },
  ),
  machinery.no('MAC-02', '操作高速旋转的设备时，戴上线手套更安全。', { why: '手套会被卷入，造成更重的伤害。' }),
  machinery.several(
    'MAC-03',
    '进入有旋转设备的车间，长发员工应当（　）。',
    { right: ['盘起头发', '戴工作帽', '扎紧袖口和衣摆'], wrong: ['系长围巾'] },
    { level: 'team' },
  ),
  machinery.no('MAC-04', '裁床的防护罩妨碍操作，赶货时可以先拆下来。', {
    clause: '安全生产法第三十六条',
    why: '不得关闭、破坏直接关系生产安全的防护设备、设施。',
  }),
  machinery.one('MAC-05', '使用直刀裁剪机时，按布的手应当戴（　）。', ['金属（钢丝）手套', '线手套', '橡胶手套', '不戴手套'], {
    level: 'team',
  }),
  machinery.one(
    'MAC-06',
    '检修时“上锁挂牌”的目的是（　）。',
    ['防止设备在检修时被意外启动', '防止设备被盗', '记录检修次数', '提醒打扫卫生'],
    { level: 'workshop', difficulty: 2 },
  ),
  machinery.yes('MAC-07', '熨烫、压胶设备的高温部位应当有防烫标识，操作时不得触摸。', { level: 'team' }),
  machinery.one('MAC-08', '安全标志中，黄色表示（　）。', ['警告、注意', '禁止、停止', '必须遵守', '安全状态、通行'], { difficulty: 2 }),
  special.one('SPE-01', '厂内叉车应当由（　）驾驶。', ['取得叉车司机资格的人员', '有小汽车驾驶证的人员', '仓库保管员', '力气大的员工'], {
    clause: '特种设备安全法第十四条',
  }),
  special.yes('SPE-02', '传送面辅料的杂物电梯严禁载人。', { level: 'team' }),
  special.one(
    'SPE-03',
    '特种设备使用单位应当在检验合格有效期届满前（　）向检验机构提出定期检验要求。',
    ['一个月', '一周', '三个月', '半年'],
    { difficulty: 3, clause: '特种设备安全法第四十条' },
  ),
  special.no('SPE-04', '需要登高取货时，可以站在叉车的货叉上升上去。'),
  special.one(
    'SPE-05',
    '发现锅炉严重缺水时，应当（　）。',
    ['立即停炉，严禁向锅炉内上水', '马上大量上水', '加大火力', '打开安全阀继续运行'],
    { difficulty: 3, level: 'workshop' },
  ),
];
