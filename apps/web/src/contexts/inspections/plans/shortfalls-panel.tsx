import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { Alert, Button } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';

import { mayAnywhere } from '../../../api/may.ts';
import { useMe } from '../../../api/me.ts';
import { type PlanSearch, type Shortfall, shortfallsQuery } from '../plan-queries.ts';
import { type PlanValues, valuesMending } from './plan-values.ts';
import './plans.css';

type ShortfallsPanelProps = { readonly search: PlanSearch; readonly onMend: (begin: Partial<PlanValues>) => void };

/** 频次不足: points whose colour asks for more looks than any plan gives, by whose look is missing; one click begins the plan that mends it. */
export function ShortfallsPanel({ search, onMend }: ShortfallsPanelProps) {
  const { t } = useTranslation('inspections');
  const { data } = useQuery(shortfallsQuery(search));
  const items = data?.items ?? [];
  if (items.length === 0) return null;
  return (
    <Alert
      type="warning"
      showIcon
      className="shortfalls"
      title={t('desk.plans.short')}
      description={
        <ul className="shortfalls__list">
          {items.map((item) => (
            <One key={item.by} item={item} onMend={() => onMend({ ...valuesMending(item), name: t(`desk.plans.shortName.${item.by}`) })} />
          ))}
        </ul>
      }
    />
  );
}

/** More names than these are counted only. */
const shown = 5;

function One({ item: { by, days, count, points }, onMend }: { readonly item: Shortfall; readonly onMend: () => void }) {
  const { t } = useTranslation(['inspections', 'risks']);
  const [whole, setWhole] = useState(false);
  const plans = mayAnywhere(useMe(), 'inspections.plan');
  const named = whole ? points : points.slice(0, shown);
  return (
    <li>
      <span>{t('desk.plans.shortOf', { by: t(`risks:controlLevels.${by}`), days, count })}</span>
      <span className="shortfalls__points">
        {named.map(({ id, name, unit, level }) => (
          <Link key={id} to="/points" search={{ point: id }} title={t(`risks:levels.${level}`)}>
            {`${unit} ${name}`}
          </Link>
        ))}
        {!whole && points.length > shown && (
          <Button size="small" type="link" onClick={() => setWhole(true)}>
            {t('desk.plans.shortMore', { count: points.length - shown })}
          </Button>
        )}
      </span>
      {plans && (
        <Button size="small" onClick={onMend}>
          {t('desk.plans.mend')}
        </Button>
      )}
    </li>
  );
}
