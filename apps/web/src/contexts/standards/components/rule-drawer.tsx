import { useQuery } from '@tanstack/react-query';
import { Button } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';

import { DetailDrawer } from '../../../ui/detail-drawer.tsx';
import { Facts } from '../../../ui/facts.tsx';
import { Loaded } from '../../../ui/loaded.tsx';
import { Section } from '../../../ui/section.tsx';
import { dayOf } from '../../../ui/dates.ts';
import { useMayEdit } from '../may-edit.ts';
import { type RuleInForce, ruleVersionsQuery } from '../queries.ts';
import { areaWords, basisWords, stateOn, validityWords, valueWords } from '../rule-words.ts';
import { SetRule } from './set-rule.tsx';
import { VersionList } from './version-list.tsx';

type RuleDrawerProps = {
  readonly rule: RuleInForce;
  /** Which day is looked at. */
  readonly on: string | undefined;
  readonly onClose: () => void;
};

const stateTones = { holds: 'done', coming: 'waiting', past: 'neutral' } as const;

/** One rule: the value in force, what each layer says, and every version. */
export function RuleDrawer({ rule, on = dayOf(new Date()), onClose }: RuleDrawerProps) {
  const { t } = useTranslation('standards');
  const [setting, setSetting] = useState(false);
  const edits = useMayEdit();
  const { ruleId, counts, passedOver } = rule;
  const act = (
    <Button type="primary" onClick={() => setSetting(true)}>
      {t('desk.rules.set')}
    </Button>
  );
  return (
    <DetailDrawer open title={t(`rules.${ruleId}`)} {...(edits ? { acts: act } : {})} onClose={onClose}>
      <RuleFacts rule={rule} />
      <Section title={t('desk.rules.layersTitle')}>
        <p className="standards-quiet">{t('desk.rules.layersLead')}</p>
        <VersionList
          versions={[rule, ...passedOver]}
          counts={counts}
          tagOf={({ id }) =>
            id === rule.id ? { tone: 'done', word: t('desk.rules.inForce') } : { tone: 'neutral', word: t('desk.rules.ignored') }
          }
        />
      </Section>
      <Section title={t('desk.rules.versions')}>
        <Versions rule={rule} on={on} />
      </Section>
      {setting && <SetRule rule={rule} onClose={() => setSetting(false)} />}
    </DetailDrawer>
  );
}

function RuleFacts({ rule }: { readonly rule: RuleInForce }) {
  const { t } = useTranslation('standards');
  const facts = [
    { label: t('desk.rules.value'), value: valueWords(rule.value, rule.counts, t) },
    { label: t('desk.rules.area'), value: areaWords(rule.ruleId, t) },
    { label: t('desk.source'), value: basisWords(rule), wide: true },
    { label: t('desk.certainty'), value: t(`certainties.${rule.certainty}`) },
    { label: t('desk.fullTitle'), value: validityWords(rule, t) },
  ];
  return <Facts facts={facts} />;
}

function Versions({ rule: { ruleId, counts }, on }: { readonly rule: RuleInForce; readonly on: string }) {
  const { t } = useTranslation('standards');
  const versions = useQuery(ruleVersionsQuery(ruleId));
  const stateTag = (version: Parameters<typeof stateOn>[0]) => {
    const state = stateOn(version, on);
    return { tone: stateTones[state], word: t(`desk.rules.${state}`) };
  };
  return (
    <Loaded small rows={3} query={versions}>
      {({ items }) => <VersionList ending versions={items} counts={counts} tagOf={stateTag} />}
    </Loaded>
  );
}
