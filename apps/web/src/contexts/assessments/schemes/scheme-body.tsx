import { faultsOf, type Scheme, type SchemeFault } from '@changming/domain/assessments';
import { Alert, App, Button } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';

import { sentenceOf } from '../../../ui/sentence-of.ts';
import { type SchemeDetail, useSaveScheme } from '../queries.ts';
import { schemeWords, type SchemeWords } from '../words.ts';
import { BandsPanel } from './bands-panel.tsx';
import { IndicatorsPanel } from './indicators-panel.tsx';
import { Missing } from './missing.tsx';
import { RulesPanel } from './rules-panel.tsx';
import { faultWords } from './scheme-words.ts';

type SchemeBodyProps = { readonly found: SchemeDetail; readonly words: SchemeWords };

/** A version as it is read. */
export function SchemeBody({ found, words }: SchemeBodyProps) {
  const { scheme, faults, awaited } = found;
  return (
    <>
      <Faults faults={faults} />
      <Missing scheme={scheme} awaited={awaited} words={words} />
      <BandsPanel scheme={scheme} words={words} faults={faults} onChange={null} />
      <IndicatorsPanel scheme={scheme} words={words} faults={faults} onChange={null} />
      <RulesPanel scheme={scheme} words={words} />
    </>
  );
}

/** A draft while it is edited. What is wrong is said as it is typed, by the very rules that publishing asks. */
export function SchemeEditor({ found, onDone }: Pick<SchemeBodyProps, 'found'> & { readonly onDone: () => void }) {
  const { t } = useTranslation('assessments');
  const { message } = App.useApp();
  const [scheme, setScheme] = useState<Scheme>(found.scheme);
  const saving = useSaveScheme();
  const words = schemeWords(scheme);
  const faults = faultsOf(scheme);
  const save = () =>
    saving.mutate(
      { scheme },
      {
        onSuccess: ({ faults: left }) => {
          void message.success(left.length === 0 ? t('desk.scheme.saved') : t('desk.scheme.savedFaulty', { count: left.length }));
          onDone();
        },
      },
    );
  return (
    <>
      <Faults faults={faults} />
      {saving.error !== null && <Alert showIcon type="error" className="assessment-notice" title={sentenceOf(saving.error)} />}
      <BandsPanel scheme={scheme} words={words} faults={faults} onChange={(bands) => setScheme({ ...scheme, bands })} />
      <IndicatorsPanel scheme={scheme} words={words} faults={faults} onChange={(indicators) => setScheme({ ...scheme, indicators })} />
      <div className="scheme-save">
        <Button onClick={onDone}>{t('desk.scheme.stop')}</Button>
        <Button type="primary" loading={saving.isPending} onClick={save}>
          {t('desk.scheme.save')}
        </Button>
      </div>
    </>
  );
}

function Faults({ faults }: { readonly faults: readonly SchemeFault[] }) {
  const { t } = useTranslation('assessments');
  if (faults.length === 0) return null;
  return (
    <Alert
      showIcon
      type="error"
      className="assessment-notice"
      title={t('desk.scheme.faults', { count: faults.length })}
      description={faults.map(faultWords).join('；')}
    />
  );
}
