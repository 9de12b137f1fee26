import type { Certainty, ClauseKind, DayKind, Layer, RuleId, StandardsRefusal } from '@changming/domain/standards';

export const refusals = {
  'standards.clause_not_found': '未找到条款 {code}',
  'standards.rule_not_found': '未找到该规则值，或它是产品默认值，只能用新值替换',
  'standards.rule_ended': '该规则值已于 {to} 终止',
  'standards.wrong_value': '这个值不符合该规则的取值范围，请检查',
  'standards.laxer': '下级规定只能比上级更严；确需放宽，请由集团明示',
  'standards.wrong_place': '请选择该层级对应的省、市或单位',
  'standards.headquarters_only': '条款、规则和工作日历由集团统一维护，请联系集团劳安部',
  'standards.not_in_year': '{day} 不在 {year} 年内',
  'standards.day_twice': '{day} 出现了两次',
  'standards.reason_missing': '没有放假通知的，请写明调整的原因',
  'standards.before_last_version': '生效日期应晚于上一版（{last}）',
} satisfies Record<StandardsRefusal, string>;

export const rules = {
  'workforce.fullTimeAbove': '超过多少人须设机构或专职安全员',
  'workforce.fullTimePerMille': '每千人专职安全员',
  'workforce.directorFrom': '多少人起须设安全总监',
  'workforce.directorFromHighRisk': '高危单位多少人起须设安全总监',
  'workforce.committeeFrom': '多少人起须设安委会',
  'workforce.committeeFromHighRisk': '高危单位多少人起须设安委会',
  'responsibilities.letterDays': '入职或调岗后签责任书期限',
  'hazards.teamDays': '班组级隐患整改期限',
  'hazards.workshopDays': '车间级隐患整改期限',
  'hazards.unitDays': '公司级隐患整改期限',
  'hazards.unitLatestDays': '公司级隐患最长整改期限',
  'hazards.acceptWorkdays': '验收期限',
  'hazards.majorConfirmHours': '重大隐患确认期限',
  'hazards.lookBackShare': '每月回头看抽取比例',
  'hazards.lookBackAtLeast': '每月回头看最少件数',
  'hazards.lookBackFromDays': '回头看最早（销号后）',
  'hazards.lookBackToDays': '回头看最晚（销号后）',
  'hazards.lookBackMajorToDays': '重大隐患回头看最晚（销号后）',
  'hazards.relapseDays': '重复隐患认定期',
  'hazards.superviseOverdueDays': '超期多少天挂牌督办',
  'hazards.superviseRecurrences': '重复多少次挂牌督办',
  'hazards.superviseReportDays': '督办进展报送间隔',
  'hazards.escalateUnitHeadDays': '逾期提级到单位负责人',
  'hazards.escalateParentDays': '逾期提级到上级单位',
  'hazards.escalateHeadquartersDays': '逾期提级到集团',
  'hazards.triageDays': '定级期限（上报后）',
  'hazards.triageUnitHeadDays': '定级超期提级到单位负责人',
  'hazards.triageParentDays': '定级超期提级到上级单位',
  'hazards.acceptUnitHeadDays': '验收超期提级到单位负责人',
  'hazards.acceptParentDays': '验收超期提级到上级单位',
  'hazards.majorParentDays': '重大隐患逾期未确认提级到上级单位',
  'hazards.majorHeadquartersDays': '重大隐患逾期未确认提级到集团',
  'hazards.lookBackHeadquartersDays': '回头看超期提级到集团',
  'hazards.superviseUnitHeadDays': '督办进展逾期未报提级到单位负责人',
  'hazards.superviseHeadquartersDays': '督办进展逾期未报提级到集团',
  'risks.reviewMonths': '风险复评间隔',
  'risks.remindDays': '风险复评提前提醒',
  'inspections.leaderEveryDays': '主要负责人带队检查间隔',
  'inspections.firePatrolDays': '防火巡查间隔（重点单位）',
  'inspections.fireCheckDays': '防火检查间隔',
  'inspections.chaseUnitHeadDays': '漏查提级到单位负责人',
  'inspections.chaseParentDays': '漏查提级到上级单位',
  'equipment.scrapYearsWater': '水基型（泡沫）灭火器报废年限',
  'equipment.scrapYearsPowder': '干粉灭火器报废年限',
  'equipment.scrapYearsCleanGas': '洁净气体灭火器报废年限',
  'equipment.scrapYearsCo2': '二氧化碳灭火器报废年限',
  'equipment.serviceYearsWater': '水基型（泡沫）灭火器首次维修',
  'equipment.serviceYearsPowder': '干粉灭火器首次维修',
  'equipment.serviceYearsCleanGas': '洁净气体灭火器首次维修',
  'equipment.serviceYearsCo2': '二氧化碳灭火器首次维修',
  'equipment.serviceAgainYearsWater': '水基型（泡沫）灭火器再次维修间隔',
  'equipment.serviceAgainYearsPowder': '干粉灭火器再次维修间隔',
  'equipment.serviceAgainYearsCleanGas': '洁净气体灭火器再次维修间隔',
  'equipment.serviceAgainYearsCo2': '二氧化碳灭火器再次维修间隔',
  'equipment.spotChecksPerMonth': '消防器材每月点检次数',
  'equipment.remindFirstDays': '设备到期提前提醒',
  'equipment.remindAgainDays': '设备到期再次提醒（提前）',
  'equipment.escalateUnitHeadDays': '设备超期提级到单位负责人',
  'equipment.escalateParentDays': '设备超期提级到上级单位',
  'drills.planFileWorkdays': '应急预案备案期限',
  'access.passwordProfile': '密码规则',
} satisfies Record<RuleId, string>;

export const counts = {
  people: '人',
  perMille: '‰',
  days: '天',
  workdays: '个工作日',
  hours: '小时',
  months: '个月',
  years: '年',
  share: '比例',
  times: '次',
  word: '选项',
};

export const layers = {
  product: '产品默认',
  nation: '国家',
  province: '省',
  city: '市',
  group: '集团',
  unit: '单位',
} satisfies Record<Layer, string>;

export const certainties = {
  read: '已核对原文',
  quoted: '据其他文件引用',
  remembered: '待核对',
  own: '产品默认，无法规出处',
} satisfies Record<Certainty, string>;

export const clauseKinds = {
  law: '法律',
  regulation: '法规规章',
  standard: '标准',
  internal: '内部制度',
} satisfies Record<ClauseKind, string>;

export const dayKinds = { work: '上班', rest: '休息' } satisfies Record<DayKind, string>;

export const words = { dengbao: '等级保护', asvs: 'OWASP ASVS' };

export { desk } from './standards/desk.ts';
