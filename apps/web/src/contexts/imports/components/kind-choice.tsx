import {
  ApartmentOutlined,
  EnvironmentOutlined,
  ReadOutlined,
  FireOutlined,
  RadarChartOutlined,
  SafetyCertificateOutlined,
  TeamOutlined,
  ToolOutlined,
} from '@ant-design/icons';
import { importKinds } from '@changming/domain/imports';
import { useTranslation } from 'react-i18next';

import { mayAnywhere } from '../../../api/may.ts';
import { useMe } from '../../../api/me.ts';
import type { ImportKind } from '../queries.ts';

/** Ledgers that set stages or states: each is offered to whoever may bring one in. */
const needs: Partial<Readonly<Record<ImportKind, Parameters<typeof mayAnywhere>[1]>>> = {
  points: 'points.edit',
  hazards: 'hazards.import',
  specialEquipment: 'equipment.import',
  fireEquipment: 'equipment.import',
  risks: 'risks.import',
  training: 'training.import',
};

const icons = {
  units: <ApartmentOutlined aria-hidden="true" />,
  workforce: <TeamOutlined aria-hidden="true" />,
  points: <EnvironmentOutlined aria-hidden="true" />,
  hazards: <SafetyCertificateOutlined aria-hidden="true" />,
  specialEquipment: <ToolOutlined aria-hidden="true" />,
  fireEquipment: <FireOutlined aria-hidden="true" />,
  risks: <RadarChartOutlined aria-hidden="true" />,
  training: <ReadOutlined aria-hidden="true" />,
} as const;

type KindChoiceProps = { readonly value: ImportKind; readonly onChange: (kind: ImportKind) => void };

export function KindChoice({ value, onChange }: KindChoiceProps) {
  const { t } = useTranslation('imports');
  const me = useMe();
  return (
    <fieldset className="imports__kinds">
      <legend>{t('desk.start.what')}</legend>
      {importKinds
        .filter((kind) => needs[kind] === undefined || mayAnywhere(me, needs[kind]))
        .map((kind) => (
          <label key={kind} className="imports__kind">
            <input type="radio" name="kind" value={kind} checked={value === kind} onChange={() => onChange(kind)} />
            {icons[kind]}
            <span>
              <strong>{t(`desk.kinds.${kind}`)}</strong>
              <small>{t(`desk.kindNotes.${kind}`)}</small>
            </span>
          </label>
        ))}
    </fieldset>
  );
}
