import type { CertificateKind, CertificateStanding, StaffingFailure } from '@changming/domain/workforce';

export const certificateWords = {
  document: '证书台账',
  kinds: {
    specialOperation: '特种作业操作证',
    specialEquipment: '特种设备作业人员证',
    fireFacility: '消防设施操作员证',
    safetyManager: '安全合格证',
    safetyEngineer: '注册安全工程师证',
  } satisfies Record<CertificateKind, string>,
  standings: {
    valid: '有效',
    dueSoon: '临期',
    notYet: '未生效',
    reviewMissed: '逾期未复审',
    expired: '已过期',
    revoked: '已注销',
  } satisfies Record<CertificateStanding, string>,
  failures: {
    bodyOrFullTime: '未设安全管理机构，也没有专职安全员',
    anyOfficer: '没有安全员（专职、兼职均可）',
    ratio: '专职安全员人数不足',
    director: '未配安全总监',
    committee: '未设安委会',
  } satisfies Record<StaffingFailure, string>,
};
