export * from './workforce/appointments.ts';
export {
  certificate,
  certificateDetail,
  countCertificates,
  exportCertificates,
  listCertificateItems,
  listCertificates,
  listOwnCertificates,
  readCertificate,
  recordCertificate,
  renewCertificate,
  reviewCertificate,
  revokeCertificate,
} from './workforce/certificates.ts';
export type { Certificate, CertificateDetail } from './workforce/certificates.ts';
export * from './workforce/certified.ts';
export * from './workforce/gates.ts';
export * from './workforce/staffing.ts';
export * from './workforce/persons.ts';
export { appointment, person, personDetail, responsibility } from './workforce/shapes.ts';
export type { Appointment, Person, PersonDetail, Responsibility } from './workforce/shapes.ts';
export * from './workforce/on-duty.ts';
export * from './workforce/watch.ts';
