import { useQuery } from '@tanstack/react-query';
import { App } from 'antd';
import { useTranslation } from 'react-i18next';

import { dayOf } from '../../../ui/dates.ts';
import { ConfirmAct } from '../../../ui/confirm-act.tsx';
import { StatusTag } from '../../../ui/status-tag.tsx';
import { unitQuery } from '../../units/queries.ts';
import { useMayEdit } from '../may-edit.ts';
import { type RuleInForce, type RuleVersion, useEndRule } from '../queries.ts';
import { basisWords, stateOn, validityWords, valueWords } from '../rule-words.ts';

type VersionListProps = {
  readonly versions: readonly RuleVersion[];
  readonly counts: RuleInForce['counts'];
  /** What the list says of each version. */
  readonly tagOf: (version: RuleVersion) => { readonly tone: 'done' | 'neutral' | 'waiting'; readonly word: string };
  /** Lets headquarters end what is open. */
  readonly ending?: boolean;
};

/** Values of one rule: who set each, from when, and by which source. */
export function VersionList({ versions, counts, tagOf, ending = false }: VersionListProps) {
  const { t } = useTranslation('standards');
  const edits = useMayEdit();
  return (
    <ul className="standards-layers">
      {versions.map((version) => {
        const { tone, word } = tagOf(version);
        const ignored = tone === 'neutral' ? ' standards-layers__layer--ignored' : '';
        return (
          <li key={version.id} className={`standards-layers__layer${ignored}`}>
            <span>
              {t(`layers.${version.layer}`)}
              <PlaceWords version={version} />
            </span>
            <span>
              <span className="standards-layers__value">{valueWords(version.value, counts, t)}</span>
              {version.override && <span className="standards-quiet">{t('desk.rules.override')}</span>}
              <span className="standards-quiet">{basisWords(version)}</span>
              <span className="standards-quiet">
                {validityWords(version, t)} · {t(`certainties.${version.certainty}`)}
              </span>
            </span>
            <span>
              <StatusTag tone={tone}>{word}</StatusTag>
              {ending && edits && isOpen(version) && <EndVersion version={version} />}
            </span>
          </li>
        );
      })}
    </ul>
  );
}

/** Values of the product are replaced, never ended. */
function isOpen({ layer, to, from }: RuleVersion): boolean {
  return layer !== 'product' && to === null && stateOn({ from, to }, dayOf(new Date())) === 'holds' && from < dayOf(new Date());
}

function PlaceWords({ version: { layer, place } }: { readonly version: RuleVersion }) {
  if (place === '') return null;
  return layer === 'unit' ? <UnitName unitId={place} /> : <span className="standards-quiet">{place}</span>;
}

function UnitName({ unitId }: { readonly unitId: string }) {
  const { data } = useQuery(unitQuery(unitId));
  return <span className="standards-quiet">{data?.name ?? '—'}</span>;
}

function EndVersion({ version: { id, ruleId } }: { readonly version: RuleVersion }) {
  const { t } = useTranslation('standards');
  const { message } = App.useApp();
  const end = useEndRule();
  const act = async (reason: string) => {
    await end.mutateAsync({ id, on: dayOf(new Date()), reason });
    void message.success(t('desk.rules.endDone'));
  };
  return (
    <ConfirmAct
      danger
      withReason
      size="small"
      type="link"
      ask={t('desk.rules.endAsk', { rule: t(`rules.${ruleId}`) })}
      note={t('desk.rules.endNote')}
      onAct={act}
    >
      {t('desk.rules.end')}
    </ConfirmAct>
  );
}
