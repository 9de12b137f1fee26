import type { Role } from './roles.ts';

/** 录入、分析、审批: three scopes of one person, never mixed. */
export const kinds = ['enter', 'analyse', 'approve'] as const;
export type Kind = (typeof kinds)[number];

type Row = { readonly kind: Kind; readonly roles: readonly Role[] };

const line = ['unitHead', 'safetyOfficer', 'workshopHead', 'teamLeader'] as const;
const heads = ['hqLeader', 'hqSafety', 'unitHead', 'safetyOfficer', 'workshopHead'] as const;
const staff = ['hqLeader', 'hqSafety', ...line, 'worker', 'analyst'] as const;
const readers = ['hqLeader', 'hqSafety', ...line, 'analyst'] as const;
const everybody = [...staff, 'contractor', 'systemAdmin', 'securityAdmin', 'auditAdmin'] as const;

/**
 * The matrix verbs × roles × kinds: who may do what, one row a verb. Where is said by each grant.
 * Rules of separation that depend on the record (整改人 ≠ 验收人, one level up, 重大由集团) are decided in each context's domain.
 */
export const matrix = {
  // ── units 单位
  'units.read': { kind: 'analyse', roles: everybody },
  'units.create': { kind: 'enter', roles: ['hqSafety'] },
  'units.reorganise': { kind: 'approve', roles: ['hqSafety'] },
  'units.editProfile': { kind: 'enter', roles: ['hqSafety', 'safetyOfficer'] },
  // ── standards 标准与规则
  'standards.read': { kind: 'analyse', roles: [...everybody, 'clockwork'] },
  'standards.edit': { kind: 'enter', roles: ['hqSafety'] },
  // ── workforce 人员
  'workforce.read': { kind: 'analyse', roles: heads },
  'workforce.edit': { kind: 'enter', roles: ['hqSafety', 'safetyOfficer'] },
  /** The photo of a certificate shows the whole number: for those who keep or answer for the certificates of a unit. */
  'workforce.readPhoto': { kind: 'analyse', roles: ['hqSafety', 'unitHead', 'safetyOfficer'] },
  'workforce.unmask': { kind: 'approve', roles: ['hqSafety', 'unitHead'] },
  /** 放行: lets somebody take up a post in spite of what the gates object. */
  'workforce.override': { kind: 'approve', roles: ['hqSafety', 'unitHead'] },
  /** 我的证书: one's own. */
  'workforce.follow': { kind: 'analyse', roles: [...readers, 'worker'] },
  'workforce.export': { kind: 'analyse', roles: ['hqSafety', 'unitHead', 'safetyOfficer'] },
  'workforce.sweep': { kind: 'enter', roles: ['clockwork'] },
  /** 值班: everybody of a unit sees who is on duty; whoever stands a watch signs in for it. */
  'workforce.readWatch': { kind: 'analyse', roles: staff },
  'workforce.planWatch': { kind: 'enter', roles: ['hqSafety', 'unitHead', 'safetyOfficer'] },
  'workforce.standWatch': { kind: 'enter', roles: ['hqLeader', 'hqSafety', ...line, 'worker'] },
  'workforce.checkWatch': { kind: 'enter', roles: ['hqSafety', 'unitHead', 'safetyOfficer'] },
  'workforce.sweepWatch': { kind: 'enter', roles: ['clockwork'] },
  // ── access 账号与授权
  'access.readAccounts': { kind: 'analyse', roles: ['systemAdmin', 'securityAdmin'] },
  'access.manageAccounts': { kind: 'enter', roles: ['systemAdmin'] },
  'access.grant': { kind: 'approve', roles: ['securityAdmin'] },
  'access.manageTokens': { kind: 'approve', roles: ['securityAdmin'] },
  'access.sweep': { kind: 'enter', roles: ['clockwork'] },
  'access.configure': { kind: 'enter', roles: ['systemAdmin'] },
  'access.pairDevices': { kind: 'enter', roles: ['systemAdmin', 'safetyOfficer', 'workshopHead', 'teamLeader'] },
  // ── audit 审计
  'audit.readTrail': { kind: 'analyse', roles: ['auditAdmin'] },
  'audit.readRecordTrail': { kind: 'analyse', roles: heads },
  'audit.seal': { kind: 'enter', roles: ['clockwork'] },
  // ── imports 导入
  'imports.read': { kind: 'analyse', roles: ['hqSafety', 'safetyOfficer'] },
  'imports.run': { kind: 'enter', roles: ['hqSafety', 'safetyOfficer'] },
  /** 期初: the days of a table count as it tells them, not from when it was recorded. */
  'imports.markOpening': { kind: 'approve', roles: ['hqSafety'] },
  'imports.sweep': { kind: 'enter', roles: ['clockwork'] },
  // ── points 点位
  'points.read': { kind: 'analyse', roles: readers },
  'points.export': { kind: 'analyse', roles: readers },
  'points.edit': { kind: 'enter', roles: ['hqSafety', 'safetyOfficer', 'workshopHead'] },
  // ── risks 风险
  'risks.read': { kind: 'analyse', roles: readers },
  /** 岗位风险告知卡: everybody who works here reads what the risks of a place are (安全生产法 art. 41). */
  'risks.readCard': { kind: 'analyse', roles: [...staff, 'contractor'] },
  'risks.edit': { kind: 'enter', roles: ['hqSafety', 'unitHead', 'safetyOfficer', 'workshopHead'] },
  'risks.approve': { kind: 'approve', roles: ['hqSafety', 'unitHead', 'safetyOfficer'] },
  'risks.import': { kind: 'approve', roles: ['hqSafety', 'safetyOfficer'] },
  'risks.setScale': { kind: 'enter', roles: ['hqSafety'] },
  'risks.export': { kind: 'analyse', roles: readers },
  'risks.sweep': { kind: 'enter', roles: ['clockwork'] },
  // ── evidence 证据
  'evidence.read': { kind: 'analyse', roles: [...readers, 'worker'] },
  'evidence.upload': { kind: 'enter', roles: ['hqLeader', 'hqSafety', ...line, 'worker', 'contractor'] },
  /** 未传完的照片: what was begun and left. */
  'evidence.sweep': { kind: 'enter', roles: ['clockwork'] },
  // ── notices 通知
  'notices.sweep': { kind: 'enter', roles: ['clockwork'] },
  // ── documents 后台生成的导出文件, of every context
  'documents.sweep': { kind: 'enter', roles: ['clockwork'] },
  // ── hazards 隐患
  'hazards.read': { kind: 'analyse', roles: readers },
  /** One's own reports and tasks, and one hazard by assignment. */
  'hazards.follow': { kind: 'analyse', roles: [...readers, 'worker', 'contractor'] },
  'hazards.report': { kind: 'enter', roles: ['hqLeader', 'hqSafety', ...line, 'worker', 'contractor'] },
  /** 期初台账: sets any stage, so it is the headquarters' alone. */
  'hazards.import': { kind: 'approve', roles: ['hqSafety'] },
  'hazards.triage': { kind: 'approve', roles: ['hqSafety', 'unitHead', 'safetyOfficer'] },
  'hazards.plan': { kind: 'enter', roles: ['hqSafety', ...line] },
  'hazards.rectify': { kind: 'enter', roles: ['hqSafety', ...line, 'worker', 'contractor'] },
  'hazards.accept': { kind: 'approve', roles: ['hqSafety', 'unitHead', 'safetyOfficer'] },
  'hazards.acceptMajor': { kind: 'approve', roles: ['hqSafety'] },
  'hazards.void': { kind: 'approve', roles: ['hqSafety', 'unitHead'] },
  'hazards.decideExtension': { kind: 'approve', roles: ['hqSafety', 'unitHead'] },
  'hazards.confirmMajor': { kind: 'approve', roles: ['hqSafety', 'unitHead', 'safetyOfficer'] },
  'hazards.treatMajor': { kind: 'enter', roles: ['hqSafety', 'unitHead', 'safetyOfficer'] },
  'hazards.approveTreatment': { kind: 'approve', roles: ['hqSafety'] },
  'hazards.supervise': { kind: 'approve', roles: ['hqSafety'] },
  'hazards.reopen': { kind: 'approve', roles: ['hqSafety', 'unitHead'] },
  'hazards.lookBack': { kind: 'enter', roles: ['hqSafety', 'unitHead', 'safetyOfficer'] },
  'hazards.drawLookBacks': { kind: 'enter', roles: ['clockwork'] },
  'hazards.sweep': { kind: 'enter', roles: ['clockwork'] },
  'hazards.saveView': { kind: 'analyse', roles: readers },
  'hazards.export': { kind: 'analyse', roles: readers },
  // ── inspections 排查
  'inspections.read': { kind: 'analyse', roles: readers },
  /** One's own tasks of the day, and one check with what it found. */
  'inspections.follow': { kind: 'analyse', roles: [...readers, 'worker'] },
  /** 带队检查 is a leader's own as well (五带头). */
  'inspections.perform': { kind: 'enter', roles: ['hqLeader', 'hqSafety', ...line, 'worker'] },
  'inspections.explain': { kind: 'enter', roles: ['hqSafety', ...line, 'worker'] },
  'inspections.editChecklists': { kind: 'enter', roles: ['hqSafety', 'safetyOfficer'] },
  'inspections.publishChecklists': { kind: 'approve', roles: ['hqSafety', 'unitHead', 'safetyOfficer'] },
  'inspections.plan': { kind: 'enter', roles: ['hqSafety', 'unitHead', 'safetyOfficer', 'workshopHead'] },
  'inspections.export': { kind: 'analyse', roles: readers },
  'inspections.sweep': { kind: 'enter', roles: ['clockwork'] },
  // ── equipment 设备
  'equipment.read': { kind: 'analyse', roles: readers },
  'equipment.edit': { kind: 'enter', roles: ['hqSafety', 'safetyOfficer', 'workshopHead'] },
  /** 停用、启用、报废. */
  'equipment.changeState': { kind: 'approve', roles: ['hqSafety', 'unitHead', 'safetyOfficer'] },
  'equipment.check': { kind: 'enter', roles: ['hqSafety', ...line, 'worker'] },
  'equipment.explain': { kind: 'enter', roles: ['hqSafety', ...line] },
  'equipment.export': { kind: 'analyse', roles: readers },
  /** 设备台账: states and inspections as the ledger tells them. */
  'equipment.import': { kind: 'enter', roles: ['hqSafety', 'safetyOfficer'] },
  'equipment.sweep': { kind: 'enter', roles: ['clockwork'] },
  // ── assessments 考核
  'assessments.read': { kind: 'analyse', roles: [...heads, 'analyst', 'clockwork'] },
  'assessments.editScheme': { kind: 'enter', roles: ['hqSafety'] },
  'assessments.run': { kind: 'enter', roles: ['hqSafety', 'clockwork'] },
  'assessments.confirm': { kind: 'approve', roles: ['unitHead'] },
  'assessments.publish': { kind: 'approve', roles: ['hqLeader', 'hqSafety'] },
  // ── analytics 数据
  'analytics.read': { kind: 'analyse', roles: ['hqLeader', 'hqSafety', 'unitHead', 'safetyOfficer', 'analyst'] },
  'analytics.sweep': { kind: 'enter', roles: ['clockwork'] },
  // ── actions 整改措施
  'actions.read': { kind: 'analyse', roles: readers },
  /** One's own actions, and one by assignment. */
  'actions.follow': { kind: 'analyse', roles: [...readers, 'worker'] },
  'actions.assign': { kind: 'enter', roles: ['hqSafety', 'unitHead', 'safetyOfficer', 'workshopHead'] },
  'actions.submit': { kind: 'enter', roles: ['hqSafety', ...line, 'worker'] },
  'actions.verify': { kind: 'approve', roles: ['hqSafety', 'unitHead', 'safetyOfficer'] },
  'actions.cancel': { kind: 'approve', roles: ['hqSafety', 'unitHead'] },
  /** 改派验证人: whoever answers for the unit. */
  'actions.replaceVerifier': { kind: 'approve', roles: ['hqSafety', 'unitHead'] },
  'actions.decideExtension': { kind: 'approve', roles: ['hqSafety', 'unitHead'] },
  'actions.export': { kind: 'analyse', roles: readers },
  'actions.sweep': { kind: 'enter', roles: ['clockwork'] },
  // ── training 培训
  'training.read': { kind: 'analyse', roles: readers },
  /** One's own hours, and the sessions to which one is expected. */
  'training.follow': { kind: 'analyse', roles: [...readers, 'worker'] },
  /** Sessions and who was there. */
  'training.hold': { kind: 'enter', roles: ['hqSafety', ...line] },
  'training.plan': { kind: 'enter', roles: ['hqSafety', 'unitHead', 'safetyOfficer'] },
  'training.approvePlan': { kind: 'approve', roles: ['hqSafety', 'unitHead'] },
  /** 学时更正, once the session is closed. */
  'training.correct': { kind: 'approve', roles: ['hqSafety', 'safetyOfficer'] },
  /** 培训签到表 of the time before the go-live. */
  'training.import': { kind: 'enter', roles: ['hqSafety', 'safetyOfficer'] },
  /** 启用准入. */
  'training.start': { kind: 'approve', roles: ['hqSafety'] },
  'training.export': { kind: 'analyse', roles: readers },
  'training.sweep': { kind: 'enter', roles: ['clockwork'] },
  /** 学习资料. */
  'training.keepLibrary': { kind: 'enter', roles: ['hqSafety', 'unitHead', 'safetyOfficer'] },
  /** Reading what is to be read, and sitting one's own exams. */
  'training.take': { kind: 'enter', roles: ['hqSafety', ...line, 'worker'] },
  /** The bank holds the right answers, so not everybody who reads records reads it. */
  'training.readQuestions': { kind: 'analyse', roles: ['hqSafety', 'unitHead', 'safetyOfficer'] },
  'training.editQuestions': { kind: 'enter', roles: ['hqSafety', 'safetyOfficer'] },
  'training.setExams': { kind: 'enter', roles: ['hqSafety', 'unitHead', 'safetyOfficer', 'workshopHead'] },
  /** 三违: persons and what they did, so no analyst and no colleague. */
  'training.readViolations': { kind: 'analyse', roles: ['hqLeader', 'hqSafety', ...line] },
  'training.recordViolation': { kind: 'enter', roles: ['hqSafety', ...line] },
  'training.handleViolation': { kind: 'approve', roles: ['hqSafety', 'unitHead', 'safetyOfficer', 'workshopHead'] },
  'training.exportViolations': { kind: 'analyse', roles: ['hqSafety', 'unitHead', 'safetyOfficer'] },
  /** 正向报告. */
  'training.praise': { kind: 'enter', roles: ['hqSafety', ...line, 'worker'] },
  // ── incidents 事件
  'incidents.read': { kind: 'analyse', roles: [...heads, 'analyst'] },
  /** One's own reports. */
  'incidents.follow': { kind: 'analyse', roles: [...readers, 'worker', 'contractor'] },
  'incidents.report': { kind: 'enter', roles: ['hqSafety', ...line, 'worker', 'contractor'] },
  /** 单位负责人核实. */
  'incidents.confirm': { kind: 'approve', roles: ['hqSafety', 'unitHead', 'safetyOfficer'] },
  'incidents.record': { kind: 'enter', roles: ['hqSafety', 'unitHead', 'safetyOfficer'] },
  'incidents.grade': { kind: 'approve', roles: ['hqSafety', 'unitHead'] },
  'incidents.approve': { kind: 'approve', roles: ['hqSafety', 'unitHead'] },
  'incidents.confirmGate': { kind: 'approve', roles: ['hqSafety', 'unitHead', 'safetyOfficer'] },
  'incidents.close': { kind: 'approve', roles: ['hqSafety', 'unitHead'] },
  /** 责任认定、迟漏谎瞒报认定、撤销、改性质、重新打开: what a unit may not decide about itself. */
  'incidents.oversee': { kind: 'approve', roles: ['hqSafety'] },
  'incidents.export': { kind: 'analyse', roles: [...heads, 'analyst'] },
  'incidents.sweep': { kind: 'enter', roles: ['clockwork'] },
  // ── responsibilities 责任
  'responsibilities.read': { kind: 'analyse', roles: readers },
  /** One's own duties and letters. */
  'responsibilities.follow': { kind: 'analyse', roles: staff },
  /** One's own letter, read and signed: nobody signs for anybody else. */
  'responsibilities.sign': { kind: 'analyse', roles: staff },
  'responsibilities.editDuties': { kind: 'enter', roles: ['hqSafety', 'safetyOfficer'] },
  'responsibilities.setQuota': { kind: 'approve', roles: ['hqSafety', 'unitHead'] },
  'responsibilities.runCampaign': { kind: 'enter', roles: ['hqSafety'] },
  'responsibilities.issue': { kind: 'enter', roles: ['hqSafety', ...line] },
  'responsibilities.assess': { kind: 'approve', roles: ['hqLeader', 'hqSafety', 'unitHead', 'safetyOfficer'] },
  'responsibilities.export': { kind: 'analyse', roles: readers },
  'responsibilities.sweep': { kind: 'enter', roles: ['clockwork'] },
} as const satisfies Record<`${string}.${string}`, Row>;

export type Permission = keyof typeof matrix;
export const permissions = Object.keys(matrix) as readonly Permission[];

/** The kind of scope in which `permission` is used. */
export function kindOf(permission: Permission): Kind {
  return matrix[permission].kind;
}

/** Whether a grant of `role` carries `permission`. */
export function carries(role: Role, permission: Permission): boolean {
  const row: Row = matrix[permission];
  return row.roles.includes(role);
}

/** The kinds in which `role` carries anything: what a new grant of it offers. */
export function kindsOf(role: Role): Kind[] {
  return kinds.filter((kind) => permissions.some((permission) => kindOf(permission) === kind && carries(role, permission)));
}
