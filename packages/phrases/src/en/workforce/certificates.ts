import type { CertificateKind, CertificateStanding, StaffingFailure } from '@changming/domain/workforce';

export const certificateWords = {
  document: 'Certificates',
  kinds: {
    specialOperation: 'Special operation',
    specialEquipment: 'Special equipment operator',
    fireFacility: 'Fire facility operator',
    safetyManager: 'Safety manager',
    safetyEngineer: 'Registered safety engineer',
  } satisfies Record<CertificateKind, string>,
  standings: {
    valid: 'Valid',
    dueSoon: 'Due soon',
    notYet: 'Not yet valid',
    reviewMissed: 'Review missed',
    expired: 'Expired',
    revoked: 'Revoked',
  } satisfies Record<CertificateStanding, string>,
  failures: {
    bodyOrFullTime: 'No safety body and no full-time officer',
    anyOfficer: 'No safety officer, full-time or part-time',
    ratio: 'Too few full-time officers',
    director: 'No safety director',
    committee: 'No safety committee',
  } satisfies Record<StaffingFailure, string>,
};
