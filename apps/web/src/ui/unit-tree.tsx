import { Checkbox, Input, Tooltip } from 'antd';
import { useDeferredValue, useState } from 'react';
import { useTranslation } from 'react-i18next';

import { UnitBranches } from './unit-branches.tsx';
import { UnitHits } from './unit-hits.tsx';
import './unit-tree.css';

export type UnitNode = { readonly id: string; readonly name: string /** Nothing below it. */; readonly leaf: boolean };
export type UnitHit = {
  readonly id: string;
  readonly name: string;
  /** The way down to it: 集团 / 子公司 / 工厂. */
  readonly trail: string;
};

/** Where the tree comes from; whoever shows it knows the routes. `null` asks for the units at the top. */
export type UnitSource = {
  readonly queryKey: readonly unknown[];
  readonly children: (parentId: string | null, signal: AbortSignal) => Promise<readonly UnitNode[]>;
  readonly search: (text: string, signal: AbortSignal) => Promise<readonly UnitHit[]>;
  /** The units above one, from the top: what a tree opens to show a unit that the address names. */
  readonly above?: (unitId: string, signal: AbortSignal) => Promise<readonly string[]>;
};

/** `unitId` null means everything one may see. */
export type UnitChoice = { readonly unitId: string | null; readonly within: boolean };

type UnitTreeProps = {
  readonly source: UnitSource;
  readonly choice: UnitChoice;
  /** What lies below always counts with a unit: there is nothing to choose. */
  readonly alwaysWithin?: boolean;
  readonly onChoose: (choice: UnitChoice) => void;
};

/** 单位树 at the left of a list: only what is open is loaded, and searched on the server. */
export function UnitTree({ source, choice, alwaysWithin = false, onChoose }: UnitTreeProps) {
  const { t } = useTranslation('shell');
  const [typed, setTyped] = useState('');
  const text = useDeferredValue(typed.trim());
  const choose = (unitId: string | null) => onChoose({ ...choice, unitId });
  return (
    <nav className="unit-tree" aria-label={t('tree.everything')}>
      <Input.Search
        allowClear
        value={typed}
        placeholder={t('tree.search')}
        aria-label={t('tree.search')}
        onChange={(event) => setTyped(event.target.value)}
      />
      <div className="unit-tree__scope">
        <button type="button" className="unit-tree__all" aria-pressed={choice.unitId === null} onClick={() => choose(null)}>
          {t('tree.everything')}
        </button>
        {!alwaysWithin && (
          <Tooltip title={t('tree.withinHint')}>
            <Checkbox checked={choice.within} onChange={(event) => onChoose({ ...choice, within: event.target.checked })}>
              {t('tree.within')}
            </Checkbox>
          </Tooltip>
        )}
      </div>
      {text === '' ? (
        <UnitBranches source={source} chosenId={choice.unitId} onChoose={choose} />
      ) : (
        <UnitHits source={source} text={text} chosenId={choice.unitId} onChoose={choose} />
      )}
    </nav>
  );
}
