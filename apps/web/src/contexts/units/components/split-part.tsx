import type { UnitNode } from '@changming/contract/units';
import { Button, Form, Select } from 'antd';
import { useTranslation } from 'react-i18next';

import { TextItem } from '../../../ui/text-item.tsx';
import type { EnteredPart } from './split-unit.tsx';
import './split-part.css';

type SplitPartProps = {
  readonly at: number;
  /** What may be taken along. */
  readonly units: readonly UnitNode[];
  readonly onRemove?: () => void;
};

/** One new unit of a split. */
export function SplitPart({ at, units, onRemove }: SplitPartProps) {
  const { t } = useTranslation('units');
  return (
    <section className="split-part">
      <header className="split-part__head">
        <h3>{t('desk.forms.split.part', { no: at + 1 })}</h3>
        {onRemove !== undefined && (
          <Button type="link" size="small" onClick={onRemove}>
            {t('desk.forms.split.remove')}
          </Button>
        )}
      </header>
      <div className="split-part__naming">
        <TextItem
          name={[at, 'name']}
          label={t('desk.forms.name')}
          rules={[{ required: true, whitespace: true, message: t('desk.forms.nameEmpty') }]}
          most={80}
        />
        <TextItem
          name={[at, 'code']}
          label={t('desk.forms.code')}
          rules={[{ required: true, whitespace: true, message: t('desk.forms.codeEmpty') }]}
          most={32}
        />
      </div>
      <TakenAlong at={at} units={units} />
    </section>
  );
}

/** A unit that goes with one part cannot go with another. */
function TakenAlong({ at, units }: Pick<SplitPartProps, 'at' | 'units'>) {
  const { t } = useTranslation('units');
  const parts = Form.useWatch<readonly (EnteredPart | undefined)[] | undefined>('parts') ?? [];
  const elsewhere = new Set(parts.flatMap((part, index) => (index === at ? [] : (part?.childIds ?? []))));
  return (
    <Form.Item name={[at, 'childIds']} label={t('desk.forms.split.children')} extra={t('desk.forms.split.childrenHint')}>
      <Select
        mode="multiple"
        notFoundContent={t('desk.forms.split.noChildren')}
        showSearch={{ optionFilterProp: 'label' }}
        options={units.map(({ id, name }) => ({
          value: id,
          label: name,
          disabled: elsewhere.has(id),
          ...(elsewhere.has(id) ? { title: t('desk.forms.split.taken') } : {}),
        }))}
      />
    </Form.Item>
  );
}
