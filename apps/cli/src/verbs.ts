import type { Verb } from './verb.ts';

/** Every verb of `cm`: what it is called, what it takes, and where it is done. Only the one that is asked for is loaded. */
export const verbs: readonly Verb[] = [
  {
    name: 'assess',
    summary:
      '计算一个期间的考核：--period 2026Q3（月写 2026-03，半年写 2026H2，全年写 2026）；算过的重新计算并核对；--scheme 指明方案，如 comprehensive（综合），不写是 hazard-treatment（隐患治理专项）；--known-at 按某一时刻所知试算，写成 2026-11-26T18:00:00+08:00；--anew 重算或重述',
    load: async () => (await import('./contexts/assessments/assess.ts')).assess,
  },
  {
    name: 'audit export',
    summary: '导出已封存的审计轨迹，供离线核验：--to <文件>',
    load: async () => (await import('./contexts/audit/audit-export.ts')).auditExport,
  },
  {
    name: 'audit verify',
    summary: '核验审计轨迹是否被改动；--json',
    load: async () => (await import('./contexts/audit/audit-verify.ts')).auditVerify,
  },
  {
    name: 'lookback verify',
    summary: '用公布的种子重新抽取某月的回头看，核对当时的抽查结果：--month <年-月> [--json]',
    load: async () => (await import('./contexts/hazards/lookback-verify.ts')).lookbackVerify,
  },
  {
    name: 'import',
    summary:
      '导入组织机构、花名册、点位、隐患台账、设备台账、风险清单或培训签到表：<units|workforce|points|hazards|specialEquipment|fireEquipment|risks|training> <文件.xlsx> --unit <代码> [--on 日期] [--opening] [--all] [--dry-run] [--json]',
    load: async () => (await import('./contexts/imports/import-file.ts')).importFile,
  },
  {
    name: 'rules',
    summary: '列出适用的规则值；--json、--on <日期>、--unit <单位编号>',
    load: async () => (await import('./contexts/standards/rules.ts')).rules,
  },
  {
    name: 'account create',
    summary: '为人员开通账号，打印一次性密码：--person <工号,工号…> [--json]',
    load: async () => (await import('./contexts/access/account-create.ts')).accountCreate,
  },
  {
    name: 'account reset',
    summary: '重置密码，打印一次性密码：--login <账号或工号> [--totp 一并解除动态口令] [--reason <原因>]',
    load: async () => (await import('./contexts/access/account-reset.ts')).accountReset,
  },
  { name: 'routes', summary: '列出全部接口与所需权限：[--json]', load: async () => (await import('./contexts/access/routes.ts')).routes },
  {
    name: 'token create',
    summary: '签发令牌，只打印一次：--person <工号> --scopes <权限,…> [--units <单位代码,…>] [--days 90] [--name <名称>]',
    load: async () => (await import('./contexts/access/token-create.ts')).tokenCreate,
  },
  {
    name: 'worker',
    summary: '把此刻到期的后台工作（抽查、提醒、升级、发送等）办完就结束：--until-idle',
    load: async () => (await import('./work-off.ts')).workOff,
  },
  {
    name: 'seed',
    summary: '建立集团：--name <名称> --code <编码>；--profile demo 装入演示集团，[--seed <整数>]',
    load: async () => (await import('./seed/seed.ts')).seed,
  },
];
