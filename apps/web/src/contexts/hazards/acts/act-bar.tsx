import { DownOutlined } from '@ant-design/icons';
import { Button, Dropdown } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';

import { ActButton } from '../../../ui/act-button.tsx';
import { refusalSentence } from '../../../ui/refusal-sentence.ts';
import type { HazardDetail } from '../queries.ts';
import { ActDrawer } from './act-drawer.tsx';
import { actForms, actsOf, type HazardAct } from './hazard-acts.ts';
import '../components/record.css';

/** What can be done with a hazard now; what cannot says why, in the words of the API. */
export function ActBar({ hazard }: { readonly hazard: HazardDetail }) {
  const { t } = useTranslation(['hazards', 'shell']);
  const [act, setAct] = useState<HazardAct | null>(null);
  const { inSight, more } = actsOf(hazard);
  const objectionTo = (name: HazardAct) => {
    const code = hazard.objections[name] ?? null;
    return code === null ? null : refusalSentence(code);
  };
  const items = more.map((name) => {
    const objection = objectionTo(name);
    return {
      key: name,
      disabled: objection !== null,
      onClick: () => setAct(name),
      label: (
        <span>
          {t(`desk.acts.${name}`)}
          {objection !== null && <small className="act-menu__reason">{objection}</small>}
        </span>
      ),
    };
  });
  return (
    <div className="act-bar">
      <Dropdown trigger={['click']} placement="topRight" menu={{ items, style: { maxBlockSize: 420, overflow: 'auto' } }}>
        <Button>
          {t('shell:actions.more')} <DownOutlined />
        </Button>
      </Dropdown>
      {inSight.map((name, at) => (
        <ActButton
          key={name}
          objection={objectionTo(name)}
          danger={actForms[name].danger}
          type={at === inSight.length - 1 && objectionTo(name) === null && !actForms[name].danger ? 'primary' : 'default'}
          onClick={() => setAct(name)}
        >
          {t(`desk.acts.${name}`)}
        </ActButton>
      ))}
      {act !== null && <ActDrawer key={act} hazard={hazard} act={act} onClose={() => setAct(null)} />}
    </div>
  );
}
