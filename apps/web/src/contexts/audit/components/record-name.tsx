import { Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';

import { purposeOfToken } from '../changed-fields.ts';
import type { TrailEntry } from '../queries.ts';
import type { PointedRecord } from '../told-parts.ts';

/** Where a record is shown: by the condition of a list that opens it, or at an address of its own. Others are named and lead nowhere. */
const pages: Readonly<Partial<Record<PointedRecord['kind'], readonly [list: string, condition?: string]>>> = {
  person: ['/persons', 'open'],
  unit: ['/units', 'unit'],
  account: ['/accounts', 'open'],
  point: ['/points', 'point'],
  sheet: ['/points/sheets', 'sheet'],
  hazard: ['/hazards'],
  risk: ['/risks', 'risk'],
  action: ['/actions', 'action'],
  incident: ['/incidents'],
  certificate: ['/workforce/certificates', 'certificate'],
  special: ['/equipment/special', 'equipment'],
  fire: ['/equipment/fire', 'equipment'],
  checklist: ['/inspections/checklists'],
  check: ['/inspections/results'],
  session: ['/training/sessions', 'session'],
  exam: ['/training/exams', 'exam'],
  item: ['/training/library', 'item'],
  letter: ['/responsibilities/letters'],
};

/** A record as people call it: by name and number, or by what it is where it has no name; a link where the reader may open it. */
export function RecordName({ record }: { readonly record: PointedRecord }) {
  const { t, i18n } = useTranslation('audit');
  const { id, kind, no, opens } = record;
  const name = i18n.language === 'en' ? (record.nameEn ?? record.name) : record.name;
  const text = [name ?? t(`desk.records.${kind}`), no].filter((part) => part !== null).join(' ');
  const page = opens ? pages[kind] : undefined;
  if (page === undefined) return <span>{text}</span>;
  const [list, condition] = page;
  const address = condition === undefined ? { to: `${list}/${id}` } : { to: list, search: { [condition]: id } };
  return <Link {...address}>{text}</Link>;
}

/** The record that was acted upon, where it has a name. */
export function SubjectName({ entry }: { readonly entry: TrailEntry }) {
  const subject = entry.records.find(({ id }) => id === entry.subjectId);
  return subject === undefined ? (purposeOfToken(entry) ?? '—') : <RecordName record={subject} />;
}
