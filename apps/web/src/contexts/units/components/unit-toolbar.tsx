import { DownOutlined, EditOutlined, PlusOutlined } from '@ant-design/icons';
import type { UnitDetail } from '@changming/contract/units';
import { Button, Dropdown } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';

import { mayAnywhere } from '../../../api/may.ts';
import { useMe } from '../../../api/me.ts';
import { refusalSentence } from '../../../ui/refusal-sentence.ts';
import { CloseUnit } from './close-unit.tsx';
import { CreateUnit } from './create-unit.tsx';
import { EditProfile } from './edit-profile.tsx';
import { MergeUnit } from './merge-unit.tsx';
import { MoveUnit } from './move-unit.tsx';
import { RenameUnit } from './rename-unit.tsx';
import { SplitUnit } from './split-unit.tsx';
import { type ActProps, objectionToReorganise, reorganisations, type UnitActName } from './unit-acts.ts';

type UnitToolbarProps = { readonly unit: UnitDetail; readonly onGo: (unitId: string) => void };

const drawers = { rename: RenameUnit, move: MoveUnit, split: SplitUnit, merge: MergeUnit, close: CloseUnit, profile: EditProfile } as const;

/** What may be done to the unit; each act opens its own drawer. */
export function UnitToolbar({ unit, onGo }: UnitToolbarProps) {
  const { t } = useTranslation('units');
  const me = useMe();
  const [act, setAct] = useState<UnitActName | null>(null);
  return (
    <div className="unit-toolbar">
      {mayAnywhere(me, 'units.editProfile') && (
        <Button icon={<EditOutlined />} onClick={() => setAct('profile')}>
          {t('desk.forms.profile.open')}
        </Button>
      )}
      {mayAnywhere(me, 'units.reorganise') && <Reorganise unit={unit} onChoose={setAct} />}
      {mayAnywhere(me, 'units.create') && unit.kind !== 'team' && (
        <Button type="primary" icon={<PlusOutlined />} onClick={() => setAct('create')}>
          {t('desk.forms.create.open')}
        </Button>
      )}
      {act !== null && (
        <ActDrawer
          act={act}
          unit={unit}
          onClose={() => setAct(null)}
          onGo={(unitId) => {
            setAct(null);
            onGo(unitId);
          }}
        />
      )}
    </div>
  );
}

function ActDrawer({ act, ...props }: ActProps & { readonly act: UnitActName }) {
  if (act === 'create') return <CreateUnit parent={props.unit} onClose={props.onClose} onCreated={props.onGo} />;
  const Drawer = drawers[act];
  return <Drawer {...props} />;
}

function Reorganise({ unit, onChoose }: { readonly unit: UnitDetail; readonly onChoose: (act: UnitActName) => void }) {
  const { t } = useTranslation('units');
  const items = reorganisations.map((act) => {
    const objection = objectionToReorganise(unit, act);
    return {
      key: act,
      label: t(`desk.forms.${act}.open`),
      danger: act === 'close',
      disabled: objection !== null,
      title: objection === null ? '' : refusalSentence(objection),
      onClick: () => onChoose(act),
    };
  });
  return (
    <Dropdown trigger={['click']} menu={{ items }}>
      <Button icon={<DownOutlined />} iconPlacement="end">
        {t('desk.reorganise')}
      </Button>
    </Dropdown>
  );
}
