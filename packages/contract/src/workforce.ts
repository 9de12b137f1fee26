export * from './workforce/appointments.ts';
export {
  certificate,
  certificateDetail,
  correctCertificate,
  countCertificates,
  exportCertificates,
  keepCertificatePhoto,
  listCertificateItems,
  listCertificates,
  listOwnCertificates,
  readCertificate,
  readCertificatePhoto,
  readOwnCertificatePhoto,
  recordCertificate,
  renewCertificate,
  reviewCertificate,
  revokeCertificate,
} from './workforce/certificates.ts';
export type { Certificate, CertificateDetail, OwnCertificate } from './workforce/certificates.ts';
export * from './workforce/certified.ts';
export * from './workforce/gates.ts';
export * from './workforce/staffing.ts';
export * from './workforce/persons.ts';
export { appointment, person, personDetail, responsibility } from './workforce/shapes.ts';
export type { Appointment, Person, PersonDetail, Responsibility } from './workforce/shapes.ts';
export * from './workforce/on-duty.ts';
export * from './workforce/watch.ts';
